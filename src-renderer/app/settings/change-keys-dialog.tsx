import { type KeyboardEvent, type ReactElement, useRef, useState } from 'react';
import { t } from '../../../src-shared/language/language.ts';
import { desktop } from '../../data/desktop.ts';
import { showToast } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { chordLabel } from '../keymap/chord.ts';
import { keysFileText, LARGEST_FILE, readKeysFile } from '../keymap/keymap-file.ts';
import { resetAllKeys, takeOwnKeys } from '../keymap/change-keys.ts';
import { useOwnKeys } from '../keymap/own-keys.ts';
import { changeableActions } from './changeable-actions.ts';
import { KeyRow } from './key-row.tsx';
import './change-keys.css';

/** Any action may have another key: found by its name or its key, given by pressing it. Kept for the person, at this workstation. */
export function ChangeKeysDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }): ReactElement {
  return (
    <Dialog title={t`Change keys`} isOpen={isOpen} onClose={onClose} size="large" footer={<Footer onClose={onClose} />}>
      <ChangeKeys />
    </Dialog>
  );
}

function ChangeKeys(): ReactElement {
  const [typed, setTyped] = useState('');
  const { own } = useOwnKeys();
  const list = useRef<HTMLDivElement>(null);
  const groups = changeableActions(typed, own);
  return (
    <div className="change-keys" role="group" aria-label={t`Actions and their keys`} ref={list} onKeyDown={(event) => moveInList(event, list.current)}>
      <p className="muted">{t`Yours alone, at this workstation. Enter on an action, then the new key; Delete takes its key away.`}</p>
      <KeysFile />
      <TextField label={t`Find an action or a key`} type="search" value={typed} onChange={setTyped} autoFocus />
      {groups.length === 0 && <p className="muted">{t`No action is called that, and none has that key.`}</p>}
      {groups.map(({ scope, title, ids }) => (
        <section key={scope} aria-label={title}>
          <h3>{title}</h3>
          <ul>
            {ids.map((id) => (
              <KeyRow key={id} id={id} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Up and down from the field and from action to action. */
function moveInList(event: KeyboardEvent, list: HTMLElement | null): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || list === null) return;
  const stops = [...list.querySelectorAll<HTMLElement>('input[type="search"], .key-row-change > button')];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  const next = stops[Math.max(0, at + step)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** Out to a file, in from one: taken as a whole or not at all. */
function KeysFile(): ReactElement {
  const { own } = useOwnKeys();
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const isOwn = Object.keys(own).length > 0;
  async function save(): Promise<void> {
    const result = await desktop().print.saveText({ text: keysFileText(own), title: t`keys`, suggestedName: t`Portreeve keys`, extension: 'json' });
    setProblem(result.outcome === 'failed' ? result.message : null);
    if (result.outcome === 'saved') showToast(t`Saved as ${result.path}`);
  }
  async function load(file: File): Promise<void> {
    const reading = file.size > LARGEST_FILE ? { ok: false as const, sentence: t`This is no file of keys: it is too large.` } : readKeysFile(await file.text());
    setProblem(reading.ok ? null : reading.sentence);
    if (!reading.ok) return;
    takeOwnKeys(reading.own);
    showToast(t`The keys of the file are yours now.`);
  }
  return (
    <>
      <div className="change-keys-tools">
        <Button size="small" onPress={() => void save()}>{t`Save to a file …`}</Button>
        <Button size="small" onPress={() => input.current?.click()}>{t`Take from a file …`}</Button>
        <Button
          size="small"
          isDisabled={!isOwn}
          onPress={() => {
            resetAllKeys();
            showToast(t`Every key is as delivered again.`);
          }}
        >{t`Reset all`}</Button>
      </div>
      <input
        ref={input}
        type="file"
        accept=".json"
        hidden
        aria-label={t`Take from a file …`}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) void load(file);
        }}
      />
      {problem !== null && <ErrorNote>{problem}</ErrorNote>}
    </>
  );
}

function Footer({ onClose }: { readonly onClose: () => void }): ReactElement {
  return (
    <Button look="primary" onPress={onClose} keyHint={chordLabel('Escape')}>
      {t`Close`}
    </Button>
  );
}
