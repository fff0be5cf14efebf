import type { CaseKind, Channel } from '../domain/case.ts';
import type { Case } from '../domain/case-document.ts';
import type { Fact } from '../domain/fact.ts';
import { type UtcMs, utcMs } from '../util/time.ts';
import type { Pause } from './pauses.ts';

/** All that a due date depends on besides the time rules. */
export interface DueQuestion {
  readonly receivedAt: UtcMs;
  readonly channel: Channel;
  readonly serviceCode: string;
  readonly kind: CaseKind;
  /** In any order; they may overlap, and begin before receipt. */
  readonly pauses: readonly Pause[];
}

/**
 * What was known of a case at `asOf`, as its history tells: only facts of that moment and before count.
 *
 * Before the case was opened its first entry counts, so that an item received last week and typed today can be explained as of
 * yesterday. A hold ends with resuming, a transfer, closing or a merge; reopening does not bring it back, undoing the merge does.
 */
export function dueQuestionAt(current: Case, asOf: UtcMs): DueQuestion {
  const opening = current.history.find((fact) => fact.kind === 'caseOpened')?.opened ?? current;
  const known = current.history.filter((fact) => fact.at <= asOf);
  const edited = Object.assign({}, ...known.map(decidingFields)) as Partial<Omit<DueQuestion, 'pauses'>>; // safe: see decidingFields
  const { receivedAt, channel, serviceCode, kind } = { ...opening, ...edited };
  return { receivedAt, channel, serviceCode, kind, pauses: pausesOf(known) };
}

/** The catalogue version whose time rules counted for a case at `asOf`. */
export function ruleVersionAt(current: Case, asOf: UtcMs): number {
  const opening = current.history.find((fact) => fact.kind === 'caseOpened')?.opened ?? current;
  const moved = current.history.findLast((fact) => fact.kind === 'dueDatesSet' && fact.at <= asOf);
  return moved?.kind === 'dueDatesSet' ? moved.catalogueVersion : opening.catalogueVersion;
}

const DECIDING_FIELDS: ReadonlySet<string> = new Set<keyof DueQuestion>(['receivedAt', 'channel', 'serviceCode', 'kind']);

/** What the fact sets of a question; `decide` took every value from parsed EditCaseArgs. */
function decidingFields(fact: Fact): Record<string, unknown> {
  if (fact.kind !== 'fieldsEdited') return {};
  return Object.fromEntries(fact.changes.filter(({ field }) => DECIDING_FIELDS.has(field)).map(({ field, to }) => [field, to]));
}

/** A second hold takes the place of the first. */
const ENDS_HOLD: ReadonlySet<string> = new Set<Fact['kind']>(['resumed', 'transferred', 'closed', 'merged', 'putOnHold']);

function pausesOf(facts: readonly Fact[]): readonly Pause[] {
  let pauses: readonly Pause[] = [];
  let open: Pause | null = null;
  let openAtMerge: Pause | null = null;
  for (const fact of facts) {
    if (fact.kind === 'merged') openAtMerge = open;
    if (open && ENDS_HOLD.has(fact.kind)) {
      pauses = [...pauses, { ...open, to: utcMs(Math.max(open.from, fact.at)) }];
      open = null;
    }
    if (fact.kind === 'unmerged' && openAtMerge) {
      open = openAtMerge;
      pauses = pauses.slice(0, -1); // the one that ended with the merge goes on as if there had been none
    }
    if (fact.kind === 'putOnHold') open = { from: fact.at, to: null, reasonCode: fact.reasonCode, by: fact.by, clocks: fact.pauses ?? [] };
  }
  return open ? [...pauses, open] : pauses;
}
