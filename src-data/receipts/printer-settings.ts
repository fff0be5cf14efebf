import { PrinterSettings } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { ReceiptData } from '../../src-shared/receipt/receipt-data.ts';
import { makeReceiptDocument } from '../../src-shared/receipt/receipt-document.ts';
import { STANDARD_TEMPLATE } from '../../src-shared/receipt/receipt-template.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { readSetting, saveSetting } from '../settings/settings.ts';
import { escposBytes } from '../spool/escpos.ts';

const NO_PRINTER: PrinterSettings = { target: { kind: 'none' }, columns: 48, codePage: 'cp858', cuts: true };

/** The receipt printer as it is set up; `none` until somebody sets one up, or when the stored setting cannot be read. */
export function readPrinterSettings(db: ReadDb): PrinterSettings {
  const stored = PrinterSettings.safeParse(readSetting(db, 'printer'));
  return stored.success ? stored.data : NO_PRINTER;
}

export function savePrinterSettings(db: WriteDb, settings: PrinterSettings): void {
  saveSetting(db, 'printer', settings);
}

/** ESC/POS bytes of one receipt for the printer as it is set up now. */
export function layOutForPrinter(db: ReadDb, receipt: ReceiptData): Uint8Array {
  return escposBytes(makeReceiptDocument(receipt, STANDARD_TEMPLATE), readPrinterSettings(db));
}
