/** What would put back what was done to many cases at once. */
import { t } from '../../../src-shared/language/language.ts';
import type { CaseRow } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import type { CaseId } from '../../../src-shared/util/ids.ts';
import { create } from 'zustand';
import { data } from '../../data/data-client.ts';
import { type CommandBody, type EachResult, runForEach } from '../../data/run-for-each.ts';
import { caseCount } from '../../ui/case-words.ts';

export interface UndoStep {
  readonly row: CaseRow;
  /** In order; none: this cannot be put back. */
  readonly bodies: readonly CommandBody[];
  /** It was on hold, which the command ended: it is put on hold again as the last thing. */
  readonly endedHold: boolean;
}

export interface Undoable {
  /** Whose it is to undo: nobody undoes in another's name. */
  readonly ownerId: string;
  /** What was done: `20 cases assigned to Rosa Delgado.` */
  readonly sentence: string;
  readonly steps: readonly UndoStep[];
}

/** The last thing that was done to many cases, in the queue or on the Overdue board; null: nothing, or it is undone. */
export const useUndo = create<{ readonly last: Undoable | null }>(() => ({ last: null }));

/** Keeps what was done, to be undone once. Returns what to say of it. */
export function rememberDone(done: Undoable): string {
  const mayUndo = done.steps.some(({ bodies }) => bodies.length > 0);
  useUndo.setState({ last: mayUndo ? done : null });
  return mayUndo ? t`${done.sentence} Ctrl+Z undoes it.` : done.sentence;
}

/** How what was done to one case is put back. `row`: as it was before; `given`: the commands, in their order. */
export function undoStep(row: CaseRow, given: readonly CommandBody[], actorId: string): UndoStep {
  const endedHold = row.state === 'onHold' && given.some(({ type }) => type === 'case.transfer' || type === 'case.close');
  return { row, bodies: given.toReversed().flatMap((body) => inverseOf(row, body, actorId)), endedHold };
}

/** The commands that give a case back what one command took from it. `row`: as it was before. */
export function inverseOf(row: CaseRow, body: CommandBody, actorId: string): readonly CommandBody[] {
  switch (body.type) {
    case 'case.take':
      return givenBack(row, actorId);
    case 'case.assign':
      return givenBack(row, body.args.assigneeId);
    case 'case.transfer': {
      const back = { type: 'case.transfer', args: { departmentCode: row.departmentCode, seenDepartmentCode: body.args.departmentCode, reason: t`Transferred by mistake: undone`, isMisrouted: false } } as const;
      return row.assigneeId === null ? [back] : [back, { type: 'case.assign', args: { assigneeId: row.assigneeId, seenAssigneeId: null, note: '' } }];
    }
    case 'case.hold':
      return [{ type: 'case.resume', args: { note: t`Put on hold by mistake: undone` } }];
    case 'case.close':
      return [{ type: 'case.reopen', args: { reason: t`Closed by mistake: undone` } }];
    default:
      return [];
  }
}

function givenBack(row: CaseRow, to: string | null): readonly CommandBody[] {
  // Safe: ids of staff, as the command had them; what is no active person is refused with a sentence.
  const seenAssigneeId = to as CaseRow['assigneeId'];
  return [{ type: 'case.assign', args: { assigneeId: row.assigneeId, seenAssigneeId, note: t`Undone` } }];
}

export interface UndoOutcome {
  readonly sentence: string;
  /** What could not be put back, and why; null: all was. */
  readonly problem: string | null;
}

/** Puts back what it can, once; what somebody changed since stays theirs. */
export async function undoLast(describe: (result: Pick<EachResult<CaseRow>, 'refused'>) => string | null): Promise<UndoOutcome | null> {
  const { last } = useUndo.getState();
  if (last === null) return null;
  useUndo.setState({ last: null });
  const staying = last.steps.filter(({ bodies }) => bodies.length === 0).map(({ row }) => ({ row, sentence: t`This stays in the history.`, doneBefore: 0 }));
  const open = last.steps.filter(({ bodies }) => bodies.length > 0);
  const holds = await holdsOf(open);
  const stepOf = new Map(open.map((step) => [step.row.caseId, step]));
  const bodiesOf = ({ caseId }: CaseRow): readonly CommandBody[] => [...(stepOf.get(caseId)?.bodies ?? []), ...(holds.get(caseId) ?? [])];
  const { done, refused } = await runForEach(open.map(({ row }) => row), bodiesOf);
  const told = refused.map((one) => (one.doneBefore < (stepOf.get(one.row.caseId)?.bodies.length ?? 0) ? one : { ...one, sentence: t`It is back, but not on hold again: ${one.sentence}` }));
  return { sentence: t`Undone for ${caseCount(done.length)}.`, problem: describe({ refused: [...staying, ...told] }) };
}

/** What puts those on hold again that were. Where the records cannot say it, their other commands are put back all the same. */
async function holdsOf(steps: readonly UndoStep[]): Promise<ReadonlyMap<CaseId, readonly CommandBody[]>> {
  const caseIds = steps.filter(({ endedHold }) => endedHold).map(({ row }) => row.caseId);
  if (caseIds.length === 0) return new Map();
  const known = await data.cases.beforeBulk({ caseIds }).catch(() => []);
  return new Map(known.flatMap(({ caseId, lastHold }) => (lastHold === null ? [] : [[caseId, [{ type: 'case.hold', args: lastHold }]] as const])));
}
