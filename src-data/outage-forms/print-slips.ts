import { t } from '../../src-shared/language/language.ts';
import { findForm } from '../../src-shared/outage-forms/form-batch.ts';
import type { FormSlip } from '../../src-shared/outage-forms/form-slip.ts';
import type { PrintSlipsInput, PrintSlipsReply } from '../../src-shared/protocol/data-rpc/form-views.ts';
import { formatTrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { currentCatalogue } from '../cases/catalogue.ts';
import type { WriteDb } from '../db/database.ts';
import { shownOffice } from '../office/office-store.ts';
import { readPrinterSettings } from '../receipts/printer-settings.ts';
import { FORM_JOB, queueReceipt } from '../spool/job-store.ts';

/**
 * Queues forms that are out for the receipt printer, in the order given, all or none. A first print is queued once however often it is
 * asked for; printed again, each form once for one `requestId`.
 */
export function printSlips(db: WriteDb, { requestId, numbers, isAgain }: PrintSlipsInput, now: UtcMs): PrintSlipsReply {
  return db.transaction(() => {
    if (readPrinterSettings(db).target.kind === 'none') return { ok: false, sentence: t`No receipt printer is set up at this workstation. Set one up in Sync under Receipt printer, or print the forms on pages.` };
    const catalogue = currentCatalogue(db);
    const batches = shownOffice(db).formBatches;
    const forms = numbers.map((number) => ({ number, form: findForm(batches, number)?.form }));
    const gone = forms.find(({ form }) => form?.end !== null);
    if (gone) return { ok: false, sentence: t`The form ${formatTrackingNumber(gone.number)} is not out any more. Look at the list of its sheets.` };
    if (catalogue === null) return { ok: false, sentence: t`This workstation does not know its city yet. Connect it to the server for a moment.` };
    const { name, departmentLine, address, phone, website, statusUrl, timeZone } = catalogue.city;
    const common = { paper: 'outageForm', city: { name, departmentLine, address, phone, website, statusUrl }, timeZone, printedAt: now, copyNumber: isAgain ? 1 : 0 } as const;
    for (const { number, form } of forms) {
      const slip: FormSlip = { ...common, trackingNumber: number, pin: form?.pin ?? null };
      queueReceipt(db, { jobId: `${FORM_JOB}${number}${isAgain ? `.${requestId}` : ''}`, receipt: slip, now });
    }
    return { ok: true, count: forms.length };
  });
}
