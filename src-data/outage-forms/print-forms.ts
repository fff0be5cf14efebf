/** Numbers for paper forms: taken for ever and on disk before the first sheet is laid out. */
import { randomInt } from 'node:crypto';
import type { FormBatch } from '../../src-shared/outage-forms/form-batch.ts';
import type { PrintedForm } from '../../src-shared/outage-forms/evolve-forms.ts';
import { must } from '../../src-shared/util/assert.ts';
import type { CommandId } from '../../src-shared/util/ids.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import type { WriteDb } from '../db/database.ts';
import { shownOffice } from '../office/office-store.ts';
import { type OfficeOutcomeHere, type OfficeSurroundings, runOfficeCommand } from '../office/run-office-command.ts';
import { countNumbersLeft, takeNumberForPaper } from '../outbox/number-pool.ts';

/** Callers still get a number while the server is away. */
export const NUMBERS_LEFT_FOR_CALLS = 25;

export type PrintFormsOutcome =
  | { readonly ok: true; readonly batch: FormBatch }
  | Extract<OfficeOutcomeHere, { ok: false }>
  /** `possible`: how many sheets the numbers in stock are enough for. */
  | { readonly ok: false; readonly reason: 'tooFewNumbers'; readonly details: { readonly possible: number } };

/** Thrown inside the transaction to give the numbers back; never leaves this file. */
class Refused extends Error {
  readonly outcome: Extract<PrintFormsOutcome, { ok: false }>;
  constructor(outcome: Extract<PrintFormsOutcome, { ok: false }>) {
    super(outcome.reason);
    this.outcome = outcome;
  }
}

/**
 * Takes `count` leased numbers for paper, in one durable transaction with the office's record of them. The same `commandId` again
 * answers with the same batch. Only leased numbers go on paper: the workstation's own range is for when those are gone.
 */
export function printForms(db: WriteDb, { commandId, count }: { readonly commandId: CommandId; readonly count: number }, around: OfficeSurroundings): PrintFormsOutcome {
  try {
    return db.transaction(() => {
      const known = batchOf(db, commandId);
      if (known) return { ok: true, batch: known };
      const possible = Math.max(0, countNumbersLeft(db) - NUMBERS_LEFT_FOR_CALLS);
      if (count > possible) throw new Refused({ ok: false, reason: 'tooFewNumbers', details: { possible } });
      const forms = Array.from({ length: count }, (): PrintedForm => ({ number: must(takeNumberForPaper(db, utcMs(around.now())), 'they were counted'), pin: newPin() }));
      const outcome = runOfficeCommand(db, { commandId, type: 'office.printForms', args: { forms } }, around);
      if (!outcome.ok) throw new Refused(outcome);
      return { ok: true, batch: must(batchOf(db, commandId), 'it was accepted') };
    });
  } catch (error) {
    if (error instanceof Refused) return error.outcome;
    throw error;
  }
}

function batchOf(db: WriteDb, commandId: CommandId): FormBatch | null {
  return shownOffice(db).formBatches.find(({ id }) => id === commandId) ?? null;
}

function newPin(): string {
  return String(randomInt(10_000)).padStart(4, '0');
}
