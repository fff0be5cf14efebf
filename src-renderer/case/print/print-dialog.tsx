import { t } from '../../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { utcMs } from '../../../src-shared/util/time.ts';
import { type Action, DIALOG_SCOPE } from '../../app/keymap/action.ts';
import { ActionButton } from '../../app/keymap/action-button.tsx';
import { chordLabel } from '../../app/keymap/chord.ts';
import { useActions } from '../../app/keymap/use-actions.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { queries } from '../../data/queries.ts';
import { OutputFields } from '../../paper/output-fields.tsx';
import { useOutput } from '../../paper/use-output.ts';
import type { PaperDocument } from '../../paper/use-paper.ts';
import { PrintStatus, ReceiptPanel } from '../../receipt/receipt-panel.tsx';
import { useReceiptPrinting } from '../../receipt/use-receipt-printing.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import type { CaseDialogProps } from '../dialogs/dialog-props.ts';
import { caseDocument } from './case-sheet.ts';

/** The receipt once more (marked as a copy), or the whole case on one sheet, each by its letter. */
export function PrintDialog({ current, onClose }: CaseDialogProps): ReactElement {
  const [number, setNumber] = useState(current.trackingNumber);
  const printing = useReceiptPrinting(number);
  const output = useOutput();
  const sheet = useCaseSheet(current);
  const receipt: Action = { id: 'printCase.receipt', label: t`Print receipt`, run: () => void printing.print() };
  const whole: Action = { id: 'printCase.sheet', label: t`Print the whole case`, run: () => void output.send(sheet()).then((isDone) => isDone && onClose()) };
  useActions(DIALOG_SCOPE, [receipt, whole]);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const footer = (
    <>
      <Button onPress={onClose} keyHint={chordLabel('Escape')}>
        {t`Close`}
      </Button>
      <ActionButton action={whole} isPending={output.isBusy} />
      <ActionButton action={receipt} look="primary" icon="printer" isPending={printing.isBusy} buttonRef={first} />
    </>
  );
  return (
    <Dialog title={t`Print`} isOpen onClose={onClose} footer={footer} size="medium">
      {output.problem !== null && <ErrorNote>{output.problem}</ErrorNote>}
      {current.isSealed && <Note tone="warning">{t`This case is sealed: the whole case on paper says so on every page.`}</Note>}
      <fieldset className="dialog-group">
        <legend>{t`The whole case`}</legend>
        <div className="dialog-pair">
          <OutputFields output={output} />
        </div>
      </fieldset>
      <PrintStatus printing={printing} />
      {current.coReporters.length > 0 && <Select label={t`Receipt of`} value={number} onChange={setNumber} choices={receiptChoices(current)} />}
      <ReceiptPanel printing={printing} />
    </Dialog>
  );
}

function receiptChoices(current: Case) {
  const all = [{ trackingNumber: current.trackingNumber, person: current.onBehalfOf ?? current.requester }, ...current.coReporters];
  return all.map(({ trackingNumber, person }) => ({ value: trackingNumber, label: `${formatTrackingNumber(trackingNumber)} · ${person?.name || t`Anonymous`}` }));
}

/** As it is when it is printed. */
function useCaseSheet(current: Case): () => PaperDocument {
  const catalogue = useCatalogue();
  const staff = useStaff();
  const { data: view } = useQuery(queries.caseView(current.id));
  return () => caseDocument(current, { catalogue, now: utcMs(Date.now()), printedBy: staff.name, due: view?.due ?? null, stationNames: view?.stationNames ?? {} });
}
