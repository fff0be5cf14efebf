import { t, tFor } from '../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useId, useLayoutEffect, useRef, useState } from 'react';
import { CLOCK_STAFF_ID } from '../../src-shared/catalogue/lookup.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import type { Fact } from '../../src-shared/domain/fact.ts';
import type { CaseView } from '../../src-shared/protocol/data-rpc/case-views.ts';
import type { Action } from '../app/keymap/action.ts';
import { chordLabel } from '../app/keymap/chord.ts';
import type { NamedActionId } from '../app/keymap/default-keys.ts';
import { keyOf } from '../app/keymap/own-keys.ts';
import { useActions } from '../app/keymap/use-actions.ts';
import { useCatalogue } from '../app/workplace.tsx';
import { queries } from '../data/queries.ts';
import { announce } from '../ui/announce.tsx';
import { Icon } from '../ui/icon.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { exactMoment, relativeMoment, timeOfDay } from '../../src-shared/util/moment.ts';
import { useNow } from '../ui/use-now.ts';
import { factStory } from './story/fact-story.ts';
import { HISTORY_PARTS, type HistoryDay, historyDays, type HistoryPart, isOfPart } from './story/history-days.ts';

/** Nobody gave a command for it and nothing of it is sent: the server states the same by itself. */
const NOTED_HERE = t`noted here, the server will say so too`;

const PART_LABELS: Record<HistoryPart, string> = { all: tFor('history')`All`, told: t`Told to the citizen`, internal: t`Among staff`, changes: t`Changes` };
const PART_IDS = { all: 'case.showAll', told: 'case.showTold', internal: 'case.showInternal', changes: 'case.showChanges' } as const satisfies Record<HistoryPart, NamedActionId>;

/** The case as a story by day, from the first day on; its latest page is the one that is open. */
export function HistoryList({ view }: { readonly view: CaseView }): ReactElement {
  const { history, id } = view.case;
  const { city } = useCatalogue();
  const now = useNow();
  const [part, setPart] = useState<HistoryPart>('all');
  const panelId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = scroller;
    if (current) current.scrollTop = current.scrollHeight;
  }, [id, history.length, part]);
  const shown = history.filter((fact) => isOfPart(fact, part));
  const show = (next: HistoryPart): void => {
    setPart(next);
    announce(`${PART_LABELS[next]}: ${history.filter((fact) => isOfPart(fact, next)).length}`);
  };
  useActions({ id: 'case', title: t`Case` }, HISTORY_PARTS.map((one): Action => ({ id: PART_IDS[one], label: t`History: ${PART_LABELS[one]}`, run: () => show(one) })));
  const tabs = HISTORY_PARTS.map((value) => ({ value, label: PART_LABELS[value], count: history.filter((fact) => isOfPart(fact, value)).length, keyHint: chordLabel(keyOf(PART_IDS[value])) }));
  return (
    <section className="case-history" aria-labelledby="case-history-title">
      <div className="case-history-head">
        <h2 id="case-history-title">{t`History`}</h2>
        <Tabs label={t`What of the history is shown`} tabs={tabs} value={part} onChange={show} panelId={panelId} />
      </div>
      <div className="case-history-room" ref={scroller} id={panelId} tabIndex={0} role="group" aria-labelledby="case-history-title">
        {shown.length === 0 && <p className="muted">{t`Nothing of that kind yet.`}</p>}
        <ol aria-label={t`History`}>
          {historyDays(shown, now, city.timeZone).map((day) => (
            <HistoryDayEntry key={day.facts[0]?.id ?? day.title} day={day} view={view} />
          ))}
        </ol>
      </div>
    </section>
  );
}

function HistoryDayEntry({ day, view }: { readonly day: HistoryDay; readonly view: CaseView }): ReactElement {
  const pending = new Set(view.pendingFactIds);
  const pendingWords = view.syncState === 'sent' ? t`sent, not confirmed yet` : t`saved here, not sent yet`;
  return (
    <li className="history-day">
      <h3>
        {day.title} <span className="muted">{day.ago}</span>
      </h3>
      <ol aria-label={day.title}>
        {day.facts.map((fact, index) => (
          <HistoryEntry key={fact.id} fact={fact} stationName={view.stationNames[fact.station]} isElsewhere={fact.station !== day.facts[index - 1]?.station} of={view.case} pendingWords={pending.has(fact.id) ? (fact.kind === 'wentOverdue' ? NOTED_HERE : pendingWords) : null} />
        ))}
      </ol>
    </li>
  );
}

interface HistoryEntryProps {
  readonly fact: Fact;
  /** At another workstation than what stands above it: then it is named. */
  readonly isElsewhere: boolean;
  /** Undefined: its name has not come yet. */
  readonly stationName: string | undefined;
  readonly of: Pick<Case, 'tasks' | 'enteredAt'>;
  readonly pendingWords: string | null;
}

/** One sentence, its hour before it; what was written stands under it. */
function HistoryEntry({ fact, isElsewhere, stationName, of: { tasks, enteredAt }, pendingWords }: HistoryEntryProps): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  const story = factStory(fact, { catalogue, now, tasks, enteredAt });
  const zone = catalogue.city.timeZone;
  return (
    <li className="history-entry" data-weight={story.weight} data-pending={pendingWords === null ? undefined : ''}>
      <time className="number" dateTime={new Date(fact.at).toISOString()} title={`${exactMoment(fact.at, now, zone)}, ${relativeMoment(fact.at, now, zone)}`}>
        {timeOfDay(fact.at, zone)}
      </time>
      <div>
        <p>
          <strong>{story.who}</strong> {`${story.did}.`}
          {isElsewhere && fact.by !== CLOCK_STAFF_ID && <Where station={fact.station} name={stationName} />}
          {pendingWords !== null && (
            <span className="history-pending">
              <Icon name="disk" />
              {pendingWords}
            </span>
          )}
        </p>
        {story.lines.map((line) => (
          <p key={line} className="history-line">
            {line}
          </p>
        ))}
      </div>
    </li>
  );
}

/** From which workstation. */
function Where({ station, name }: { readonly station: string; readonly name: string | undefined }): ReactElement {
  const { data: info } = useQuery(queries.stationInfo());
  return <span className="history-where">{name !== undefined ? t`at ${name}` : info?.station === station ? t`at this workstation` : t`at another workstation`}</span>;
}
