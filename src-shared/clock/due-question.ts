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
 * yesterday. A hold ends with resuming, a transfer or closing; reopening does not bring it back.
 */
export function dueQuestionAt(current: Case, asOf: UtcMs): DueQuestion {
  const opening = current.history.find((fact) => fact.kind === 'caseOpened')?.opened ?? current;
  let { receivedAt, channel, serviceCode, kind }: Omit<DueQuestion, 'pauses'> = opening;
  const pauses: Pause[] = [];
  let open: Pause | null = null;
  for (const fact of current.history) {
    if (fact.at > asOf) continue;
    if (fact.kind === 'fieldsEdited') ({ receivedAt, channel, serviceCode, kind } = { receivedAt, channel, serviceCode, kind, ...editedOf(fact.changes) });
    if (open && ENDS_HOLD.has(fact.kind)) {
      pauses.push({ ...open, to: utcMs(Math.max(open.from, fact.at)) });
      open = null;
    }
    if (fact.kind === 'putOnHold') open = { from: fact.at, to: null, reasonCode: fact.reasonCode, by: fact.by };
  }
  return { receivedAt, channel, serviceCode, kind, pauses: open ? [...pauses, open] : pauses };
}

/** A second hold takes the place of the first. */
const ENDS_HOLD: ReadonlySet<string> = new Set<Fact['kind']>(['resumed', 'transferred', 'closed', 'putOnHold']);

const DECIDING_FIELDS: ReadonlySet<string> = new Set<keyof DueQuestion>(['receivedAt', 'channel', 'serviceCode', 'kind']);

function editedOf(changes: readonly { readonly field: string; readonly to?: unknown }[]): Partial<Omit<DueQuestion, 'pauses'>> {
  const deciding = changes.filter(({ field }) => DECIDING_FIELDS.has(field)).map(({ field, to }) => [field, to]);
  return Object.fromEntries(deciding) as Partial<Omit<DueQuestion, 'pauses'>>; // safe: `decide` took every value from parsed EditCaseArgs
}
