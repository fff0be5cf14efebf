import { t } from '../../src-shared/language/language.ts';
import { type ReactElement, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote, Note } from '../ui/note.tsx';
import { Select } from '../ui/select.tsx';
import { PAPER_CHOICES } from './output-fields.tsx';
import type { Paper, PaperDocument } from './use-paper.ts';
import { useSystemPrinters } from '../data/use-system-printers.ts';

export interface PrinterDialogProps {
  readonly document: PaperDocument;
  readonly paper: Paper;
  readonly onClose: () => void;
}

/** Which of the computer's printers prints the document, the usual one first. Where there is none, it becomes a PDF. */
export function PrinterDialog({ document, paper, onClose }: PrinterDialogProps): ReactElement {
  const printers = useSystemPrinters();
  const [chosen, setChosen] = useState<string | null>(null);
  const deviceName = chosen ?? printers?.[0]?.name ?? null;
  const hasPrinter = deviceName !== null;
  async function act(): Promise<void> {
    if (await (hasPrinter ? paper.print(document, deviceName) : paper.savePdf(document))) onClose();
  }
  const footer = (
    <>
      <Button onPress={onClose} keyHint="Esc">
        {t`Cancel`}
      </Button>
      <Button type="submit" look="primary" icon={hasPrinter ? 'printer' : 'disk'} isPending={paper.isBusy || printers === null} autoFocus>
        {hasPrinter || printers === null ? t`Print` : t`Save as PDF`}
      </Button>
    </>
  );
  return (
    <Dialog title={t`Print ${document.title}`} isOpen onClose={onClose} footer={footer} onSubmit={() => void act()}>
      {paper.problem !== null && <ErrorNote>{paper.problem}</ErrorNote>}
      {printers?.length === 0 && <Note>{t`This computer has no printer set up. Save a PDF and print it where there is one, or ask your IT office to add a printer.`}</Note>}
      {hasPrinter && printers !== null && (
        <Select label={t`Printer`} value={deviceName} onChange={setChosen} choices={printers.map(({ name, displayName }) => ({ value: name, label: displayName }))} />
      )}
      <Select label={t`Paper`} value={paper.paper} onChange={paper.setPaper} choices={PAPER_CHOICES} />
    </Dialog>
  );
}
