import { t } from '../../../src-shared/language/language.ts';
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
import { whichOfAlike } from './alike.ts';

const STATES: Readonly<Record<MailState, { readonly label: string; readonly tone: Tone }>> = {
  waiting: { label: t`Waiting`, tone: 'neutral' },
  sending: { label: t`Being sent`, tone: 'info' },
  sent: { label: t`Sent`, tone: 'success' },
  failed: { label: t`Tried again soon`, tone: 'warning' },
  givenUp: { label: t`Given up`, tone: 'danger' },
  suppressed: { label: t`Not sent`, tone: 'neutral' },
};
const METHODS = { email: t`Email`, text: t`Text message`, push: t`App notification` } as const;

/** One line for each message. */
export function MailLogTable({ entries, onRetry }: { readonly entries: readonly MailLogEntry[]; readonly onRetry: (id: string) => void }): ReactElement {
  const which = whichOfAlike(entries);
  return (
    <table className="admin-table">
      <caption>{t`The newest first; addresses are shortened.`}</caption>
      <thead>
        <tr>
          <th scope="col">{t`When`}</th>
          <th scope="col">{t`What`}</th>
          <th scope="col">{t`To`}</th>
          <th scope="col">{t`State`}</th>
          <th scope="col">{t`Case`}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry, index) => (
          <Line key={entry.id} entry={entry} nth={which[index] ?? 1} onRetry={onRetry} />
        ))}
      </tbody>
    </table>
  );
}

/** `nth`: which of those that would be said with the same words. */
function Line({ entry, nth, onRetry }: { readonly entry: MailLogEntry; readonly nth: number; readonly onRetry: (id: string) => void }): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  const { at, event, staffId, to, method, state, problem, mayRetry, id, nextTryAt, retriedBy } = entry;
  const { timeZone } = catalogue.city;
  const whom = staffId === null ? to : `${staffName(catalogue, staffId)} (${to})`;
  const which = `${eventWords(event)}${nth === 1 ? '' : ` ${nth}`}`;
  return (
    <tr>
      <th scope="row" className="number">
        {exactMoment(at, now, timeZone)}
      </th>
      <td>{`${eventWords(event)}, ${METHODS[method].toLowerCase()}`}</td>
      <td>{whom}</td>
      <td>
        <StatusPill {...STATES[state]} />
        {nextTryAt !== null && <p className="muted number">{nextTryAt <= now ? t`as soon as there is a way to send it` : t`next try ${exactMoment(nextTryAt, now, timeZone)}`}</p>}
        {problem !== null && <p>{problem}</p>}
        {retriedBy !== null && <p className="muted">{t`Sent again by ${staffName(catalogue, retriedBy)}`}</p>}
        {mayRetry && (
          <Button size="small" label={state === 'waiting' || state === 'failed' ? t`Try now: ${which} of ${exactMoment(at, now, timeZone)} to ${whom}` : t`Send again: ${which} of ${exactMoment(at, now, timeZone)} to ${whom}`} onPress={() => onRetry(id)}>
            {state === 'waiting' || state === 'failed' ? t`Try now` : t`Send again`}
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
    <Button size="small" look="quiet" label={t`Open case ${shown}`} onPress={() => void openCaseByNumber(queryClient, number.data)}>
      <span className="number">{shown}</span>
    </Button>
  );
}

const OTHER_EVENTS: Readonly<Record<string, string>> = { dailyList: t`Daily list`, monthlyReport: t`Monthly report`, progressReminder: t`Progress reports due`, escalated: t`What is late`, sealedCase: t`A sealed complaint` };

/** `Case closed`; a kind this version has no words for as its own name, in words. */
function eventWords(event: string): string {
  const known = CorrespondenceEvent.safeParse(event);
  if (known.success) return EVENT_LABELS[known.data];
  const words = event.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return OTHER_EVENTS[event] ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
