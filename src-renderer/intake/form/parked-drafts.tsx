import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { staffName } from '../../../src-shared/catalogue/lookup.ts';
import type { DraftRow } from '../../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { Action } from '../../app/keymap/action.ts';
import { useActions } from '../../app/keymap/use-actions.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { queries } from '../../data/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { relativeMoment } from '../../../src-shared/util/moment.ts';
import { useNow } from '../../ui/use-now.ts';
import { mayShowDraft } from '../draft/complaint-of-draft.ts';
import { readDraft } from '../draft/draft.ts';
import { discardDraft } from '../intake-actions.ts';
import { useIntake } from '../intake-store.ts';

const MOST_WITH_KEYS = 9;

/** Drafts put aside here, also by others: each comes back with one key. */
export function ParkedDrafts({ onResume }: { readonly onResume: (row: DraftRow) => void }): ReactElement | null {
  const present = useIntake((state) => state.draft.draftId);
  const { data = [] } = useQuery(queries.drafts());
  const { id: staffId } = useStaff();
  const catalogue = useCatalogue();
  const rows = data.filter((row) => {
    const draft = readDraft(row.body);
    return row.draftId !== present && (draft === null || mayShowDraft(draft, staffId, catalogue));
  });
  const [toDiscard, setToDiscard] = useState<DraftRow | null>(null);
  useActions({ id: 'newCase.drafts', title: 'Parked drafts' }, rows.slice(0, MOST_WITH_KEYS).map((row, index) => resumeAction(row, index, onResume)));
  if (rows.length === 0) return null;
  return (
    <section className="intake-section" aria-labelledby="intake-parked">
      <h2 id="intake-parked">{rows.length === 1 ? '1 parked draft' : `${rows.length} parked drafts`}</h2>
      <ul aria-label="Parked drafts">
        {rows.map((row, index) => (
          <ParkedDraft key={row.draftId} row={row} keyHint={index < MOST_WITH_KEYS ? `Alt+${index + 1}` : undefined} onResume={onResume} onDiscard={setToDiscard} />
        ))}
      </ul>
      <DiscardDialog row={toDiscard} onClose={() => setToDiscard(null)} />
    </section>
  );
}

interface ParkedDraftProps {
  readonly row: DraftRow;
  readonly keyHint: string | undefined;
  readonly onResume: (row: DraftRow) => void;
  readonly onDiscard: (row: DraftRow) => void;
}

function ParkedDraft({ row, keyHint, onResume, onDiscard }: ParkedDraftProps): ReactElement {
  const catalogue = useCatalogue();
  const staff = useStaff();
  const now = useNow();
  const typedBy = readDraft(row.body)?.typedBy;
  const who = typedBy === undefined || typedBy === staff.id ? '' : ` by ${staffName(catalogue, typedBy)}`;
  return (
    <li className="intake-case">
      <div className="intake-case-what">{row.title}</div>
      <div className="muted intake-reasons">{`${row.isParked ? 'parked' : 'left'}${who} ${relativeMoment(row.savedAt, now, catalogue.city.timeZone)}`}</div>
      <div className="intake-case-actions">
        <Button size="small" keyHint={keyHint} onPress={() => onResume(row)}>
          Resume
          <span className="visually-hidden">{row.title}</span>
        </Button>
        <Button size="small" look="quiet" label={`Discard: ${row.title}`} onPress={() => onDiscard(row)}>
          Discard
        </Button>
      </div>
    </li>
  );
}

function DiscardDialog({ row, onClose }: { readonly row: DraftRow | null; readonly onClose: () => void }): ReactElement {
  const discard = (): void => {
    if (row) void discardDraft(row.draftId);
    onClose();
  };
  return (
    <Dialog
      title="Discard this draft?"
      role="alertdialog"
      isOpen={row !== null}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} autoFocus>
            Keep it
          </Button>
          <Button look="danger" onPress={discard}>
            Discard
          </Button>
        </>
      }
    >
      <p>{row?.title}</p>
      <p className="muted">What was typed is gone then. No number was issued for it.</p>
    </Dialog>
  );
}

function resumeAction(row: DraftRow, index: number, onResume: (row: DraftRow) => void): Action {
  return { id: `newCase.resume.${index + 1}`, label: `Resume: ${row.title}`, keys: [`Alt+${index + 1}`], run: () => onResume(row) };
}
