import { t } from '../../src-shared/language/language.ts';
import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { dataErrorSentence } from '../data/data-error.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, type DialogProps } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { PrinterDialog } from './printer-dialog.tsx';
import { type PaperDocument, usePaper } from './use-paper.ts';

export interface ListPaperDialogProps {
  readonly title: string;
  readonly size: NonNullable<DialogProps['size']>;
  /** Null while the list is put together. */
  readonly document: PaperDocument | null;
  /** The list for a spreadsheet. */
  readonly csv: () => string;
  /** There is nothing to print in an empty list. */
  readonly isEmpty: boolean;
  /** Why it could not be put together. */
  readonly error: Error | null;
  readonly onClose: () => void;
  /** What the list says, as far as it is shown before it is printed. */
  readonly children: ReactNode;
}

/** A list for paper, as PDF or for a spreadsheet; the focus goes to Print as soon as there is something. Needs no network. */
export function ListPaperDialog({ title, size, document, csv, isEmpty, error, onClose, children }: ListPaperDialogProps): ReactElement {
  const paper = usePaper();
  const [isPrinting, setPrinting] = useState(false);
  const isReady = document !== null && !isEmpty;
  const printButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isReady) printButton.current?.focus();
  }, [isReady]);
  if (isPrinting && document) return <PrinterDialog document={document} paper={paper} onClose={onClose} />;
  async function saveCsv({ title: name, suggestedName }: PaperDocument): Promise<void> {
    if (await paper.saveText({ text: csv(), title: name, suggestedName, extension: 'csv' })) onClose();
  }
  const footer = (
    <>
      <Button onPress={onClose} keyHint="Esc">
        {t`Cancel`}
      </Button>
      <Button onPress={() => document && void saveCsv(document)} isDisabled={!isReady} isPending={paper.isBusy}>
        {t`Save as CSV`}
      </Button>
      <Button onPress={() => document && void paper.savePdf(document).then((isSaved) => isSaved && onClose())} isDisabled={!isReady} isPending={paper.isBusy}>
        {t`Save as PDF`}
      </Button>
      <Button type="submit" look="primary" icon="printer" isDisabled={!isReady} buttonRef={printButton}>
        {t`Print`}
      </Button>
    </>
  );
  return (
    <Dialog title={title} isOpen onClose={onClose} onSubmit={() => isReady && setPrinting(true)} footer={footer} size={size}>
      {paper.problem !== null && <ErrorNote>{paper.problem}</ErrorNote>}
      {error && <ErrorNote>{dataErrorSentence(error)}</ErrorNote>}
      {document === null ? !error && <p className="muted">{t`Putting the list together …`}</p> : children}
    </Dialog>
  );
}
