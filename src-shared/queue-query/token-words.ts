import type { Catalogue } from '../catalogue/catalogue.ts';
import { interfaceLanguage, t, tFor } from '../language/language.ts';
import { namedFor } from './find-names.ts';
import { callWordOfName, type CallWord, flagOfName, type QueryFlag, type QueryKey } from './query-keys.ts';
import type { QueryCondition, ResolvedToken, TokenProblem } from './resolve-query.ts';

export function keyWord(key: QueryKey): string {
  const words: Record<QueryKey, string> = {
    department: t`Department`,
    assignee: t`Assigned to`,
    service: t`Service`,
    state: t`State`,
    channel: t`Channel`,
    kind: t`Kind of case`,
    neighborhood: t`Neighborhood`,
    is: t`Only`,
    received: t`Received`,
    due: t`Due`,
    closed: t`Closed`,
    call: t`Call again`,
    citizen: t`Citizen`,
    place: t`Place`,
  };
  return words[key];
}

export function flagWord(flag: QueryFlag): string {
  const words: Record<QueryFlag, string> = {
    overdue: t`Overdue`,
    duesoon: t`Due soon`,
    open: tFor('cases')`Open`,
    closed: t`Closed`,
    unassigned: t`Nobody’s`,
    mine: t`Mine`,
    answered: t`Answered`,
    late: t`Was late`,
    sealed: t`Sealed`,
    major: t`Major repair`,
    joined: t`Several citizens`,
    unsent: t`Not sent yet`,
  };
  return words[flag];
}

export function callWord(word: CallWord): string {
  const words: Record<CallWord, string> = { due: t`It is time now`, today: t`Today`, any: t`On any day` };
  return words[word];
}

const MOST_NAMED = 2;

/** `Department: Water and Sewer`, `Overdue`, `not Channel: Web`: as the filter stands on screen and is read out. */
export function tokenLabel({ token, condition, problem }: ResolvedToken, catalogue: Catalogue): string {
  const { key, values, isNot } = token;
  const flag = key === 'is' ? flagOfName(values[0] ?? '') : null;
  const label = flag !== null ? flagWord(flag) : t`${keyWord(key)}: ${problem === null ? valueWords(condition, values, catalogue) : values.join(', ')}`;
  return isNot ? t`not ${label}` : label;
}

function valueWords(condition: QueryCondition | null, values: readonly string[], catalogue: Catalogue): string {
  if (condition?.field === 'words') return condition.phrases.map((phrase) => `“${phrase}”`).join(', ');
  const call = condition?.field === 'call' ? callWordOfName(values[0] ?? '') : null;
  if (call !== null) return callWord(call).toLowerCase();
  if (condition === null || !('codes' in condition)) return values.join(', ');
  const named = namedFor(condition.field, catalogue);
  const names = condition.codes.map((code) => (code === null ? t`none` : (named.find((one) => one.code === code)?.name ?? code)));
  const more = names.length - MOST_NAMED;
  if (more > 0) return t`${names.slice(0, MOST_NAMED).join(', ')} and ${more} more`;
  return names.join(', ');
}

/** What is wrong with a filter and what to do; null while it is only unfinished. */
export function problemSentence(problem: TokenProblem, key: QueryKey): string | null {
  switch (problem.reason) {
    case 'unfinished':
      return null;
    case 'unknownValue':
      return problem.closest === null ? t`Nothing is called “${problem.value}” under ${keyWord(key)}. Choose from the list.` : t`Nothing is called “${problem.value}” under ${keyWord(key)}. Did you mean “${problem.closest}”?`;
    case 'notADate':
      return t`“${problem.value}” is no day. Write ${dateExample()}.`;
  }
}

function dateExample(): string {
  return interfaceLanguage() === 'es' ? '>2026-10-01, hoy, 7d' : '>2026-10-01, today, 7d';
}
