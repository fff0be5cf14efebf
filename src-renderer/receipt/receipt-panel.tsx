import { t } from '../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import type { Language } from '../../src-shared/domain/case.ts';
import type { PrintJobRow } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { ReceiptPaper as Paper } from '../../src-shared/protocol/desktop-api.ts';
import { makeReceiptDocument } from '../../src-shared/receipt/receipt-document.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote, Note } from '../ui/note.tsx';
import { Select } from '../ui/select.tsx';
import { ReceiptPaper } from './receipt-paper.tsx';
import type { ReceiptPrinting } from './use-receipt-printing.ts';
import './receipt-panel.css';

const LANGUAGES: readonly { readonly value: Language; readonly label: string }[] = [
  { value: 'en', label: t`English` },
  { value: 'es', label: t`Español` },
];
const PAPERS: readonly { readonly value: Paper; readonly label: string }[] = [
  { value: 'letter', label: t`Letter` },
  { value: 'a4', label: 'A4' },
  { value: '80mm', label: t`80 mm roll` },
];

/** The receipt before it is paper: language, preview, and where else it can go. The print button itself is the screen's. */
export function ReceiptPanel({ printing }: { readonly printing: ReceiptPrinting }): ReactElement {
  const { receipt, isMissing } = printing;
  return (
    <div className="receipt-panel">
      <div className="receipt-panel-settings">
        <Select<Language> label={t`Language`} value={printing.language} onChange={printing.setLanguage} choices={LANGUAGES} />
        <Select<Paper> label={t`Paper for PDF`} value={printing.paper} onChange={printing.setPaper} choices={PAPERS} />
        <Button look="quiet" onPress={() => void printing.toPdf()} isDisabled={!receipt}>
          {t`Save as PDF`}
        </Button>
        {printing.systemPrinters.map((printer) => (
          <Button key={printer.name} look="quiet" icon="printer" onPress={() => void printing.toSystemPrinter(printer.name)} isDisabled={!receipt}>
            {printer.displayName || printer.name}
          </Button>
        ))}
      </div>
      {isMissing && <Note>{t`This workstation may not show this case, so its receipt is not shown. It can still be printed.`}</Note>}
      {receipt && <ReceiptPaper document={makeReceiptDocument(receipt)} />}
    </div>
  );
}

const JOB_WORDS: Record<PrintJobRow['state'], string> = {
  waiting: t`Waiting for the printer.`,
  printing: t`Printing …`,
  printed: t`Printed.`,
  needsLook: t`Look at the printer.`,
};

/** What has become of the copy, or why there is none. */
export function PrintStatus({ printing }: { readonly printing: ReceiptPrinting }): ReactElement | null {
  const { job, problem, hasReceiptPrinter } = printing;
  if (problem !== null) return <ErrorNote>{problem}</ErrorNote>;
  if (job && (job.problem !== null || job.state === 'needsLook')) return <Note tone="warning">{job.problem ?? JOB_WORDS[job.state]}</Note>;
  if (job) return <p role="status">{JOB_WORDS[job.state]}</p>;
  if (hasReceiptPrinter === false) return <p className="muted">{t`No receipt printer is set up on this workstation: the receipt is saved as a PDF.`}</p>;
  return null;
}
