import { t } from '../../src-shared/language/language.ts';

/** What the trouble screen says. Every text is for whoever sits at the workstation, except `details`. */
export interface Trouble {
  readonly title: string;
  /** What happened, and what is safe. One paragraph each. */
  readonly explanation: readonly string[];
  /** What to do, in this order. */
  readonly steps: readonly string[];
  readonly canExportBackup: boolean;
  /** Lines for the administrator; no personal text. */
  readonly details: readonly string[];
}

const KEPT = t`Every case that was given a tracking number is kept on this computer.`;
const STILL_TYPED = t`What you were typing is still there, behind this screen.`;
const EXPORT_AND_ASK = t`If this screen comes back, export the logs and give them to your administrator. Until then, take cases on the printed forms.`;

/** The data process crashed again and again. */
export function dataProcessGaveUp(details: readonly string[]): Trouble {
  return {
    title: t`The records on this workstation keep closing`,
    explanation: [
      t`Portreeve tried eight times to open them again. The usual causes are a full disk, too little memory, or another program that holds the files.`,
      `${KEPT} ${STILL_TYPED}`,
    ],
    steps: [t`Check that the disk is not full, and close programs you do not need.`, t`Restart.`, EXPORT_AND_ASK],
    canExportBackup: false,
    details,
  };
}

/** The data process said that it cannot open the records, and why. */
export function recordsCannotBeOpened(message: string, canExportBackup: boolean, details: readonly string[]): Trouble {
  const backupFirst = canExportBackup ? [t`Export a backup of the records to a safe place.`] : [];
  return {
    title: t`The records on this workstation cannot be opened`,
    explanation: [message, t`Nothing was deleted.`],
    steps: [...backupFirst, t`Restart once what is said above is put right.`, EXPORT_AND_ASK],
    canExportBackup,
    details,
  };
}

/** The page crashed again and again, or its files are missing. */
export function pageKeepsStopping(details: readonly string[]): Trouble {
  return {
    title: t`This window keeps stopping`,
    explanation: [t`Portreeve loaded the window again, and it stopped each time. The usual causes are too little memory or a damaged installation.`, t`${KEPT} Drafts are kept as well.`],
    steps: [t`Close programs you do not need.`, t`Restart.`, EXPORT_AND_ASK],
    canExportBackup: false,
    details,
  };
}
