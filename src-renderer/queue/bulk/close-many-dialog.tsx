import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import { create } from 'zustand';
import { labelWords } from '../../../src-shared/catalogue/label-words.ts';
import { t, tFor } from '../../../src-shared/language/language.ts';
import type { CaseRow } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { todayIso } from '../../../src-shared/util/today-iso.ts';
import { numberWords } from '../../app/bulk/result-words.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { queries } from '../../data/queries.ts';
import type { CommandBody } from '../../data/run-for-each.ts';
import { Button } from '../../ui/button.tsx';
import { caseCount } from '../../ui/case-words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { createFieldFocus } from '../../ui/field-focus.ts';
import { PlainHints } from '../../ui/plain-hints.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useNow } from '../../ui/use-now.ts';
import { closingBodies, type CloseManyValues, missingInCloseMany, needsOfMany, NOTHING_TYPED, staysOpen } from './close-many.ts';
import { CompletionDay, NeededFirst } from './close-many-needs.tsx';
import { toldManyWords } from './told-many-words.ts';
import './close-many.css';

interface CloseManyDialogProps {
  readonly rows: readonly CaseRow[];
  /** `words` come after the number of cases. */
  readonly onDo: (toBodies: (row: CaseRow) => readonly CommandBody[], words: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Kept until it is done, for each person: Escape loses nothing. */
const useTyped = create<Readonly<Record<string, CloseManyValues>>>(() => ({}));

/**
 * Closes many cases with one outcome and one note. What some of them need before is asked once, with how many it is about; where it is left
 * out these stay open, and are named with the reason afterwards.
 */
export function CloseManyDialog({ rows, onDo, onClose }: CloseManyDialogProps): ReactElement {
  const [catalogue, staff] = [useCatalogue(), useStaff()];
  const today = todayIso(useNow(), catalogue.city.timeZone);
  const { data: known = [] } = useQuery(queries.beforeBulk(rows.map(({ caseId }) => caseId)));
  const values = useTyped((state) => state[staff.id]) ?? NOTHING_TYPED;
  const set = (change: Partial<CloseManyValues>): void => useTyped.setState({ [staff.id]: { ...values, ...change } });
  const [fields] = useState(createFieldFocus);
  const [isTried, setTried] = useState(false);
  const [isPending, setPending] = useState(false);
  useEffect(() => void fields.focus('disposition'), [fields]);
  const missing = missingInCloseMany(values, today);
  const error = (field: string): string | null => (isTried && !isPending ? (missing[field] ?? null) : null);
  const needs = needsOfMany(known);
  const openCount = known.filter((one) => staysOpen(one, values)).length;

  async function submit(): Promise<void> {
    setTried(true);
    const first = Object.entries(missing).find(([, sentence]) => sentence !== undefined);
    if (first) return void fields.focus(first[0]);
    if (isPending) return;
    setPending(true);
    const byId = new Map(known.map((one) => [one.caseId, one]));
    await onDo((row) => closingBodies(row, byId.get(row.caseId), values), tFor('cases')`closed`);
    useTyped.setState({ [staff.id]: NOTHING_TYPED });
  }
  const footer = (
    <>
      <Button onPress={onClose} keyHint="Esc">
        {t`Cancel`}
      </Button>
      <Button look="primary" onPress={() => void submit()} isPending={isPending} keyHint="Ctrl+Enter">
        {t`Close cases`}
      </Button>
    </>
  );
  return (
    <Dialog title={t`Close: ${caseCount(rows.length)}`} isOpen onClose={onClose} onSubmit={() => void submit()} footer={footer} size="medium">
      <p className="muted number">{numberWords(rows)}</p>
      <NeededFirst needs={needs} values={values} set={set} refTo={fields.refTo} error={error} today={today} />
      <Select
        label={t`Outcome`}
        value={values.disposition}
        onChange={(disposition) => set({ disposition })}
        choices={[{ value: '', label: t`Choose how it ended` }, ...catalogue.dispositions.map(({ code, label }) => ({ value: code, label: labelWords(label) }))]}
        error={error('disposition')}
        selectRef={fields.refTo('disposition')}
      />
      <div className="plain-text-field">
        <TextArea
          label={t`Closing note`}
          description={t`Every citizen of these cases reads this: what was done, in plain words.`}
          value={values.closingNote}
          onChange={(closingNote) => set({ closingNote })}
          error={error('closingNote')}
          rows={4}
          maxLength={10_000}
          textAreaRef={fields.refTo('closingNote')}
        />
        <PlainHints text={values.closingNote} language={catalogue.city.defaultLanguage} catalogue={catalogue} onChange={(closingNote) => set({ closingNote })} />
      </div>
      {needs.majorRepairs === 0 && rows.some(({ kind }) => kind === 'serviceRequest') && <CompletionDay values={values} set={set} refTo={fields.refTo} error={error} today={today} description={t`If there was work to complete.`} />}
      <section className="close-many-after" aria-label={t`What happens`}>
        <h3>{t`What happens`}</h3>
        <p role="status">{openCount === 0 ? t`${caseCount(rows.length)} will be closed.` : t`${caseCount(rows.length - openCount)} will be closed; ${openCount} stay open, for the reasons above.`}</p>
        <ul>
          {toldManyWords(needs.told).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </section>
    </Dialog>
  );
}
