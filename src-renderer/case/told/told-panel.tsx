import { t } from '../../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { staffName } from '../../../src-shared/catalogue/lookup.ts';
import { EVENT_LABELS } from '../../../src-shared/correspondence/message-template.ts';
import { nextCallOf } from '../../../src-shared/clock/next-call.ts';
import { lettersOwed, type OwedLetter } from '../../../src-shared/correspondence/letters-owed.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import type { CaseView } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { dayOf, exactMoment } from '../../../src-shared/util/moment.ts';
import { ActionButton } from '../../app/keymap/action-button.tsx';
import { useCatalogue } from '../../app/workplace.tsx';
import { lettersQueries } from '../../letters/letters-queries.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { StatusPill } from '../../ui/status-pill.tsx';
import { useNow } from '../../ui/use-now.ts';
import { Group } from '../facts/group.tsx';
import type { CaseActions } from '../use-case-actions.ts';
import { type ToldEntry, toldEntries, triesInVain } from './told-entries.ts';
import { toldState } from './told-state.ts';
import { type SentAbout, useSentAbout } from './use-sent-about.ts';
import './told.css';

interface ToldPanelProps {
  readonly view: CaseView;
  readonly actions: CaseActions;
}

const MOST_SHOWN = 5;

/** Whether the citizen has had an answer, what is still to be written, and every contact, the newest first, with what became of it (RC-3, RC-7). */
export function ToldPanel({ view, actions }: ToldPanelProps): ReactElement {
  const { case: current } = view;
  const [isWhole, setWhole] = useState(false);
  const entries = toldEntries(current);
  const sent = useSentAbout(current, entries);
  const shown = isWhole ? entries : entries.slice(0, MOST_SHOWN);
  const rest = entries.length - shown.length;
  return (
    <Group title={t`Contact with the citizen`} actions={<ActionButton action={actions.inPlace.mailLog} size="small" look="quiet" />}>
      <AnswerLine current={current} />
      <CallAgain current={current} />
      <Owed view={view} />
      {sent.problem !== null && <p className="muted">{sent.problem}</p>}
      <ul className="told" aria-label={t`Contact with the citizen`}>
        {shown.map((entry) => (
          <Entry key={entry.id} entry={entry} view={view} sent={sent} actions={actions} />
        ))}
      </ul>
      {rest > 0 && (
        <div>
          <Button size="small" look="quiet" onPress={() => setWhole(true)}>
            {t`Show ${rest} more`}
          </Button>
        </div>
      )}
    </Group>
  );
}

/** The stamp, and what is left to do while there is none. */
function AnswerLine({ current }: { readonly current: Case }): ReactElement {
  const { city } = useCatalogue();
  const now = useNow();
  const { respondedAt, closedAt, isMajorRepair } = current;
  const tries = triesInVain(current);
  const vain = tries === 0 ? '' : tries === 1 ? t`One try since, nobody reached.` : t`${tries} tries since, nobody reached.`;
  if (respondedAt !== null) {
    return (
      <p className="contact-answer">
        <StatusPill tone="success" label={t`Answered`} />
        <span>{`${exactMoment(respondedAt, now, city.timeZone)}.${closedAt === null && isMajorRepair ? ` ${t`It stays open until the work is done.`}` : ''} ${vain}`}</span>
      </p>
    );
  }
  return (
    <p className="contact-answer">
      <StatusPill tone={closedAt === null ? 'warning' : 'neutral'} label={t`No answer yet`} />
      <span>{vain}</span>
    </p>
  );
}

/** Whoever did not answer is tried once more; louder once it is time. */
function CallAgain({ current }: { readonly current: Case }): ReactElement | null {
  const catalogue = useCatalogue();
  const now = useNow();
  const next = nextCallOf(current, catalogue);
  if (next === null) return null;
  const day = dayOf(next.from, now, catalogue.city.timeZone);
  const words = next.part === 'morning' ? t`Call again on ${day}, in the morning: L logs it.` : t`Call again on ${day}, in the afternoon: L logs it.`;
  return now >= next.from ? <Note tone="warning">{words}</Note> : <p>{words}</p>;
}

/** Who waits for paper, and about what. */
function Owed({ view: { case: current } }: { readonly view: CaseView }): ReactElement | null {
  const catalogue = useCatalogue();
  const now = useNow();
  const owing = useQuery(lettersQueries.owed([current.id])).data?.[0];
  const owed = owing ? lettersOwed(owing.case, owing.whole) : [];
  if (owed.length === 0) return null;
  const words = ({ recipient: { person }, event, since }: OwedLetter): string => {
    const [moment, about] = [exactMoment(since, now, catalogue.city.timeZone), EVENT_LABELS[event].toLowerCase()];
    return person.name === '' ? t`The citizen waits for a letter since ${moment}: ${about}. W writes it.` : t`${person.name} waits for a letter since ${moment}: ${about}. W writes it.`;
  };
  return (
    <Note tone="warning">
      {owed.map((letter) => (
        <p key={`${letter.recipient.trackingNumber} ${letter.recipient.role} ${letter.event}`}>{words(letter)}</p>
      ))}
    </Note>
  );
}

interface EntryProps extends ToldPanelProps {
  readonly entry: ToldEntry;
  readonly sent: SentAbout;
}

function Entry({ entry, view, sent, actions }: EntryProps): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  const { id, at, by, how, to, writing } = entry;
  const when = exactMoment(at, now, catalogue.city.timeZone);
  const state = toldState(entry, { isPending: view.pendingFactIds.includes(id), connection: sent.connection, logged: sent.byFact.get(id) });
  const signed = writing?.isAutomatic === true ? '' : t`, by ${staffName(catalogue, by)}`;
  return (
    <li>
      <p className="told-line">
        <strong>{how}</strong>
        <span>{entry.isFromThem ? t`from ${to}` : t`to ${to}`}</span>
        {entry.isFirstAnswer && <StatusPill tone="success" label={t`First answer`} />}
        {state !== null && <StatusPill tone={state.tone} label={state.label} />}
      </p>
      <p className="muted number">{`${when}${signed}`}</p>
      {state?.advice != null && <p className="told-advice">{state.advice}</p>}
      <Words entry={entry} />
      {writing?.method === 'letter' && (
        <div>
          <Button size="small" look="quiet" icon="printer" label={t`Print a copy of the letter to ${to} of ${when}`} onPress={() => actions.openDialog('copyLetter', id)}>
            {t`Print a copy`}
          </Button>
        </div>
      )}
    </li>
  );
}

/** Short words stand there; a whole letter is opened. */
function Words({ entry: { title, text, writing } }: { readonly entry: ToldEntry }): ReactElement | null {
  if (text.trim() === '') return title === '' ? null : <p className="case-text">{title}</p>;
  if (writing === null) return <p className="case-text">{text}</p>;
  return (
    <details className="told-words">
      <summary>{title === '' ? (text.split('\n')[0] ?? '') : title}</summary>
      <p className="case-text" lang={writing.language} dir="auto">
        {text}
      </p>
    </details>
  );
}
