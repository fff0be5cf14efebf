import { PrinterSettings } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { readSetting, saveSetting } from '../settings/settings.ts';
import { escposBytes } from '../spool/escpos.ts';
import { documentOf, type SpoolPaper } from '../spool/spool-paper.ts';

const NO_PRINTER: PrinterSettings = { target: { kind: 'none' }, columns: 48, codePage: 'cp858', cuts: true };

/** The receipt printer as it is set up; `none` until somebody sets one up, or when the stored setting cannot be read. */
export function readPrinterSettings(db: ReadDb): PrinterSettings {
  const stored = PrinterSettings.safeParse(readSetting(db, 'printer'));
  return stored.success ? stored.data : NO_PRINTER;
}

export function savePrinterSettings(db: WriteDb, settings: PrinterSettings): void {
  saveSetting(db, 'printer', settings);
}

/** ESC/POS bytes of one receipt or form for the printer as it is set up now. */
export function layOutForPrinter(db: ReadDb, paper: SpoolPaper): Uint8Array {
  return escposBytes(documentOf(paper), readPrinterSettings(db));
}
