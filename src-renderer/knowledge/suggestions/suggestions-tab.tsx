import { t, tFor } from '../../../src-shared/language/language.ts';
import { type ReactElement, useState } from 'react';
import { findStaff, staffName } from '../../../src-shared/catalogue/lookup.ts';
import { mayAnswerSuggestion } from '../../../src-shared/office/office-permission.ts';
import type { Suggestion } from '../../../src-shared/office/suggestion.ts';
import { relativeMoment } from '../../../src-shared/util/moment.ts';
import { utcMs } from '../../../src-shared/util/time.ts';
import type { Action } from '../../app/keymap/action.ts';
import { ActionButton } from '../../app/keymap/action-button.tsx';
import { useActions } from '../../app/keymap/use-actions.ts';
import { useOffice, useWaitingInOffice } from '../../app/office/use-office.ts';
import { subjectWords } from '../../app/suggest/subject-words.ts';
import { suggestAbout } from '../../app/suggest/suggest-store.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { StatusPill } from '../../ui/status-pill.tsx';
import { useNow } from '../../ui/use-now.ts';
import { openGuide } from '../knowledge-store.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { inOrder } from './suggestion-order.ts';

const STATE = {
  open: { tone: 'info', label: t`Open` },
  accepted: { tone: 'success', label: t`Accepted` },
  declined: { tone: 'neutral', label: t`Declined` },
} as const;

/** What staff would have get better, and what became of it. Everybody reads them; super users' stand first. */
export function SuggestionsTab(): ReactElement {
  const catalogue = useCatalogue();
  const suggestions = inOrder(useOffice().suggestions, catalogue);
  const [answering, setAnswering] = useState<Suggestion | null>(null);
  const suggest: Action = { id: 'knowledge.suggestOther', label: t`Suggest a change`, run: () => suggestAbout({ kind: 'other', code: null }), isKeyOnly: true };
  useActions({ id: 'knowledge.suggestions', title: t`Suggestions` }, [suggest]);
  return (
    <div className="knowledge-page">
      <header className="knowledge-page-head">
        <h2>{t`Suggestions`}</h2>
        <ActionButton action={suggest} look="primary" />
      </header>
      {suggestions.length === 0 ? (
        <EmptyState icon="list" title={t`No suggestions yet`}>
          {t`Whoever works with a guide or a service every day knows best what is wrong with it. Press s on a guide, or here.`}
        </EmptyState>
      ) : (
        <ul className="suggestion-list" aria-label={t`Suggestions`}>
          {suggestions.map((suggestion) => (
            <SuggestionCard key={suggestion.id} suggestion={suggestion} onAnswer={() => setAnswering(suggestion)} />
          ))}
        </ul>
      )}
      {answering !== null && <AnswerDialog suggestion={answering} onClose={() => setAnswering(null)} />}
    </div>
  );
}

function SuggestionCard({ suggestion, onAnswer }: { readonly suggestion: Suggestion; readonly onAnswer: () => void }): ReactElement {
  const catalogue = useCatalogue();
  const staff = useStaff();
  const now = useNow();
  const isWaiting = useWaitingInOffice().has(suggestion.id);
  const { about, state, answer, answeredBy } = suggestion;
  const { tone, label } = STATE[state];
  const author = findStaff(catalogue, suggestion.by);
  return (
    <li className="suggestion-card">
      <div className="suggestion-head">
        <h3>{subjectWords(about, catalogue)}</h3>
        <StatusPill tone={tone} label={label} />
        {author?.isSuperUser === true && <StatusPill tone="warning" label={t`Super user`} />}
        {isWaiting && <StatusPill tone="warning" label={t`Waiting to send`} />}
      </div>
      <p className="suggestion-text">{suggestion.text}</p>
      <p className="muted">{`${staffName(catalogue, suggestion.by)}, ${relativeMoment(suggestion.at, utcMs(Math.max(now, suggestion.at)), catalogue.city.timeZone)}`}</p>
      {answer !== '' && (
        <p className="suggestion-answer">
          <strong>{`${answeredBy === null ? '' : staffName(catalogue, answeredBy)}:`}</strong> {answer}
        </p>
      )}
      <div className="button-row">
        {about.kind === 'guide' && about.code !== null && catalogue.guides.some(({ code, isActive }) => code === about.code && isActive) && (
          <Button size="small" look="quiet" onPress={() => openGuide(about.code ?? '')} label={t`Open the guide ${subjectWords(about, catalogue)}`}>
            {t`Open the guide`}
          </Button>
        )}
        {mayAnswerSuggestion(staff, about, catalogue) && (
          <Button size="small" onPress={onAnswer} label={`${state === 'open' ? tFor('verb')`Answer` : t`Answer again`}: ${subjectWords(about, catalogue)}`}>
            {state === 'open' ? tFor('verb')`Answer` : t`Answer again`}
          </Button>
        )}
      </div>
    </li>
  );
}
