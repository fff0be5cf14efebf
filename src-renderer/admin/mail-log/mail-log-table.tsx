import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { staffName } from '../../../src-shared/catalogue/lookup.ts';
import { EVENT_LABELS, CorrespondenceEvent } from '../../../src-shared/correspondence/message-template.ts';
import type { MailLogEntry, MailState } from '../../../src-shared/protocol/mail-log.ts';
import { formatTrackingNumber, TrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import { openCaseByNumber } from '../../app/open-case-by-number.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { Button } from '../../ui/button.tsx';
import { StatusPill, type Tone } from '../../ui/status-pill.tsx';
import { useNow } from '../../ui/use-now.ts';

const STATES: Readonly<Record<MailState, { readonly label: string; readonly tone: Tone }>> = {
  waiting: { label: 'Waiting', tone: 'neutral' },
  sending: { label: 'Being sent', tone: 'info' },
  sent: { label: 'Sent', tone: 'success' },
  failed: { label: 'Tried again soon', tone: 'warning' },
  givenUp: { label: 'Given up', tone: 'danger' },
  suppressed: { label: 'Not sent', tone: 'neutral' },
};
const METHODS = { email: 'Email', text: 'Text message', push: 'App notification' } as const;

/** One line for each message. */
export function MailLogTable({ entries, onRetry }: { readonly entries: readonly MailLogEntry[]; readonly onRetry: (id: string) => void }): ReactElement {
  return (
    <table className="admin-table">
      <caption>The newest first; addresses are shortened.</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">What</th>
          <th scope="col">To</th>
          <th scope="col">State</th>
          <th scope="col">Case</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Line key={entry.id} entry={entry} onRetry={onRetry} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ entry, onRetry }: { readonly entry: MailLogEntry; readonly onRetry: (id: string) => void }): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  const { at, event, staffId, to, method, state, problem, mayRetry, id, nextTryAt, retriedBy } = entry;
  const { timeZone } = catalogue.city;
  return (
    <tr>
      <th scope="row" className="number">
        {exactMoment(at, now, timeZone)}
      </th>
      <td>{`${eventWords(event)}, ${METHODS[method].toLowerCase()}`}</td>
      <td>{staffId === null ? to : `${staffName(catalogue, staffId)} (${to})`}</td>
      <td>
        <StatusPill {...STATES[state]} />
        {nextTryAt !== null && <p className="muted number">{nextTryAt <= now ? 'as soon as there is a way to send it' : `next try ${exactMoment(nextTryAt, now, timeZone)}`}</p>}
        {problem !== null && <p>{problem}</p>}
        {retriedBy !== null && <p className="muted">{`Sent again by ${staffName(catalogue, retriedBy)}`}</p>}
        {mayRetry && (
          <Button size="small" label={`${state === 'waiting' || state === 'failed' ? 'Try now' : 'Send again'}: ${eventWords(event)} of ${exactMoment(at, now, timeZone)} to ${to}`} onPress={() => onRetry(id)}>
            {state === 'waiting' || state === 'failed' ? 'Try now' : 'Send again'}
          </Button>
        )}
      </td>
      <td>{entry.trackingNumber !== null && <CaseLink trackingNumber={entry.trackingNumber} />}</td>
    </tr>
  );
}

function CaseLink({ trackingNumber }: { readonly trackingNumber: string }): ReactElement {
  const queryClient = useQueryClient();
  const number = TrackingNumber.safeParse(trackingNumber);
  if (!number.success) return <>{trackingNumber}</>;
  const shown = formatTrackingNumber(number.data);
  return (
    <Button size="small" look="quiet" label={`Open case ${shown}`} onPress={() => void openCaseByNumber(queryClient, number.data)}>
      <span className="number">{shown}</span>
    </Button>
  );
}

const OTHER_EVENTS: Readonly<Record<string, string>> = { dailyList: 'Daily list', monthlyReport: 'Monthly report', progressReminder: 'Progress reports due', escalated: 'What is late', sealedCase: 'A sealed complaint' };

/** `Case closed`; a kind this version has no words for as its own name, in words. */
function eventWords(event: string): string {
  const known = CorrespondenceEvent.safeParse(event);
  if (known.success) return EVENT_LABELS[known.data];
  const words = event.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return OTHER_EVENTS[event] ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
