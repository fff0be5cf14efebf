import { type ReactElement, useState } from 'react';
import { t } from '../../../src-shared/language/language.ts';
import { staffName } from '../../../src-shared/catalogue/lookup.ts';
import { countForms, type FormBatch } from '../../../src-shared/outage-forms/form-batch.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import type { CommandId } from '../../../src-shared/util/ids.ts';
import { useOffice } from '../../app/office/use-office.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useNow } from '../../ui/use-now.ts';
import { AccountingDialog } from './accounting-dialog.tsx';
import { BatchDialog } from './batch-dialog.tsx';
import { countsWords } from './form-words.ts';
import { PrintFormsDialog } from './print-forms-dialog.tsx';

/** Numbered paper forms for the day no computer runs: printed in advance, keyed in under New case, every sheet accounted for. */
export function FormsPanel(): ReactElement {
  const { formBatches } = useOffice();
  const [isPrinting, setPrinting] = useState(false);
  const [isCounting, setCounting] = useState(false);
  const [opened, setOpened] = useState<CommandId | null>(null);
  const batch = formBatches.find(({ id }) => id === opened);
  const print = (
    <>
      {formBatches.length > 0 && (
        <Button size="small" look="quiet" onPress={() => setCounting(true)}>
          {t`Accounting sheet`}
        </Button>
      )}
      <Button size="small" icon="printer" onPress={() => setPrinting(true)}>
        {t`Print forms`}
      </Button>
    </>
  );
  return (
    <Panel title={t`Paper forms for an outage`} actions={print}>
      <p className="muted">{t`Each sheet has a real tracking number and a slip for the citizen. Keep some at every desk; when the computers are back, key them in under New case with their number.`}</p>
      {formBatches.length > 1 && <p className="number">{countsWords(countForms(formBatches))}</p>}
      {formBatches.length > 0 && (
        <ul className="jobs" aria-label={t`Paper forms`}>
          {formBatches.toReversed().map((each) => (
            <BatchRow key={each.id} batch={each} onOpen={() => setOpened(each.id)} />
          ))}
        </ul>
      )}
      {isPrinting && <PrintFormsDialog onClose={() => setPrinting(false)} />}
      {isCounting && <AccountingDialog onClose={() => setCounting(false)} />}
      {batch && <BatchDialog batch={batch} onClose={() => setOpened(null)} />}
    </Panel>
  );
}

function BatchRow({ batch, onOpen }: { readonly batch: FormBatch; readonly onOpen: () => void }): ReactElement {
  const catalogue = useCatalogue();
  const moment = exactMoment(batch.printedAt, useNow(), catalogue.city.timeZone);
  const title = batch.station === null ? t`Keyed in before it was known to be printed, ${moment}` : t`${moment}, by ${staffName(catalogue, batch.by)}`;
  return (
    <li className="job">
      <div className="job-head">
        <strong className="number">{title}</strong>
        <Button size="small" look="quiet" label={t`Sheets of ${moment}`} onPress={onOpen}>
          {t`Sheets`}
        </Button>
      </div>
      <p className="number">{countsWords(countForms([batch]))}</p>
    </li>
  );
}
