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
] as const;
export type LookProblem = (typeof LOOK_PROBLEMS)[number];

export type SpoolProblem = WaitProblem | LookProblem;

const LOOK_AT_THE_PRINTER = 'Look at the printer: print this receipt again only if it did not come out whole.';

/** What happened and what to do next, for the person at the counter. */
const SENTENCES: Record<SpoolProblem, string> = {
  noPrinter: 'No receipt printer is set up on this workstation. Show the receipt or save it as PDF, or set up a printer on the Sync screen (F8).',
  unreachable: 'The printer does not answer. Check that it is switched on and connected; the receipt prints when it is back.',
  paperOut: 'The printer is out of paper. Put in a new roll; the receipt then prints by itself.',
  coverOpen: "The printer's cover is open. Close it; the receipt then prints by itself.",
  offline: 'The printer is offline. Press its feed or online button; the receipt then prints by itself.',
  printerFault: 'The printer reports a fault, often a paper jam. Open it, take out the paper, then switch it off and on.',
  notFound: 'The printer is not there. Check its cable, and its path in the printer settings.',
  noPermission: 'This workstation is not allowed to write to the printer. Ask your IT office to allow it.',
  busy: 'Another program is using the printer. The receipt prints when the printer is free.',
  diskFull: 'There is no room left where the receipt is written. Free some space; the receipt then prints by itself.',
  cannotOpen: 'The printer could not be opened. Check its cable, and its path in the printer settings.',
  interrupted: `Portreeve was closed while this receipt was printing. ${LOOK_AT_THE_PRINTER}`,
  connectionLost: `The connection broke while this receipt was printing. ${LOOK_AT_THE_PRINTER}`,
  noAnswer: `The printer took this receipt but never said that it was done. ${LOOK_AT_THE_PRINTER}`,
  paperRanOut: `The paper ran out while this receipt was printing. Put in a new roll. ${LOOK_AT_THE_PRINTER}`,
  coverOpened: `The printer's cover was opened while this receipt was printing. Close it. ${LOOK_AT_THE_PRINTER}`,
  stopped: `The printer stopped while this receipt was printing. ${LOOK_AT_THE_PRINTER}`,
  waitedTooLong: 'This receipt has waited for many hours, and the citizen may have left. Print it now if it is still wanted.',
  notReadable: 'This receipt could not be laid out. Print it anew from its case; if that fails too, send the logs to your IT office.',
};

export function problemSentence(problem: SpoolProblem): string {
  return SENTENCES[problem];
}
