import { t } from '../../src-shared/language/language.ts';

/** Why a receipt waits: nothing has been sent, and it prints by itself once this is mended. */
export const WAIT_PROBLEMS = [
  'noPrinter',
  'unreachable',
  'paperOut',
  'coverOpen',
  'offline',
  'printerFault',
  'notFound',
  'noPermission',
  'busy',
  'diskFull',
  'cannotOpen',
  'noPrintService',
  'queueGone',
  'queueStopped',
] as const;
export type WaitProblem = (typeof WAIT_PROBLEMS)[number];

/** Why a receipt needs a look: it may or may not be on paper, or nobody may want it any more. It never prints by itself again. */
export const LOOK_PROBLEMS = [
  'interrupted',
  'connectionLost',
  'noAnswer',
  'paperRanOut',
  'coverOpened',
  'stopped',
  'waitedTooLong',
  'notReadable',
  'queueRefused',
  'queueHeld',
  'queueStuck',
  'queueCancelled',
  'queueAborted',
] as const;
export type LookProblem = (typeof LOOK_PROBLEMS)[number];

export type SpoolProblem = WaitProblem | LookProblem;

const LOOK_AT_THE_PRINTER = t`Look at the printer: print this receipt again only if it did not come out whole.`;

/** What happened and what to do next, for the person at the counter. */
const SENTENCES: Record<SpoolProblem, string> = {
  noPrinter: t`No receipt printer is set up on this workstation. Show the receipt or save it as PDF, or set up a printer on the Sync screen (F8).`,
  unreachable: t`The printer does not answer. Check that it is switched on and connected; the receipt prints when it is back.`,
  paperOut: t`The printer is out of paper. Put in a new roll; the receipt then prints by itself.`,
  coverOpen: t`The printer's cover is open. Close it; the receipt then prints by itself.`,
  offline: t`The printer is offline. Press its feed or online button; the receipt then prints by itself.`,
  printerFault: t`The printer reports a fault, often a paper jam. Open it, take out the paper, then switch it off and on.`,
  notFound: t`The printer is not there. Check its cable, and its path in the printer settings.`,
  noPermission: t`This workstation is not allowed to write to the printer. Ask your IT office to allow it.`,
  busy: t`Another program is using the printer. The receipt prints when the printer is free.`,
  diskFull: t`There is no room left where the receipt is written. Free some space; the receipt then prints by itself.`,
  cannotOpen: t`The printer could not be opened. Check its cable, and its path in the printer settings.`,
  noPrintService: t`The print service of this computer does not answer. The receipt prints when it is back; if it stays away, ask your IT office.`,
  queueGone: t`This computer has no print queue of that name any more. Choose another one in the printer settings.`,
  queueStopped: t`The print queue of this computer is stopped. Start it in the system’s printer settings; the receipt then prints by itself.`,
  interrupted: t`Portreeve was closed while this receipt was printing. ${LOOK_AT_THE_PRINTER}`,
  connectionLost: t`The connection broke while this receipt was printing. ${LOOK_AT_THE_PRINTER}`,
  noAnswer: t`The printer took this receipt but never said that it was done. ${LOOK_AT_THE_PRINTER}`,
  paperRanOut: t`The paper ran out while this receipt was printing. Put in a new roll. ${LOOK_AT_THE_PRINTER}`,
  coverOpened: t`The printer's cover was opened while this receipt was printing. Close it. ${LOOK_AT_THE_PRINTER}`,
  stopped: t`The printer stopped while this receipt was printing. ${LOOK_AT_THE_PRINTER}`,
  waitedTooLong: t`This receipt has waited for many hours, and the citizen may have left. Print it now if it is still wanted.`,
  notReadable: t`This receipt could not be laid out. Print it anew from its case; if that fails too, send the logs to your IT office.`,
  queueRefused: t`The print queue of this computer did not take this receipt. Nothing of it was printed. Check the queue in the system’s printer settings, then print it again.`,
  queueHeld: t`The print queue of this computer held this receipt back too long, so it was taken back. Nothing of it was printed. Look at the queue, then print it again.`,
  queueStuck: t`The print queue of this computer did not finish this receipt, so it was taken back. ${LOOK_AT_THE_PRINTER}`,
  queueCancelled: t`Somebody cancelled this receipt in the print queue of this computer. ${LOOK_AT_THE_PRINTER}`,
  queueAborted: t`The print queue of this computer gave this receipt up. ${LOOK_AT_THE_PRINTER}`,
};

const WHILE_PRINTING: Partial<Record<WaitProblem, LookProblem>> = { paperOut: 'paperRanOut', coverOpen: 'coverOpened' };

/** What a printer reports when it has had some of a receipt already. */
export function whilePrinting(problem: WaitProblem): LookProblem {
  return WHILE_PRINTING[problem] ?? 'stopped';
}

export function problemSentence(problem: SpoolProblem): string {
  return SENTENCES[problem];
}
