import type { Case } from '../domain/case-document.ts';
import { evolve } from '../domain/evolve.ts';
import type { Fact, FactKind } from '../domain/fact.ts';
import { lateNow, type RunningClock } from '../domain/lateness.ts';
import { type UtcMs, utcMs } from '../util/time.ts';

/** Facts a clock depends on. Kinds this version does not know are passed over. */
const OF_CLOCKS: ReadonlySet<FactKind> = new Set<FactKind>([
  ...(['caseOpened', 'dueDatesSet', 'assigned', 'transferred', 'responded', 'acknowledged', 'putOnHold', 'resumed', 'closed', 'reopened', 'progressNoteAdded'] as const),
  ...(['taskAdded', 'taskAssigned', 'taskStarted', 'taskFinished', 'merged', 'unmerged', 'followUpOpened', 'followUpClosed'] as const),
]);
/** They move a case on its line, which never goes back (`case-standing.ts`). */
const OF_THE_LINE: ReadonlySet<FactKind> = new Set<FactKind>(['transferred', 'closed', 'reopened', 'merged', 'unmerged']);

/**
 * The promises that were late just before `moment`: missed and still to be kept then, by the rule that says it of now (`lateNow`),
 * from the facts there were at that time. A clock that stood still then is not among them.
 */
export function lateBefore(current: Case, moment: UtcMs): readonly RunningClock[] {
  if (current.receivedAt >= moment || !current.history.some((fact) => promisesBefore(fact, moment))) return [];
  let line: number = current.receivedAt;
  let past: Case | null = null;
  for (const fact of current.history) {
    if (!OF_CLOCKS.has(fact.kind)) continue;
    if (OF_THE_LINE.has(fact.kind)) line = Math.max(line, fact.at);
    const at = momentOf(fact, line);
    if (at < moment) past = evolve(current.id, past, fact);
  }
  return past === null ? [] : lateNow({ ...past, receivedAt: current.receivedAt }, utcMs(moment));
}

/** Whether the fact makes a promise that ends before the moment; without one nothing can be late. Most cases of a month have none. */
function promisesBefore(fact: Fact, moment: UtcMs): boolean {
  switch (fact.kind) {
    case 'caseOpened':
      return isAnyBefore(fact.opened, moment);
    case 'dueDatesSet':
      return isAnyBefore(fact, moment);
    case 'taskAdded':
    case 'taskStarted':
    case 'followUpOpened':
      return fact.dueBy !== null && fact.dueBy < moment;
    default:
      return false;
  }
}

function isAnyBefore({ acknowledgeBy, respondBy, resolveBy }: Pick<Case, 'acknowledgeBy' | 'respondBy' | 'resolveBy'>, moment: UtcMs): boolean {
  return [acknowledgeBy, respondBy, resolveBy].some((due) => due !== null && due < moment);
}

function momentOf(fact: Fact, line: number): number {
  if (fact.kind === 'caseOpened') return -Infinity; // a case counts from its receipt on, whenever it was typed in
  return OF_THE_LINE.has(fact.kind) ? line : fact.at;
}
