import { type ReactElement, useState } from 'react';
import { t } from '../../../src-shared/language/language.ts';
import { type FormBatch, FORMS_PER_BATCH } from '../../../src-shared/outage-forms/form-batch.ts';
import { data } from '../../data/data-client.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { newCommandId } from '../../data/new-id.ts';
import { untilAnswered } from '../../data/until-answered.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FormsPrinter } from './forms-printer.tsx';

const USUAL_COUNT = '20';

/** How many sheets; then their numbers are taken, on disk, and only after that the printer is chosen. */
export function PrintFormsDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [count, setCount] = useState(USUAL_COUNT);
  const [commandId] = useState(newCommandId);
  const [batch, setBatch] = useState<FormBatch | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  if (batch) return <FormsPrinter forms={batch.forms} isAgain={false} onClose={onClose} />;

  async function take(): Promise<void> {
    const wanted = Number(count.trim());
    if (!Number.isInteger(wanted) || wanted < 1 || wanted > FORMS_PER_BATCH) return setProblem(t`Type how many sheets, from 1 to ${FORMS_PER_BATCH}.`);
    setPending(true);
    setProblem(null);
    try {
      const reply = await untilAnswered(() => data.forms.print({ commandId, count: wanted }));
      if (reply.ok) setBatch(reply.batch);
      else setProblem(reply.sentence);
    } catch (error) {
      setProblem(dataErrorSentence(error));
    } finally {
      setPending(false);
    }
  }
  const footer = (
    <>
      <Button onPress={onClose} keyHint="Esc">
        {t`Cancel`}
      </Button>
      <Button type="submit" look="primary" icon="printer" isPending={isPending}>
        {t`Take the numbers`}
      </Button>
    </>
  );
  return (
    <Dialog title={t`Print paper forms`} isOpen onClose={onClose} footer={footer} onSubmit={() => void take()}>
      {problem !== null && <ErrorNote>{problem}</ErrorNote>}
      <TextField
        label={t`How many sheets`}
        description={t`Their numbers are used up for ever, also of sheets nobody fills in. Each stays on the list until it is keyed in or given up as spoiled.`}
        value={count}
        onChange={setCount}
        isNumber
        autoFocus
      />
    </Dialog>
  );
}
