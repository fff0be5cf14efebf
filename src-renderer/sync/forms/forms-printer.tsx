import { type ReactElement, useState } from 'react';
import { t } from '../../../src-shared/language/language.ts';
import type { OutageForm } from '../../../src-shared/outage-forms/form-batch.ts';
import { utcMs } from '../../../src-shared/util/time.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { data } from '../../data/data-client.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { newCommandId } from '../../data/new-id.ts';
import { untilAnswered } from '../../data/until-answered.ts';
import { PrinterDialog } from '../../paper/printer-dialog.tsx';
import { type PaperDocument, usePaper } from '../../paper/use-paper.ts';
import { showToast } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { type Choice, Select } from '../../ui/select.tsx';
import { formsDocument } from './forms-document.ts';

type FormPaper = 'pages' | 'slips';
const CHOICES: readonly Choice<FormPaper>[] = [
  { value: 'pages', label: t`Pages, on an office printer` },
  { value: 'slips', label: t`80 mm slips, on the receipt printer` },
];
const PAPER_KEY = 'portreeve.forms.paper';

interface FormsPrinterProps {
  readonly forms: readonly OutageForm[];
  /** They were on paper before, and say so. */
  readonly isAgain: boolean;
  readonly onClose: () => void;
}

/** On which paper the forms are printed; kept for this workstation. */
export function FormsPrinter({ forms, isAgain, onClose }: FormsPrinterProps): ReactElement {
  const catalogue = useCatalogue();
  const paper = usePaper();
  const [kind, setKind] = useState<FormPaper>(() => (localStorage.getItem(PAPER_KEY) === 'slips' ? 'slips' : 'pages'));
  const [pages, setPages] = useState<PaperDocument | null>(null);
  const [requestId] = useState(newCommandId);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  if (pages) return <PrinterDialog document={pages} paper={paper} onClose={onClose} />;

  async function printSlips(): Promise<void> {
    setPending(true);
    setProblem(null);
    try {
      const reply = await untilAnswered(() => data.forms.printSlips({ requestId, numbers: forms.map(({ number }) => number), isAgain }));
      if (!reply.ok) return setProblem(reply.sentence);
      showToast(reply.count === 1 ? t`1 form is on its way to the receipt printer.` : t`${reply.count} forms are on their way to the receipt printer.`);
      onClose();
    } catch (error) {
      setProblem(dataErrorSentence(error));
    } finally {
      setPending(false);
    }
  }
  function act(): void {
    localStorage.setItem(PAPER_KEY, kind);
    if (kind === 'pages') setPages(formsDocument(forms, catalogue, isAgain ? utcMs(Date.now()) : null));
    else void printSlips();
  }
  const footer = (
    <>
      <Button onPress={onClose} keyHint="Esc">
        {t`Cancel`}
      </Button>
      <Button type="submit" look="primary" icon="printer" isPending={isPending} autoFocus>
        {kind === 'pages' ? t`Choose the printer` : t`Print slips`}
      </Button>
    </>
  );
  return (
    <Dialog title={forms.length === 1 ? t`Print 1 form` : t`Print ${forms.length} forms`} isOpen onClose={onClose} footer={footer} onSubmit={act}>
      {problem !== null && <ErrorNote>{problem}</ErrorNote>}
      <Select label={t`Print them as`} description={t`A slip has the same number, PIN and lines to fill in, the citizen’s part below the cut.`} value={kind} onChange={setKind} choices={CHOICES} />
    </Dialog>
  );
}
