import { type ReactElement, useState } from 'react';
import { t } from '../../../src-shared/language/language.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { SavedView, SavedViews } from './use-saved-views.ts';
import './manage-views-dialog.css';

/** Saved views: other names, what the queue begins with, and which are not needed any more. */
export function ManageViewsDialog({ saved, onClose }: { readonly saved: SavedViews; readonly onClose: () => void }): ReactElement {
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  async function close(): Promise<void> {
    for (const view of saved.views) {
      const name = names[view.id]?.trim();
      if (name === undefined || name === '' || name === view.name) continue;
      const refused = await saved.rename(view, name);
      if (refused !== null) return setProblem(refused);
    }
    onClose();
  }
  const footer = (
    <Button look="primary" onPress={() => void close()} keyHint="Ctrl+Enter">
      {t`Done`}
    </Button>
  );
  return (
    <Dialog title={t`Saved views`} isOpen onClose={onClose} onSubmit={() => void close()} size="large" footer={footer}>
      {problem !== null && <ErrorNote>{problem}</ErrorNote>}
      {saved.views.length === 0 ? (
        <p className="muted">{t`No view is saved yet. “Save this view” keeps the list as it is asked for now.`}</p>
      ) : (
        <ul className="saved-views">
          {saved.views.map((view) => (
            <SavedViewLine key={view.id} view={view} name={names[view.id] ?? view.name} isFirst={saved.firstId === view.id} onName={(name) => setNames({ ...names, [view.id]: name })} onFirst={(isFirst) => saved.setFirst(isFirst ? view : null)} onRemove={() => void saved.remove(view).then(setProblem)} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

interface SavedViewLineProps {
  readonly view: SavedView;
  readonly name: string;
  readonly isFirst: boolean;
  readonly onName: (name: string) => void;
  readonly onFirst: (isFirst: boolean) => void;
  readonly onRemove: () => void;
}

function SavedViewLine({ view, name, isFirst, onName, onFirst, onRemove }: SavedViewLineProps): ReactElement {
  const who = view.sharedWith === null ? t`Only mine` : t`Shared: ${view.sharedWith}`;
  return (
    <li>
      <TextField label={t`Name of ${view.name}`} isLabelHidden value={name} onChange={onName} maxLength={80} isReadOnly={!view.mayChange} />
      <span className="muted">{who}</span>
      <Checkbox label={t`Begin with it`} isChecked={isFirst} onChange={onFirst} />
      {view.mayChange && (
        <Button size="small" look="danger" label={t`Delete “${view.name}”`} onPress={onRemove}>
          {t`Delete`}
        </Button>
      )}
    </li>
  );
}
