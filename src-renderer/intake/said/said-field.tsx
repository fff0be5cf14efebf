import { type FocusEvent, type KeyboardEvent, type ReactElement, useEffect } from 'react';
import { t } from '../../../src-shared/language/language.ts';
import type { Action } from '../../app/keymap/action.ts';
import { keyOf } from '../../app/keymap/own-keys.ts';
import { useActions } from '../../app/keymap/use-actions.ts';
import { announce } from '../../ui/announce.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { changeDraft, useIntake } from '../intake-store.ts';
import { useDraft, useFormState, useIntakeForm } from '../form/form-context.tsx';
import { useCallers } from '../form/callers-context.tsx';
import { useSettled } from '../form/use-settled.ts';
import { nextAfterSaid } from './next-after-said.ts';
import { mistypedWords, pieceWords } from './said-pieces.tsx';

const MOST_CHARACTERS = 2_000;
const SPOKEN_AFTER_MS = 700;

/** One line for whatever is said first: Enter puts each piece where it belongs, as it is shown below while it is typed. */
export function SaidField(): ReactElement {
  const callers = useCallers();
  const { catalogue, fields, leave, read } = useIntakeForm();
  const line = useDraft((draft) => draft.said);
  useMovingKeys();
  useSpoken();

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    callers.picking.onKeyDown(event);
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.nativeEvent.isComposing;
    if (event.defaultPrevented || !isPlain || line.trim() === '') return;
    if (event.key === 'Escape') read().said.leave();
    else if (event.key === 'Enter' || event.key === 'Tab') putAndGoOn(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  /** Enter: more may be said here; only what must be asked comes first. Tab: on to the first field that has nothing. */
  function putAndGoOn(key: 'Enter' | 'Tab'): void {
    const { said, ahead } = read();
    const next = nextAfterSaid(ahead, said, catalogue, key);
    said.put(next === 'numberCase' ? 'number' : undefined);
    // Whoever was found for it stays on screen.
    useIntake.setState({ searchedIn: said.search?.field ?? null });
    if (next !== 'said') queueMicrotask(() => fields.focus(next));
  }
  const leaveLine = ({ relatedTarget }: FocusEvent): void => {
    // Another window in front is no leaving: the caller is still talking. Nor is a button that belongs to the line.
    if (document.hasFocus() && !(relatedTarget instanceof Element && relatedTarget.closest('[data-of-said]'))) read().said.put();
    leave('said');
  };
  return (
    <TextField
      label={t`Anything the caller says`}
      keyHint={keyOf('go.newCase')}
      value={line}
      onChange={(text) => {
        changeDraft((now) => ({ ...now, said: text }));
        useIntake.setState({ searchedIn: 'said' });
      }}
      onKeyDown={onKeyDown}
      onBlur={leaveLine}
      maxLength={MOST_CHARACTERS}
      placeholder={t`phone, name, tracking number, or a sentence: maria nunez 555-0142 pothole at 240 elm st apt 3`}
      inputRef={fields.refTo('said')}
    />
  );
}

/** The marked piece is moved by one key, another is marked by one. */
function useMovingKeys(): void {
  const said = useFormState((state) => state.said);
  const isThere = said.marked >= 0;
  const move: Action = { id: 'newCase.movePiece', label: t`Move the marked piece to another field`, isEnabled: isThere, run: said.moveMarked, isKeyOnly: true };
  const mark: Action = { id: 'newCase.markPiece', label: t`Mark the next piece`, isEnabled: isThere, run: said.markNext, isKeyOnly: true };
  useActions({ id: 'newCase.said', title: t`Anything the caller says` }, [move, mark]);
}

/** Says what was understood to those who do not see it, once the keys rest. */
function useSpoken(): void {
  const { catalogue } = useIntakeForm();
  const said = useFormState((state) => state.said);
  const understood = said.pieces.map((piece) => pieceWords(piece, catalogue).join(' '));
  const words = useSettled([...(said.mistyped === null ? [] : [mistypedWords(said.mistyped)]), ...understood].join('. '), SPOKEN_AFTER_MS);
  useEffect(() => {
    if (words !== '') announce(words);
  }, [words]);
}
