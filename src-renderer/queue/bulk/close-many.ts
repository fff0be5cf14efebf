/** Closing many cases at once: what is asked, for which of them, and the commands of each. Pure. */
import type { ContactMethod } from '../../../src-shared/domain/fact.ts';
import { t } from '../../../src-shared/language/language.ts';
import type { BulkCase, ToldHow } from '../../../src-shared/protocol/data-rpc/bulk-views.ts';
import type { CaseRow } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import type { CommandBody } from '../../data/run-for-each.ts';

export interface CloseManyValues {
  readonly disposition: string;
  readonly closingNote: string;
  /** Of construction and major repairs, and of other work where it is known. */
  readonly completionDate: string;
  /** How the work went, where nobody has said it yet. Empty: such a case stays open. */
  readonly progress: string;
  /** How the citizens of complaints were told that the city has them. Empty: not said, and such a case stays open. */
  readonly toldBy: ContactMethod | '';
  readonly openTasks: 'refuse' | 'notNeeded';
}

export const NOTHING_TYPED: CloseManyValues = { disposition: '', closingNote: '', completionDate: '', progress: '', toldBy: '', openTasks: 'refuse' };

/** How many of the cases ask for what. */
export interface CloseManyNeeds {
  readonly majorRepairs: number;
  readonly withoutProgress: number;
  readonly notAcknowledged: number;
  readonly withOpenTasks: number;
  readonly told: Readonly<Record<ToldHow, number>>;
}

export function needsOfMany(known: readonly BulkCase[]): CloseManyNeeds {
  const count = (fits: (one: BulkCase) => boolean): number => known.filter(fits).length;
  const toldCount = (how: ToldHow): number => count(({ told }) => told === how);
  return {
    majorRepairs: count(({ needs }) => needs.completionDate),
    withoutProgress: count(({ needs }) => needs.progressNote),
    notAcknowledged: count(({ needs }) => needs.acknowledgement),
    withOpenTasks: count(({ openTaskCount }) => openTaskCount > 0),
    told: { sent: toldCount('sent'), letter: toldCount('letter'), call: toldCount('call'), nothing: toldCount('nothing') },
  };
}

/** Whether a case stays open, because something it needs is not given here. */
export function staysOpen({ needs, openTaskCount }: BulkCase, { completionDate, progress, toldBy, openTasks }: CloseManyValues): boolean {
  const isUnfinished = (needs.completionDate && completionDate === '') || (needs.progressNote && progress.trim() === '');
  return isUnfinished || (needs.acknowledgement && toldBy === '') || (openTaskCount > 0 && openTasks === 'refuse');
}

/** What is missing, by field, in the order of the screen. What only some of the cases need may be left out: these stay open. */
export function missingInCloseMany({ disposition, closingNote, completionDate }: CloseManyValues, today: string): Readonly<Record<string, string | undefined>> {
  return {
    completionDate: completionDate > today ? t`This day is still to come. Give the day the work was complete.` : undefined,
    disposition: disposition === '' ? t`Choose how it ended.` : undefined,
    closingNote: closingNote.trim() === '' ? t`Write what was done, in words the citizen understands.` : undefined,
  };
}

/**
 * The commands that close one case, the closing last. A case that stays open gets the closing alone, so that it is refused with its
 * reason and nothing is noted on it before. Nobody counts as served at first contact here: that is said case by case.
 */
export function closingBodies(row: Pick<CaseRow, 'kind'>, known: BulkCase | undefined, values: CloseManyValues): readonly CommandBody[] {
  const { disposition, closingNote, completionDate, progress, toldBy, openTasks } = values;
  const hasWork = row.kind === 'serviceRequest' || known?.needs.completionDate === true;
  const close: CommandBody = { type: 'case.close', args: { disposition, closingNote, completionDate: hasWork && completionDate !== '' ? completionDate : null, openTasks, isFirstContact: false } };
  if (known === undefined || staysOpen(known, values)) return [close];
  const { needs } = known;
  return [
    ...(needs.acknowledgement && toldBy !== '' ? [{ type: 'case.acknowledge', args: { method: toldBy, text: '' } } as const] : []),
    ...(needs.progressNote ? [{ type: 'case.addProgressNote', args: { text: progress } } as const] : []),
    close,
  ];
}
