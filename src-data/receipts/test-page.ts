import { interfaceLanguage, t } from '../../src-shared/language/language.ts';
import type { PrinterSettings } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { citizenDate } from '../../src-shared/receipt/citizen-date.ts';
import type { ReceiptDocument } from '../../src-shared/receipt/receipt-document.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';

/** Every letter beyond ASCII that English and Spanish need; what a wrong code page shows otherwise. */
export const TEST_LETTERS = 'ñ Ñ á é í ó ú Á É Í Ó Ú ü Ü ¿ ¡ € °';
export const TEST_QR = 'PORTREEVE TEST PAGE 123';

export interface TestPage {
  readonly settings: PrinterSettings;
  readonly stationName: string;
  readonly printedAt: UtcMs;
  readonly timeZone: string;
}

/** A page that shows whether width, letters, QR code and cutter are set as the printer needs them. No citizen's text, no number. */
export function testPage({ settings, stationName, printedAt, timeZone }: TestPage): ReceiptDocument {
  const { columns, codePage, cuts } = settings;
  const language = interfaceLanguage();
  return {
    language,
    title: t`Printer test`,
    sections: [
      { name: 'city', blocks: [{ kind: 'text', role: 'city', text: t`Printer test` }, { kind: 'text', role: 'note', text: stationName }] },
      {
        name: 'details',
        blocks: [
          { kind: 'text', role: 'heading', text: t`As it is set up` },
          { kind: 'field', label: t`Paper`, value: columns === 32 ? t`58 mm, ${columns} characters a line` : t`80 mm, ${columns} characters a line` },
          { kind: 'field', label: t`Letters`, value: codePage },
          { kind: 'field', label: t`Cutter`, value: cuts ? t`yes` : t`no` },
          { kind: 'field', label: t`Printed`, value: citizenDate(printedAt, timeZone, language) },
        ],
      },
      {
        name: 'next',
        blocks: [
          { kind: 'text', role: 'heading', text: t`These letters must read the same on the screen` },
          { kind: 'text', role: 'strong', text: TEST_LETTERS },
          { kind: 'text', role: 'body', text: t`This line goes from edge to edge and does not break:` },
          { kind: 'text', role: 'note', text: rulerOf(columns) },
        ],
      },
      { name: 'status', blocks: [{ kind: 'qr', content: TEST_QR, caption: t`A phone reads this code` }] },
    ],
  };
}

/** `1234567890…`, as long as a line. */
export function rulerOf(columns: number): string {
  return '1234567890'.repeat(Math.ceil(columns / 10)).slice(0, columns);
}
