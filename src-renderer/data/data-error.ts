import { t } from '../../src-shared/language/language.ts';

/**
 * Why a call to the data process has no answer.
 *
 * `dataRestarted`: the data process ended before it answered; whether it did its work is not known, so a command is sent again with
 * the same id. `timedOut`: no answer in time. `failed`: it answered that something is broken; `cause` says what.
 */
export type DataErrorKind = 'dataRestarted' | 'timedOut' | 'failed';

const SENTENCES: Record<DataErrorKind, string> = {
  dataRestarted: t`The records were reopened just now. Try again.`,
  timedOut: t`The records did not answer in time. Try again; if it happens twice, export the logs (Ctrl+K, “Export logs”) for IT.`,
  failed: t`The records could not do that. Try again; if it happens twice, export the logs (Ctrl+K, “Export logs”) for IT.`,
};

export class DataError extends Error {
  readonly kind: DataErrorKind;

  constructor(kind: DataErrorKind, procedure: string, cause?: unknown) {
    super(`${procedure}: ${kind}`, { cause });
    this.name = 'DataError';
    this.kind = kind;
  }
}

/** A sentence for the person at the keyboard: what happened and what to do next. */
export function dataErrorSentence(error: unknown): string {
  return SENTENCES[error instanceof DataError ? error.kind : 'failed'];
}

/** True when doing the same again, with the same ids, may help and cannot do harm. */
export function isWorthRetrying(error: unknown): boolean {
  return error instanceof DataError && error.kind === 'dataRestarted';
}
