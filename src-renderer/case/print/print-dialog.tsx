import { type ReactElement, useState } from 'react';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { utcMs } from '../../../src-shared/util/time.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { desktop } from '../../data/desktop.ts';
import { PrintStatus, ReceiptPanel } from '../../receipt/receipt-panel.tsx';
import { useReceiptPrinting } from '../../receipt/use-receipt-printing.ts';
import { showToast } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import type { CaseDialogProps } from '../dialogs/dialog-props.ts';
import { caseSheet } from './case-sheet.ts';

/** The receipt once more (marked as a copy), or the whole case on one sheet. */
export function PrintDialog({ current, onClose }: CaseDialogProps): ReactElement {
  const [number, setNumber] = useState(current.trackingNumber);
  const printing = useReceiptPrinting(number);
  const sheet = useCaseSheet(current);
  const footer = (
    <>
      <Button onPress={onClose} keyHint="Esc">
        Close
      </Button>
      <Button onPress={sheet.save}>Save the case on one sheet</Button>
      <Button look="primary" icon="printer" onPress={() => void printing.print()} isPending={printing.isBusy} autoFocus>
        Print receipt
      </Button>
    </>
  );
  return (
    <Dialog title="Print" isOpen onClose={onClose} footer={footer} size="medium">
      {sheet.problem !== null && <ErrorNote>{sheet.problem}</ErrorNote>}
      <PrintStatus printing={printing} />
      {current.coReporters.length > 0 && <Select label="Receipt of" value={number} onChange={setNumber} choices={receiptChoices(current)} />}
      <ReceiptPanel printing={printing} />
    </Dialog>
  );
}

function receiptChoices(current: Case) {
  const all = [{ trackingNumber: current.trackingNumber, person: current.onBehalfOf ?? current.requester }, ...current.coReporters];
  return all.map(({ trackingNumber, person }) => ({ value: trackingNumber, label: `${formatTrackingNumber(trackingNumber)} · ${person?.name || 'Anonymous'}` }));
}

function useCaseSheet(current: Case) {
  const catalogue = useCatalogue();
  const staff = useStaff();
  const [problem, setProblem] = useState<string | null>(null);
  async function save(): Promise<void> {
    setProblem(null);
    const html = caseSheet(current, { catalogue, now: utcMs(Date.now()), printedBy: staff.name });
    const result = await desktop().print.receiptToPdf({ html, paper: 'letter', suggestedName: `Case ${formatTrackingNumber(current.trackingNumber)}` });
    if (result.outcome === 'saved') showToast(`Saved as ${result.path}`);
    if (result.outcome === 'failed') setProblem(result.message);
  }
  return { problem, save: () => void save() };
}
