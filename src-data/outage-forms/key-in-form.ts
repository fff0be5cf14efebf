/** The number on a paper form becomes the number of its case. */
import { randomInt, randomUUID } from 'node:crypto';
import { findForm } from '../../src-shared/outage-forms/form-batch.ts';
import type { FormCheck } from '../../src-shared/protocol/data-rpc/form-views.ts';
import { isPracticeNumber, type TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { CaseId, CommandId } from '../../src-shared/util/ids.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { findCaseIdByNumber } from '../cases/case-queries.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { shownOffice } from '../office/office-store.ts';
import { type OfficeSurroundings, runOfficeCommand } from '../office/run-office-command.ts';
import { useUpNumber } from '../outbox/number-pool.ts';

/** What this workstation knows of a number that was read off a form. */
export function checkForm(db: ReadDb, number: TrackingNumber): FormCheck {
  const found = findForm(shownOffice(db).formBatches, number);
  const caseId = CaseId.nullable().parse(findCaseIdByNumber(db, number));
  const end = found?.form.end ?? null;
  if (end?.kind === 'keyedIn') return { kind: 'keyedIn', caseId: caseId ?? end.caseIds[0] ?? null, by: end.by, at: end.at };
  if (caseId !== null || isPracticeNumber(number)) return { kind: 'used', caseId };
  if (!found) return { kind: 'unknown' };
  return end?.kind === 'spoiled' ? { kind: 'spoiled', reason: end.reason, by: end.by, at: end.at } : { kind: 'out', printedAt: found.batch.printedAt, by: found.batch.by };
}

/**
 * Takes the number of a form for a case, with the PIN that stands on its slip as far as anybody knows. Needs the transaction that
 * writes the case. Null when a case has the number already, or the form was keyed in.
 */
export function takeFormNumber(db: WriteDb, number: TrackingNumber, { caseId, usedAt }: { readonly caseId: CaseId; readonly usedAt: UtcMs }): { readonly trackingNumber: TrackingNumber; readonly pin: string } | null {
  const { kind } = checkForm(db, number);
  if (kind === 'keyedIn' || kind === 'used') return null;
  useUpNumber(db, number, { caseId, usedAt });
  const pin = findForm(shownOffice(db).formBatches, number)?.form.pin ?? String(randomInt(10_000)).padStart(4, '0');
  return { trackingNumber: number, pin };
}

/** Tells everybody that the form is keyed in; in the transaction that gave its number to the case. A second telling has no effect. */
export function noteKeyedIn(db: WriteDb, { number, caseId }: { readonly number: TrackingNumber; readonly caseId: CaseId }, around: OfficeSurroundings): void {
  const batchId = findForm(shownOffice(db).formBatches, number)?.batch.id ?? null;
  runOfficeCommand(db, { commandId: CommandId.parse(randomUUID()), type: 'office.keyInForm', args: { number, caseId, batchId } }, around);
}
