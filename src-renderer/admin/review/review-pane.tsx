import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useEffect, useRef } from 'react';
import { useActions } from '../../app/keymap/use-actions.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { changeDraft, useAdminStore } from '../admin-store.ts';
import { type AdminDraft, conflictsOf, countOf } from '../draft/draft.ts';
import { useDraftOutcome } from '../use-draft-outcome.ts';
import { useSentItems } from '../use-sent-changes.ts';
import { ChangeList } from './change-list.tsx';
import { changesWords } from './change-words.ts';
import { ConflictCard } from './conflict-card.tsx';
import { EffectPanel } from './effect-panel.tsx';
import { ProblemList } from './problem-list.tsx';
import { SentList } from './sent-list.tsx';
import { usePublish } from './use-publish.ts';

/** What changes, what it means, what keeps it from being published, and the way to publish it. */
export function ReviewPane(): ReactElement {
  const draft = useAdminStore((state) => state.draft);
  const { version } = useCatalogue();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => void (document.activeElement?.getAttribute('data-place') !== 'review' && heading.current?.focus()), []); // the arrows go on through the places
  const sent = useSentItems();
  return (
    <div className="admin-tool admin-review">
      <h2 ref={heading} tabIndex={-1}>
        {t`Review and publish`}
      </h2>
      <SentList items={sent} />
      {countOf(draft) === 0 ? (
        sent.length === 0 && (
          <EmptyState title={t`Nothing to publish`}>
            <p>{t`What you change in the parts at the left is collected here. Nothing of it holds before it is published.`}</p>
            <p className="number">{t`Version ${version} holds now.`}</p>
          </EmptyState>
        )
      ) : (
        <Review draft={draft} />
      )}
    </div>
  );
}

function Review({ draft }: { readonly draft: AdminDraft }): ReactElement {
  const catalogue = useCatalogue();
  const conflicts = conflictsOf(draft, catalogue);
  const outcome = useDraftOutcome(catalogue, draft);
  const publishing = usePublish(catalogue);
  const mayPublish = conflicts.length === 0 && outcome.problems.length === 0;
  const note = useRef<HTMLTextAreaElement>(null);
  function publish(): void {
    if (!mayPublish) return;
    publishing.publish();
    if (draft.note.trim() === '') note.current?.focus();
  }
  useActions({ id: 'admin.publishing', title: t`Review and publish` }, [{ id: 'admin.publish', label: t`Publish`, run: publish, isEnabled: mayPublish }]);
  const catalogues = outcome.catalogue === null ? [catalogue] : [outcome.catalogue, catalogue];
  const inConflict = new Set(conflicts.map(({ change }) => change));
  return (
    <>
      <p className="number" role="status" aria-label={t`To publish`}>
        {`${changesWords(countOf(draft))}.`}
      </p>
      {conflicts.length > 0 && (
        <ul className="admin-cards" aria-label={t`Changed by somebody else meanwhile`}>
          {conflicts.map((conflict) => (
            <ConflictCard key={`${conflict.change.section} ${conflict.change.code}`} conflict={conflict} catalogues={catalogues} />
          ))}
        </ul>
      )}
      <ProblemList problems={outcome.problems} />
      <ChangeList changes={draft.changes.filter((change) => !inConflict.has(change))} orders={draft.orders} catalogues={catalogues} />
      {mayPublish && <EffectPanel draft={draft} />}
      <div className="admin-publish">
        {publishing.problem !== null && <ErrorNote>{publishing.problem}</ErrorNote>}
        <TextArea
          label={t`Why (stands in the list of versions)`}
          value={draft.note}
          onChange={(text) => changeDraft((now) => ({ ...now, note: text }))}
          error={publishing.isNoteMissing ? t`Write in a few words why. Whoever looks at the versions later will want to know.` : null}
          rows={2}
          maxLength={1_000}
          isRequired
          textAreaRef={note}
        />
        <div className="button-row">
          <Button look="primary" keyHint="Ctrl+Enter" isDisabled={!mayPublish} isPending={publishing.isPending} onPress={publish}>
            {t`Publish`}
          </Button>
          {!mayPublish && <p className="muted">{conflicts.length > 0 ? t`First say what becomes of the entries that somebody else has changed.` : t`First mend what is wrong above.`}</p>}
        </div>
      </div>
    </>
  );
}
