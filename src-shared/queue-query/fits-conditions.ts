import type { Case } from '../domain/case-document.ts';
import { peopleWords } from '../domain/search-columns.ts';
import { lateCount } from '../overdue/promises.ts';
import { foldText } from '../util/fold-text.ts';
import type { UtcMs } from '../util/time.ts';
import type { QueryCondition, RecordFlag } from './resolve-query.ts';

/** What a case's document alone does not say. */
export interface Moments {
  readonly now: UtcMs;
  /** Of the promise that comes first: missed from, due soon from. Null: none runs. */
  readonly dueAt: UtcMs | null;
  readonly soonAt: UtcMs | null;
  /** When to call again somebody who did not answer (clock/next-call.ts). Null: nobody. */
  readonly callAt: UtcMs | null;
  readonly isUnsent: boolean;
}

/**
 * Whether a case is one of those a question asks for: what the records answer by their indexes, said of one case. For cases that come
 * from elsewhere, and as the measure of the answers.
 *
 * Words that are free to stand anywhere are not judged here, phrases neither: the search has found the case by them.
 */
export function fitsConditions(current: Case, conditions: readonly QueryCondition[], moments: Moments): boolean {
  const byKey = new Map<string, QueryCondition[]>();
  for (const condition of conditions) byKey.set(groupOf(condition), [...(byKey.get(groupOf(condition)) ?? []), condition]);
  return [...byKey.values()].every((group) => {
    const isWidening = 'codes' in (group[0] ?? {}) && group[0]?.isNot === false;
    if (!isWidening) return group.every((condition) => fits(current, condition, moments));
    return group.some((condition) => fits(current, condition, moments)) && group.every((condition) => !('codes' in condition) || condition.codes.length > 0);
  });
}

/** Filters of one key that widen each other. */
function groupOf(condition: QueryCondition): string {
  return `${condition.field} ${condition.isNot}`;
}

function fits(current: Case, condition: QueryCondition, moments: Moments): boolean {
  return holds(current, condition, moments) !== condition.isNot;
}

function holds(current: Case, condition: QueryCondition, moments: Moments): boolean {
  if ('codes' in condition) return condition.codes.includes(codeOf(current, condition.field));
  if ('from' in condition) {
    const at = { received: current.receivedAt, closed: current.closedAt, due: moments.dueAt }[condition.field];
    return at !== null && (condition.from === null || at >= condition.from) && (condition.to === null || at < condition.to);
  }
  if (condition.field === 'call') {
    const { since, until } = condition;
    return moments.callAt !== null && (since === null || moments.callAt >= since) && (until === null || moments.callAt < until);
  }
  if (condition.field === 'flag') return hasFlag(current, condition.flag, moments);
  if (condition.column === 'any') return !condition.isNot;
  const text = condition.column === 'place' ? `${current.location?.text ?? ''} ${current.location?.unit ?? ''}` : peopleWords(current);
  const has = foldText(text).split(' ');
  return condition.phrases.some((phrase) => foldText(phrase).split(' ').every((word) => has.some((own) => own.startsWith(word))));
}

function codeOf(current: Case, field: Extract<QueryCondition, { readonly codes: unknown }>['field']): string | null {
  switch (field) {
    case 'department':
      return current.departmentCode;
    case 'service':
      return current.serviceCode;
    case 'assignee':
      return current.assigneeId;
    case 'neighborhood':
      return current.neighborhoodCode ?? null;
    case 'state':
    case 'channel':
    case 'kind':
      return current[field];
  }
}

function hasFlag(current: Case, flag: RecordFlag, { now, dueAt, soonAt, isUnsent }: Moments): boolean {
  switch (flag) {
    case 'overdue':
      return dueAt !== null && dueAt < now;
    case 'duesoon':
      return dueAt !== null && dueAt >= now && soonAt !== null && soonAt <= now;
    case 'answered':
      return current.respondedAt !== null;
    case 'late':
      return lateCount(current) > 0;
    case 'sealed':
      return current.isSealed;
    case 'major':
      return current.isMajorRepair;
    case 'joined':
      return current.coReporters.length > 0;
    case 'unsent':
      return isUnsent;
  }
}
