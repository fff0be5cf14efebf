import { t } from '../../../src-shared/language/language.ts';
import { type FormEvent, type KeyboardEvent, type ReactElement, useState } from 'react';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { codeOfEntry, isListSection, nameOfEntry, newEntryWords, sectionWord } from '../../../src-shared/catalogue/sections.ts';
import { ActionButton } from '../../app/keymap/action-button.tsx';
import { focusNextField } from '../../ui/field-focus.ts';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { StatusPill } from '../../ui/status-pill.tsx';
import { useAdminStore } from '../admin-store.ts';
import type { Field, FieldGroup } from '../describe/field.ts';
import { type FieldProblem, isInactive } from '../describe/section-form.ts';
import { formOf } from '../describe/sections.ts';
import { HELPERS } from '../helpers/helpers.tsx';
import { noteCaret } from '../helpers/insert-at-caret.ts';
import { editEntry, problemsOfShown, type ShownEntry } from '../open-entry.ts';
import { STATE_WORDS } from '../state-words.ts';
import type { EntryActions } from '../use-entry-actions.ts';
import { useTypedOutcome } from '../use-draft-outcome.ts';
import { FieldInput } from './field-input.tsx';
import { isWide } from './field-props.ts';
import { FormProvider } from './form-context.tsx';
import { useFormSurroundings } from './use-form-surroundings.ts';

interface EntryFormProps {
  readonly shown: ShownEntry;
  readonly catalogue: Catalogue;
  readonly actions: EntryActions;
}

/** One entry with all its fields, what is wrong with it, and what helps to set it. */
export function EntryForm({ shown, catalogue, actions }: EntryFormProps): ReactElement {
  const { section, value, row } = shown;
  const draft = useAdminStore((state) => state.draft);
  const isTried = useAdminStore((state) => state.isTried);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const problems = problemsOfShown(shown, catalogue, draft);
  const shownProblems = problems.filter(({ path }) => isTried || touched.has(path.split('.')[0] ?? ''));
  const surroundings = useFormSurroundings({ catalogue, draft, problems: shownProblems, isNew: row === null });
  const Helper = HELPERS[section];

  function set({ key }: Field, next: unknown): void {
    setTouched((before) => new Set([...before, key]));
    editEntry(shown, { ...value, [key]: next });
  }
  return (
    <form className="admin-form" aria-label={nameOf(capital(sectionWord(section)), titleOf(shown))} noValidate onSubmit={(event: FormEvent) => event.preventDefault()} onKeyDown={onEnter} onFocus={(event) => noteCaret(event.target)}>
      <FormHead shown={shown} actions={actions} />
      <WholeProblems shown={shown} problems={shownProblems} catalogue={catalogue} />
      <FormProvider value={surroundings}>
        {formOf(section).groups.map((group) => (
          <Group key={group.title ?? ''} group={group} value={value} onSet={set} />
        ))}
        {Helper && <Helper shown={shown} catalogue={catalogue} />}
      </FormProvider>
    </form>
  );
}

/** Enter in a line goes to the next field, as in New case. */
function onEnter(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, currentTarget } = event;
  const isPlain = event.key === 'Enter' && !event.ctrlKey && !event.altKey && !event.metaKey && !event.defaultPrevented && !event.nativeEvent.isComposing;
  if (!isPlain || !(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
  event.preventDefault();
  focusNextField(currentTarget, target);
}

function FormHead({ shown, actions }: { readonly shown: ShownEntry; readonly actions: EntryActions }): ReactElement {
  const { row, isEdited } = shown;
  const state = row === null ? null : STATE_WORDS[row.state];
  return (
    <header className="admin-form-head">
      <div className="admin-form-name">
        <h2>{titleOf(shown)}</h2>
        {isEdited && <StatusPill tone="warning" label={t`Not kept yet`} />}
        {state !== null && <StatusPill tone={state.tone} label={state.label} />}
        {isInactive(shown.value) && <StatusPill tone="neutral" label={t`Inactive`} />}
      </div>
      <div className="button-row">
        <ActionButton action={actions.keep} look="primary" size="small" />
        {isEdited && <ActionButton action={actions.drop} size="small" />}
        {actions.takeBack.isEnabled === true && <ActionButton action={actions.takeBack} size="small" />}
        {!isEdited && row !== null && isListSection(shown.section) && (
          <>
            <ActionButton action={actions.copy} look="quiet" size="small" />
            {actions.activate && <ActionButton action={actions.activate} look="quiet" size="small" />}
            {actions.takeOut && <ActionButton action={actions.takeOut} look="quiet" size="small" />}
          </>
        )}
      </div>
    </header>
  );
}

/** What is wrong with the entry as a whole or together with others; said once its own fields are right. */
function WholeProblems({ shown, problems, catalogue }: { readonly shown: ShownEntry; readonly problems: readonly FieldProblem[]; readonly catalogue: Catalogue }): ReactElement | null {
  const draft = useAdminStore((state) => state.draft);
  const outcome = useTypedOutcome(catalogue, draft);
  const code = shown.row?.code ?? codeOfEntry(shown.section, shown.value);
  const own = problems.filter(({ path }) => path === '').map(({ sentence }) => sentence);
  const ofAll = problems.length > 0 || outcome.catalogue === null ? [] : outcome.problems.filter((problem) => problem.section === shown.section && problem.code === code).map(({ sentence }) => sentence);
  if (shown.row?.state === 'sent') return <Note tone="info">{t`This entry was published from here and is on its way to the server.`}</Note>;
  if (shown.row?.state === 'takenOut') return <Note tone="warning">{t`This entry goes when the changes are published.`}</Note>;
  const sentences = [...new Set([...own, ...ofAll])];
  if (sentences.length === 0) return null;
  return (
    <ErrorNote>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </ErrorNote>
  );
}

interface GroupProps {
  readonly group: FieldGroup;
  readonly value: ShownEntry['value'];
  readonly onSet: (field: Field, value: unknown) => void;
}

function Group({ group, value, onSet }: GroupProps): ReactElement {
  const fields = (
    <div className="admin-fields">
      {group.fields.map((field) => (
        <div key={field.key} data-wide={isWide(field) || undefined}>
          <FieldInput field={field} value={value[field.key]} path={field.key} onChange={(next) => onSet(field, next)} />
        </div>
      ))}
    </div>
  );
  if (group.title === null) return fields;
  return (
    <fieldset className="admin-group">
      <legend>{group.title}</legend>
      {fields}
    </fieldset>
  );
}

function titleOf({ section, row, value }: ShownEntry): string {
  if (!isListSection(section)) return formOf(section).title;
  const name = nameOfEntry(section, row?.code ?? codeOfEntry(section, value), value);
  return row === null && name === '' ? newEntryWords(section) : name;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `Service: Pothole`; of what there is only one of, its title alone. */
function nameOf(kind: string, title: string): string {
  return title.startsWith(kind) ? title : `${kind}: ${title}`;
}
