import { t } from '../../src-shared/language/language.ts';
import type { InstallRefusal } from '../../src-shared/protocol/desktop-api.ts';

export interface InstallSituation {
  /** The version that was downloaded and checked, or null. */
  readonly readyVersion: string | null;
  /** Null when the data process did not answer: unknown is not none. */
  readonly openDrafts: number | null;
  /** What the page says must not be interrupted. */
  readonly busyReasons: readonly string[];
}

export type InstallDecision =
  | { readonly mayInstall: true }
  | { readonly mayInstall: false; readonly reason: InstallRefusal; readonly message: string };

/** Whether the app may be replaced now. Pure; an update never interrupts work that is under way. */
export function decideInstall(situation: InstallSituation): InstallDecision {
  const { readyVersion, openDrafts, busyReasons } = situation;
  if (readyVersion === null) return refuse('nothingReady', t`No update has been downloaded yet. Check for one first.`);
  const [firstReason] = busyReasons;
  if (firstReason !== undefined) return refuse('pageBusy', t`${firstReason}. Finish it, then install the update.`);
  if (openDrafts === null) return refuse('draftsUnknown', t`The records do not answer, so open drafts cannot be ruled out. Try again in a moment.`);
  if (openDrafts > 0) return refuse('draftOpen', draftsAreOpen(openDrafts));
  return { mayInstall: true };
}

function draftsAreOpen(count: number): string {
  if (count === 1) return t`A draft is open. Issue or discard it, then install the update.`;
  return t`${count} drafts are open. Issue or discard them, then install the update.`;
}

function refuse(reason: InstallRefusal, message: string): InstallDecision {
  return { mayInstall: false, reason, message };
}
