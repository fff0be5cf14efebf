import { labelWords } from '../../../src-shared/catalogue/label-words.ts';
import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useState } from 'react';
import { isFirstContact } from '../../../src-shared/commands/close-case.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { closingNeeds } from '../../../src-shared/domain/closing-needs.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import { todayIso } from '../../../src-shared/util/today-iso.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { newCommandId } from '../../data/new-id.ts';
import { runInOrder } from '../../data/run-in-order.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { PlainHints } from '../../ui/plain-hints.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useNow } from '../../ui/use-now.ts';
import { CommandDialog } from '../dialogs/command-dialog.tsx';
import type { CaseDialogProps } from '../dialogs/dialog-props.ts';
import { useCommandForm } from '../dialogs/use-command-form.ts';
import { ClosingNeedsFields, CompletionDate } from './closing-needs.tsx';
import { type ClosingValues, closingSteps, emptyClosing, missingInClosing, openTasks, taskField } from './closing-steps.ts';
import { askedWords, toldWords } from './told-words.ts';
import { unexplainedIn, UnexplainedNote } from './unexplained.tsx';
import './closing.css';

/**
 * Closes the case: first what is missing, given right there; then the outcome and a note that the citizen can read, and how they will
 * hear of it. A response is not a closure (S2, Step 3.6).
 */
export function CloseDialog({ current, onClose }: CaseDialogProps): ReactElement {
  const catalogue = useCatalogue();
  const today = todayIso(useNow(), catalogue.city.timeZone);
  const needs = closingNeeds(current);
  const missing = (values: ClosingValues) => missingInClosing(values, { current, needs, today });
  const form = useCommandForm<ClosingValues>({
    current,
    name: 'close',
    initial: () => emptyClosing(newCommandId, current.channel),
    check: missing,
    toCommand: (values) => ({ send: ({ commandId }) => runInOrder(closingSteps(values, { current, needs, commandId })) }),
    doneWords: t`The case is closed.`,
    onClose,
  });
  const { values, set } = form;
  const language = current.requester?.language ?? catalogue.city.defaultLanguage;
  const [shownFor, setShownFor] = useState<string | null>(null);
  const unexplained = unexplainedIn(values.closingNote, language, catalogue);
  const [firstField] = useState(() => firstOf(current, needs));
  const refTo = (field: string) => form.fields.refTo(field === firstField ? 'first' : field);
  /** What a citizen cannot read is shown once before it goes out; the second time it is meant (RC-10). */
  function submit(): void {
    const isNews = unexplained.length > 0 && shownFor !== values.closingNote;
    setShownFor(values.closingNote);
    const isComplete = Object.values(missing(values)).every((sentence) => sentence === undefined);
    if (isNews && isComplete) form.fields.focus('closingNote');
    else form.submit();
  }
  return (
    <CommandDialog title={t`Close case`} doLabel={t`Close case`} form={{ ...form, submit }} onClose={onClose} size="medium">
      <ClosingNeedsFields current={current} needs={needs} form={form} today={today} refTo={refTo} />
      <Select
        label={t`Outcome`}
        value={values.disposition}
        onChange={(disposition) => set({ disposition })}
        choices={[{ value: '', label: t`Choose how it ended` }, ...catalogue.dispositions.map(({ code, label }) => ({ value: code, label: labelWords(label) }))]}
        error={form.error('disposition')}
        selectRef={refTo('disposition')}
      />
      <div className="plain-text-field">
        <TextArea
          label={t`Closing note`}
          description={language === 'es' ? t`The citizen reads this: what was done, in plain words. They read Spanish.` : t`The citizen reads this: what was done, in plain words.`}
          value={values.closingNote}
          onChange={(closingNote) => set({ closingNote })}
          error={form.error('closingNote')}
          rows={4}
          maxLength={10_000}
          textAreaRef={refTo('closingNote')}
        />
        {shownFor === values.closingNote && <UnexplainedNote findings={unexplained} />}
        <PlainHints text={values.closingNote} language={language} catalogue={catalogue} onChange={(closingNote) => set({ closingNote })} />
      </div>
      {!needs.completionDate && current.kind === 'serviceRequest' && <CompletionDate form={form} today={today} refTo={refTo} description={t`If there was work to complete.`} />}
      <FirstContact current={current} isFirst={values.isFirstContact} onChange={(isFirst) => set({ isFirstContact: isFirst })} />
      <Afterwards current={current} />
    </CommandDialog>
  );
}

/** Where the focus begins: at what is missing, if anything is. */
function firstOf(current: Case, needs: ReturnType<typeof closingNeeds>): string {
  if (needs.progressNote) return 'progress';
  if (needs.completionDate) return 'completionDate';
  if (needs.acknowledgement) return 'toldBy';
  const [task] = openTasks(current);
  return task === undefined ? 'disposition' : taskField(task);
}

interface FirstContactProps {
  readonly current: Case;
  readonly isFirst: boolean;
  readonly onChange: (isFirst: boolean) => void;
}

/** Proposed where it looks like it; whoever knows better says so (RC-8). */
function FirstContact({ current, isFirst, onChange }: FirstContactProps): ReactElement | null {
  const { id: userId } = useStaff();
  if (!isFirstContact(current, { madeAt: useNow(), userId })) return null;
  return (
    <Checkbox
      label={t`Settled at first contact`}
      description={t`You took it and finished it while the citizen was there. Untick it if somebody has to come back to them.`}
      isChecked={isFirst}
      onChange={onChange}
    />
  );
}

/** What happens when it is closed: who hears of it and how, how they are asked, and whether they had an answer before (RC-3). */
function Afterwards({ current }: { readonly current: Case }): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  const { respondedAt } = current;
  const answered = respondedAt === null ? t`They have had no answer yet.` : t`First answer: ${exactMoment(respondedAt, now, catalogue.city.timeZone)}.`;
  return (
    <section className="closing-after" aria-label={t`What the citizen hears`}>
      <h3>{t`What the citizen hears`}</h3>
      <ul className="dialog-bullets">
        {[answered, ...toldWords(current, catalogue), askedWords(current, catalogue)].map((words) => words !== null && <li key={words}>{words}</li>)}
      </ul>
    </section>
  );
}
