import { type ReactElement, useRef, useState } from 'react';
import { t } from '../../../src-shared/language/language.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { chordLabel } from '../keymap/chord.ts';
import { DEFAULT_KEYS, type NamedActionId } from '../keymap/default-keys.ts';
import { keysFor } from '../keymap/key-rules.ts';
import { giveKey, resetKeys, takeKeys } from '../keymap/change-keys.ts';
import { isChanged, useOwnKeys } from '../keymap/own-keys.ts';
import { useKeyCapture } from './use-key-capture.ts';

/** One action with its key. Enter waits for the new one; a refusal says who has it, and waits on. */
export function KeyRow({ id }: { readonly id: NamedActionId }): ReactElement {
  const keys = useOwnKeys(({ own }) => keysFor(id, own).map(chordLabel).join(', '));
  const [isWaiting, setWaiting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { label } = DEFAULT_KEYS[id];
  const stop = (): void => setWaiting(false);
  useKeyCapture(
    isWaiting,
    (chord) => {
      const refusal = giveKey(id, chord);
      setProblem(refusal);
      if (refusal !== null) return;
      setWaiting(false);
      announce(t`${label}: ${chordLabel(chord)}`);
    },
    stop,
  );
  const begin = (): void => {
    setProblem(null);
    setWaiting(true);
    announce(t`Press the new key for ${label}. Escape keeps the old one.`);
  };
  const reset = (): void => {
    setProblem(resetKeys(id));
    button.current?.focus(); // its own button goes with the change
  };
  const words = keys === '' ? t`no key` : keys;
  return (
    <li className="key-row" onKeyDown={({ key, target }) => key === 'Delete' && target === button.current && !isWaiting && takeKeys(id)}>
      <span className="key-row-label">{label}</span>
      <span className="key-row-keys">{isWaiting ? <strong>{t`Press the new key …`}</strong> : keys === '' ? <span className="muted">{words}</span> : <Kbd keys={keys} />}</span>
      <span className="key-row-change">
        <Button size="small" look="quiet" label={t`Change the key of ${label}, now ${words}`} onPress={begin} buttonRef={button}>
          {t`Change`}
        </Button>
      </span>
      <span className="key-row-reset">
        {isChanged(id) && (
          <Button size="small" look="quiet" label={t`Reset ${label}`} onPress={reset}>
            {t`Reset`}
          </Button>
        )}
      </span>
      {problem !== null && <ErrorNote>{problem}</ErrorNote>}
    </li>
  );
}
