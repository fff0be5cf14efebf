import type { ReactElement } from 'react';
import { t } from '../../../src-shared/language/language.ts';
import type { AddressChange, GazetteerPreview } from '../../../src-shared/protocol/data-rpc/gazetteer-contract.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Note } from '../../ui/note.tsx';

interface GazetteerDialogProps {
  readonly preview: GazetteerPreview;
  readonly onTake: () => void;
  readonly onClose: () => void;
}

const CHANGES: readonly AddressChange[] = ['added', 'removed', 'moved', 'status'];

function countWords(what: AddressChange, count: number): string {
  switch (what) {
    case 'added':
      return t`${count} new`;
    case 'removed':
      return t`${count} gone`;
    case 'moved':
      return t`${count} moved`;
    default:
      return t`${count} with another status`;
  }
}

/** What a file would change, and which of its lines cannot be taken and why; taken over only then. */
export function GazetteerDialog({ preview, onTake, onClose }: GazetteerDialogProps): ReactElement {
  const { reference, counts, unchanged, problems, rejectedCount, unusedColumns, withPosition, samples } = preview;
  const changed = CHANGES.reduce((sum, what) => sum + counts[what], 0);
  const isMostGone = counts.removed > unchanged + counts.moved + counts.status && counts.removed > 0;
  const without = reference.addressCount - withPosition;
  return (
    <Dialog
      title={t`Import ${reference.fileName}`}
      isOpen
      onClose={onClose}
      onSubmit={onTake}
      size="large"
      footer={
        <>
          <Button onPress={onClose} keyHint="Esc">
            {t`Cancel`}
          </Button>
          <Button look="primary" autoFocus keyHint="Ctrl+Enter" onPress={onTake}>
            {t`Take over this list`}
          </Button>
        </>
      }
    >
      <p className="number" role="status" aria-label={t`What is in the file`}>
        {t`Addresses: ${reference.addressCount}, streets: ${reference.streetCount}, landmarks: ${reference.landmarkCount}. Against the list in force: ${CHANGES.map((what) => countWords(what, counts[what])).join(', ')}, ${unchanged} as they are.`}
      </p>
      {isMostGone && <Note tone="warning">{t`Most addresses of the list in force are not in this file. Look whether it is the whole city.`}</Note>}
      {without > 0 && <p className="muted">{t`${without} have no position: they are found by their words, and not on the map.`}</p>}
      {unusedColumns.length > 0 && <p className="muted">{t`Not taken from the file, because the list has no place for it: ${unusedColumns.join(', ')}.`}</p>}
      {problems.length > 0 && (
        <details open={problems.length <= 20}>
          <summary>{rejectedCount === 1 ? t`1 line was left out` : t`${rejectedCount} lines were left out`}</summary>
          <ul className="admin-effect" aria-label={t`Lines of the file`}>
            {problems.map(({ line, message, isRejected }) => (
              <li key={`${line} ${message}`}>{isRejected ? <strong>{message}</strong> : message}</li>
            ))}
          </ul>
        </details>
      )}
      {changed > 0 &&
        CHANGES.filter((what) => counts[what] > 0).map((what) => (
          <details key={what} open={counts[what] <= 10}>
            <summary>{countWords(what, counts[what])}</summary>
            <ul className="admin-effect" aria-label={countWords(what, counts[what])}>
              {samples.filter((sample) => sample.what === what).map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
              {counts[what] > samples.filter((sample) => sample.what === what).length && <li className="muted">{t`and more like these`}</li>}
            </ul>
          </details>
        ))}
    </Dialog>
  );
}
