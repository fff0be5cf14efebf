import { type ReactElement, useEffect, useState } from 'react';
import { t } from '../../../src-shared/language/language.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { createFieldFocus } from '../../ui/field-focus.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import type { SavedQuestion } from '../queue-habits.ts';
import { questionWords } from './question-words.ts';
import type { SaveProblem, SavedView, SavedViews } from './use-saved-views.ts';
import './save-view-dialog.css';

/** With whom a view is shared: `me`, `all`, or the code of a department. */
export type ShareWith = string;

interface SaveViewDialogProps {
  /** What a new one is proposed to be called. */
  readonly name: string;
  /** As it is asked now. */
  readonly question: SavedQuestion;
  readonly saved: SavedViews;
  readonly onClose: () => void;
}

/** Keeps the question as it is asked now: in the view it was begun from, for everybody who has it, or under a name of its own. */
export function SaveViewDialog({ name: proposed, question, saved, onClose }: SaveViewDialogProps): ReactElement {
  const { base, shares } = saved;
  const [isChange, setChange] = useState(base?.mayChange === true);
  const [name, setName] = useState(base === null ? proposed : t`${base.name} (mine)`.slice(0, 80));
  const [shareWith, setShareWith] = useState<ShareWith>('me');
  const [isFirst, setFirst] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [problem, setProblem] = useState<SaveProblem>(null);
  const [fields] = useState(createFieldFocus);
  useEffect(() => void fields.focus('first'), [fields]);
  const theirs = isChange ? (problem?.theirs ?? null) : null;

  async function save(): Promise<void> {
    if (!isChange && name.trim() === '') return setError(t`Give the view a name.`);
    if (isChange && base !== null) return done(await saved.change(base, { isFirst, overTheirs: theirs !== null }));
    const refused = await saved.save({ name: name.trim(), shareWith, isFirst });
    done(refused === null ? null : { sentence: refused, theirs: null });
  }
  function done(refused: SaveProblem): void {
    setProblem(refused);
    if (refused === null) onClose();
  }
  function takeTheirs(view: SavedView): void {
    saved.show(view);
    onClose();
  }
  const footer = (
    <>
      <Button onPress={onClose} keyHint="Esc">
        {t`Cancel`}
      </Button>
      {theirs !== null && <Button onPress={() => takeTheirs(theirs)}>{t`Show theirs`}</Button>}
      <Button look="primary" onPress={() => void save()} keyHint="Ctrl+Enter">
        {theirs !== null ? t`Put mine in its place` : isChange ? t`Change view` : t`Save view`}
      </Button>
    </>
  );
  return (
    <Dialog title={t`Save this view`} isOpen onClose={onClose} onSubmit={() => void save()} footer={footer}>
      {problem !== null && <ErrorNote>{problem.sentence}</ErrorNote>}
      {theirs !== null && <Both theirs={theirs.question} mine={question} />}
      {base?.mayChange === true && (
        <Select
          label={t`Save as`}
          value={isChange ? 'change' : 'new'}
          onChange={(value) => setChange(value === 'change')}
          selectRef={fields.refTo('first')}
          choices={[{ value: 'change', label: t`Change “${base.name}”` }, { value: 'new', label: t`A new view` }]}
          description={isChange ? (base.sharedWith === null ? t`The list as it is asked for now, with its columns, takes its place.` : t`For everybody who has it (${base.sharedWith}): their lists follow.`) : undefined}
        />
      )}
      {!isChange && <TextField label={t`Name`} value={name} onChange={setName} maxLength={80} error={error} {...(base?.mayChange === true ? {} : { inputRef: fields.refTo('first') })} />}
      {!isChange && shares.length > 0 && (
        <Select
          label={t`Who sees it`}
          value={shareWith}
          onChange={setShareWith}
          choices={[{ value: 'me', label: t`Only me, at this workstation` }, ...shares]}
          description={shareWith === 'me' ? undefined : t`They see its name and its words too: leave out names of citizens.`}
        />
      )}
      <Checkbox label={t`Begin with it`} description={t`The queue opens with this view when you sign in.`} isChecked={isFirst} onChange={setFirst} />
    </Dialog>
  );
}

function Both({ theirs, mine }: { readonly theirs: SavedQuestion; readonly mine: SavedQuestion }): ReactElement {
  return (
    <dl className="view-both">
      <dt>{t`Theirs`}</dt>
      <dd>{questionWords(theirs)}</dd>
      <dt>{t`Yours`}</dt>
      <dd>{questionWords(mine)}</dd>
    </dl>
  );
}
