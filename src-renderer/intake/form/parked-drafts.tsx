import { t } from '../../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useRef, useState } from 'react';
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
import { useIntakeForm } from './form-context.tsx';

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
  const { fields } = useIntakeForm();
  const discardedId = useRef<string | null>(null);
  // Its row goes with its buttons: the call goes on in the first field.
  useEffect(() => {
    if (discardedId.current === null || rows.some(({ draftId }) => draftId === discardedId.current)) return;
    discardedId.current = null;
    fields.focus('said');
  }, [rows, fields]);
  useActions({ id: 'newCase.drafts', title: t`Parked drafts` }, rows.slice(0, MOST_WITH_KEYS).map((row, index) => resumeAction(row, index, onResume)));
  if (rows.length === 0) return null;
  return (
    <section className="intake-section" aria-labelledby="intake-parked">
      <h2 id="intake-parked">{rows.length === 1 ? t`1 parked draft` : t`${rows.length} parked drafts`}</h2>
      <ul aria-label={t`Parked drafts`}>
        {rows.map((row, index) => (
          <ParkedDraft key={row.draftId} row={row} keyHint={index < MOST_WITH_KEYS ? `Alt+${index + 1}` : undefined} onResume={onResume} onDiscard={setToDiscard} />
        ))}
      </ul>
      <DiscardDialog row={toDiscard} onDiscard={(draftId) => (discardedId.current = draftId)} onClose={() => setToDiscard(null)} />
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
  const when = relativeMoment(row.savedAt, now, catalogue.city.timeZone);
  const who = typedBy === undefined || typedBy === staff.id ? null : staffName(catalogue, typedBy);
  return (
    <li className="intake-case">
      <div className="intake-case-what">{row.title}</div>
      <div className="muted intake-reasons">{sinceWords(row.isParked, who, when)}</div>
      <div className="intake-case-actions">
        <Button size="small" keyHint={keyHint} onPress={() => onResume(row)}>
          {t`Resume`}
          <span className="visually-hidden">{row.title}</span>
        </Button>
        <Button size="small" look="quiet" label={t`Discard: ${row.title}`} onPress={() => onDiscard(row)}>
          {t`Discard`}
        </Button>
      </div>
    </li>
  );
}

interface DiscardDialogProps {
  readonly row: DraftRow | null;
  readonly onDiscard: (draftId: string) => void;
  readonly onClose: () => void;
}

function DiscardDialog({ row, onDiscard, onClose }: DiscardDialogProps): ReactElement {
  const discard = (): void => {
    if (row) {
      onDiscard(row.draftId);
      void discardDraft(row.draftId);
    }
    onClose();
  };
  return (
    <Dialog
      title={t`Discard this draft?`}
      role="alertdialog"
      isOpen={row !== null}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} autoFocus>
            {t`Keep it`}
          </Button>
          <Button look="danger" onPress={discard}>
            {t`Discard`}
          </Button>
        </>
      }
    >
      <p>{row?.title}</p>
      <p className="muted">{t`What was typed is gone then. No number was issued for it.`}</p>
    </Dialog>
  );
}

function resumeAction(row: DraftRow, index: number, onResume: (row: DraftRow) => void): Action {
  return { id: `newCase.resume.${index + 1}`, label: t`Resume: ${row.title}`, run: () => onResume(row) };
}

function sinceWords(isParked: boolean, who: string | null, when: string): string {
  if (who === null) return isParked ? t`parked ${when}` : t`left ${when}`;
  return isParked ? t`parked by ${who} ${when}` : t`left by ${who} ${when}`;
}
