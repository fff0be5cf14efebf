import { type ReactElement, useState } from 'react';
import { t } from '../../../src-shared/language/language.ts';
import { countForms, type FormBatch, type OutageForm } from '../../../src-shared/outage-forms/form-batch.ts';
import { formatTrackingNumber, type TrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import { useOfficeForm } from '../../app/office/use-office-form.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useNow } from '../../ui/use-now.ts';
import { countsWords, endWords } from './form-words.ts';
import { FormsPrinter } from './forms-printer.tsx';

interface Spoiling {
  readonly numbers: readonly TrackingNumber[];
  readonly reason: string;
}

/** Every sheet of one print, what became of it, and what may still be done with those that are out. */
export function BatchDialog({ batch, onClose }: { readonly batch: FormBatch; readonly onClose: () => void }): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  const [printing, setPrinting] = useState<readonly OutageForm[] | null>(null);
  const form = useOfficeForm<Spoiling>({
    initial: () => ({ numbers: [], reason: '' }),
    check: ({ numbers, reason }) => ({
      ...(numbers.length === 0 ? { sheets: t`Tick the sheets first.` } : {}),
      ...(reason.trim() === '' ? { reason: t`Say what became of these sheets, such as: torn in the printer.` } : {}),
    }),
    toCommand: ({ numbers, reason }) => ({ type: 'office.spoilForms', args: { batchId: batch.id, numbers: [...numbers], reason } }),
    doneWords: t`The sheets are given up as spoiled.`,
    onDone: onClose,
  });
  if (printing) return <FormsPrinter forms={printing} isAgain onClose={onClose} />;
  const { numbers, reason } = form.values;
  const toggle = (number: TrackingNumber, isTicked: boolean): void => form.set({ numbers: isTicked ? [...numbers, number] : numbers.filter((one) => one !== number) });
  const out = batch.forms.filter(({ end }) => end === null);
  const again = numbers.length === 0 ? out : out.filter(({ number }) => numbers.includes(number));
  const footer = (
    <>
      <Button onPress={onClose} keyHint="Esc">
        {t`Cancel`}
      </Button>
      <Button icon="printer" onPress={() => setPrinting(again)} isDisabled={again.length === 0}>
        {again.length === 1 ? t`Print 1 sheet again` : t`Print ${again.length} sheets again`}
      </Button>
      <Button type="submit" look="danger" isPending={form.isPending} isDisabled={out.length === 0} keyHint="Ctrl+Enter">
        {t`Give up as spoiled`}
      </Button>
    </>
  );
  return (
    <Dialog title={t`Forms of ${exactMoment(batch.printedAt, now, catalogue.city.timeZone)}`} isOpen onClose={onClose} footer={footer} onSubmit={form.submit} size="medium">
      {form.problem !== null && <ErrorNote>{form.problem}</ErrorNote>}
      {form.error('sheets') !== null && <ErrorNote>{form.error('sheets')}</ErrorNote>}
      <p className="number">{countsWords(countForms([batch]))}</p>
      <ul className="form-sheets" aria-label={t`Sheets`}>
        {batch.forms.map((sheet) => (
          <li key={sheet.number}>
            {sheet.end === null ? (
              <Checkbox label={`${formatTrackingNumber(sheet.number)} · ${endWords(null, catalogue, now)}`} isChecked={numbers.includes(sheet.number)} onChange={(isTicked) => toggle(sheet.number, isTicked)} />
            ) : (
              <p>
                <strong className="number">{formatTrackingNumber(sheet.number)}</strong> · {endWords(sheet.end, catalogue, now)}
              </p>
            )}
          </li>
        ))}
      </ul>
      {out.length > 0 && <TextField label={t`What became of the ticked sheets`} value={reason} onChange={(text) => form.set({ reason: text })} error={form.error('reason')} inputRef={form.fields.refTo('reason')} maxLength={300} />}
    </Dialog>
  );
}
