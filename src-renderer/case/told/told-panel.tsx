import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { staffName } from '../../../src-shared/catalogue/lookup.ts';
import { EVENT_LABELS } from '../../../src-shared/correspondence/message-template.ts';
import { lettersOwed, type OwedLetter } from '../../../src-shared/correspondence/letters-owed.ts';
import type { CaseView } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import { ActionButton } from '../../app/keymap/action-button.tsx';
import { useCatalogue } from '../../app/workplace.tsx';
import { lettersQueries } from '../../letters/letters-queries.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { StatusPill } from '../../ui/status-pill.tsx';
import { useNow } from '../../ui/use-now.ts';
import { Group } from '../facts/group.tsx';
import type { CaseActions } from '../use-case-actions.ts';
import { type ToldEntry, toldEntries } from './told-entries.ts';
import { toldState } from './told-state.ts';
import { type SentAbout, useSentAbout } from './use-sent-about.ts';
import './told.css';

interface ToldPanelProps {
  readonly view: CaseView;
  readonly actions: CaseActions;
}

const MOST_SHOWN = 5;

/** Everything the citizen was told, the newest first, with what became of it; and what is still to be written. */
export function ToldPanel({ view, actions }: ToldPanelProps): ReactElement {
  const { case: current } = view;
  const [isWhole, setWhole] = useState(false);
  const entries = toldEntries(current);
  const sent = useSentAbout(current, entries);
  const shown = isWhole ? entries : entries.slice(0, MOST_SHOWN);
  const rest = entries.length - shown.length;
  return (
    <Group title="Told to the citizen" actions={<ActionButton action={actions.inPlace.mailLog} size="small" look="quiet" />}>
      <Owed view={view} />
      {entries.length === 0 && <p className="muted">Nothing yet.</p>}
      {sent.problem !== null && <p className="muted">{sent.problem}</p>}
      <ul className="told" aria-label="Told to the citizen">
        {shown.map((entry) => (
          <Entry key={entry.id} entry={entry} view={view} sent={sent} actions={actions} />
        ))}
      </ul>
      {rest > 0 && (
        <div>
          <Button size="small" look="quiet" onPress={() => setWhole(true)}>
            {`Show ${rest} more`}
          </Button>
        </div>
      )}
    </Group>
  );
}

/** Who waits for paper, and about what. */
function Owed({ view: { case: current } }: { readonly view: CaseView }): ReactElement | null {
  const catalogue = useCatalogue();
  const now = useNow();
  const owing = useQuery(lettersQueries.owed([current.id])).data?.[0];
  const owed = owing ? lettersOwed(owing.case, owing.whole) : [];
  if (owed.length === 0) return null;
  const words = ({ recipient, event, since }: OwedLetter): string => `${recipient.person.name || 'The citizen'} waits for a letter since ${exactMoment(since, now, catalogue.city.timeZone)}: ${EVENT_LABELS[event].toLowerCase()}. W writes it.`;
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
  const signed = writing?.isAutomatic === true ? '' : `, by ${staffName(catalogue, by)}`;
  return (
    <li>
      <p className="told-line">
        <strong>{how}</strong>
        <span>{`to ${to}`}</span>
        {state !== null && <StatusPill tone={state.tone} label={state.label} />}
      </p>
      <p className="muted number">{`${when}${signed}`}</p>
      {state?.advice != null && <p className="told-advice">{state.advice}</p>}
      <Words entry={entry} />
      {writing?.method === 'letter' && (
        <div>
          <Button size="small" look="quiet" icon="printer" label={`Print a copy of the letter to ${to} of ${when}`} onPress={() => actions.openDialog('copyLetter', id)}>
            Print a copy
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
