import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useLayoutEffect, useRef } from 'react';
import { CLOCK_STAFF_ID } from '../../src-shared/catalogue/lookup.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import type { Fact } from '../../src-shared/domain/fact.ts';
import type { CaseView } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { useCatalogue } from '../app/workplace.tsx';
import { queries } from '../data/queries.ts';
import { Icon } from '../ui/icon.tsx';
import { exactMoment, relativeMoment } from '../../src-shared/util/moment.ts';
import { useNow } from '../ui/use-now.ts';
import { factStory } from './story/fact-story.ts';

/** Nobody gave a command for it and nothing of it is sent: the server states the same by itself. */
const NOTED_HERE = 'noted here, the server will say so too';

/** The case as a story, from the first day on; its latest page is the one that is open. */
export function HistoryList({ view }: { readonly view: CaseView }): ReactElement {
  const { history, id } = view.case;
  const pending = new Set(view.pendingFactIds);
  const pendingWords = view.syncState === 'sent' ? 'sent, not confirmed yet' : 'saved here, not sent yet';
  const scroller = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = scroller;
    if (current) current.scrollTop = current.scrollHeight;
  }, [id, history.length]);
  return (
    <section className="case-history" aria-labelledby="case-history-title">
      <h2 id="case-history-title">History</h2>
      <div className="case-history-room" ref={scroller} tabIndex={0} role="group" aria-labelledby="case-history-title">
        <ol aria-label="History">
          {history.map((fact) => (
            <HistoryEntry key={fact.id} fact={fact} of={view.case} pendingWords={pending.has(fact.id) ? (fact.kind === 'wentOverdue' ? NOTED_HERE : pendingWords) : null} />
          ))}
        </ol>
      </div>
    </section>
  );
}

interface HistoryEntryProps {
  readonly fact: Fact;
  readonly of: Pick<Case, 'tasks' | 'enteredAt'>;
  readonly pendingWords: string | null;
}

function HistoryEntry({ fact, of: { tasks, enteredAt }, pendingWords }: HistoryEntryProps): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  const story = factStory(fact, { catalogue, now, tasks, enteredAt });
  const zone = catalogue.city.timeZone;
  const exact = exactMoment(fact.at, now, zone);
  return (
    <li className="history-entry" data-weight={story.weight} data-pending={pendingWords === null ? undefined : ''}>
      <p>
        <strong>{story.who}</strong> {story.did}
      </p>
      {story.lines.map((line) => (
        <p key={line} className="history-line">
          {line}
        </p>
      ))}
      <p className="history-when">
        <time dateTime={new Date(fact.at).toISOString()}>{exact}</time>
        <span>{relativeMoment(fact.at, now, zone)}</span>
        {fact.by !== CLOCK_STAFF_ID && <Where station={fact.station} />}
        {pendingWords !== null && (
          <span className="history-pending">
            <Icon name="disk" />
            {pendingWords}
          </span>
        )}
      </p>
    </li>
  );
}

/** From which workstation; this one is not named each time. */
function Where({ station }: { readonly station: string }): ReactElement {
  const { data: info } = useQuery(queries.stationInfo());
  return <span>{info?.station === station ? 'this workstation' : 'another workstation'}</span>;
}
