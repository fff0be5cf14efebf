import { type ReactElement, useEffect, useState } from 'react';
import type { DocumentPaper, SystemPrinter } from '../../src-shared/protocol/desktop-api.ts';
import { desktop } from '../data/desktop.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote, Note } from '../ui/note.tsx';
import { type Choice, Select } from '../ui/select.tsx';
import type { Paper, PaperDocument } from './use-paper.ts';

export interface PrinterDialogProps {
  readonly document: PaperDocument;
  readonly paper: Paper;
  readonly onClose: () => void;
}

const PAPERS: readonly Choice<DocumentPaper>[] = [
  { value: 'letter', label: 'Letter' },
  { value: 'a4', label: 'A4' },
];

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
        Cancel
      </Button>
      <Button type="submit" look="primary" icon={hasPrinter ? 'printer' : 'disk'} isPending={paper.isBusy || printers === null} autoFocus>
        {hasPrinter || printers === null ? 'Print' : 'Save as PDF'}
      </Button>
    </>
  );
  return (
    <Dialog title={`Print ${document.title}`} isOpen onClose={onClose} footer={footer} onSubmit={() => void act()}>
      {paper.problem !== null && <ErrorNote>{paper.problem}</ErrorNote>}
      {printers?.length === 0 && <Note>This computer has no printer set up. Save a PDF and print it where there is one, or ask your IT office to add a printer.</Note>}
      {hasPrinter && printers !== null && (
        <Select label="Printer" value={deviceName} onChange={setChosen} choices={printers.map(({ name, displayName }) => ({ value: name, label: displayName }))} />
      )}
      <Select label="Paper" value={paper.paper} onChange={paper.setPaper} choices={PAPERS} />
    </Dialog>
  );
}

/** The default one first; null until they are known. */
function useSystemPrinters(): readonly SystemPrinter[] | null {
  const [printers, setPrinters] = useState<readonly SystemPrinter[] | null>(null);
  useEffect(() => {
    let isShown = true;
    void desktop()
      .print.listPrinters()
      .then((found) => isShown && setPrinters(found));
    return () => {
      isShown = false;
    };
  }, []);
  return printers;
}
