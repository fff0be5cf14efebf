import { type ReactElement, useState } from 'react';
import { t } from '../../../src-shared/language/language.ts';
import { countForms } from '../../../src-shared/outage-forms/form-batch.ts';
import { utcMs } from '../../../src-shared/util/time.ts';
import { useOffice } from '../../app/office/use-office.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { ListPaperDialog } from '../../paper/list-paper-dialog.tsx';
import { accountingCsv, accountingDocument, accountingLines } from './accounting-sheet.ts';
import { countsWords } from './form-words.ts';

/** Every number that is on paper, and what became of it: to print and sign, as PDF or for a spreadsheet. Needs no network. */
export function AccountingDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [catalogue, staff, { formBatches }] = [useCatalogue(), useStaff(), useOffice()];
  const [now] = useState(() => utcMs(Date.now()));
  const around = { catalogue, now };
  const out = accountingLines(formBatches, around).filter(({ end }) => end === null);
  return (
    <ListPaperDialog
      title={t`Accounting sheet`}
      size="medium"
      document={accountingDocument(formBatches, { ...around, printedBy: staff.name })}
      csv={() => accountingCsv(formBatches, around)}
      isEmpty={formBatches.length === 0}
      error={null}
      onClose={onClose}
    >
      <p className="number">{countsWords(countForms(formBatches))}</p>
      <p className="muted">{t`Lists every number with what became of it. Whoever counts the sheets ticks those still out as found or missing, and signs.`}</p>
      {out.length > 0 && (
        <ul className="form-sheets" aria-label={t`Still out`}>
          {out.map(({ number, printed }) => (
            <li key={number}>
              <strong className="number">{number}</strong> · {printed}
            </li>
          ))}
        </ul>
      )}
    </ListPaperDialog>
  );
}
