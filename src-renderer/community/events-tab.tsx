import { t } from '../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { staffName } from '../../src-shared/catalogue/lookup.ts';
import type { CommunityEvent } from '../../src-shared/office/community-event.ts';
import { mayEndEvent } from '../../src-shared/office/office-permission.ts';
import type { CommunityFigures } from '../../src-shared/protocol/data-rpc/community-views.ts';
import { relativeMoment } from '../../src-shared/util/moment.ts';
import { eventDay } from '../app/community/event-words.ts';
import type { Action } from '../app/keymap/action.ts';
import { ActionButton } from '../app/keymap/action-button.tsx';
import { useOffice, useWaitingInOffice } from '../app/office/use-office.ts';
import { goTo } from '../app/routes.ts';
import { useCatalogue, useStaff } from '../app/workplace.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useNow } from '../ui/use-now.ts';
import { showCases, useCommunityStore } from './community-store.ts';
import { EVENT_COLUMNS, nameOf } from './community-words.ts';
import { Figure, FigureTable } from './figure-table.tsx';

const HEADERS = [{ text: t`Event` }, { text: t`Date` }, { text: t`Neighborhood` }, ...EVENT_COLUMNS.map(({ header }) => ({ text: header, isNumber: true })), { text: t`Entry` }];

export interface EventsTabProps {
  readonly figures: CommunityFigures;
  readonly add: Action;
  readonly onEnd: (event: CommunityEvent) => void;
}

/** Town halls, workshops and forums, and what came of each. */
export function EventsTab({ figures, add, onEnd }: EventsTabProps): ReactElement {
  const { events } = useOffice();
  const listed = events.toSorted((a, b) => b.date.localeCompare(a.date) || b.addedAt - a.addedAt);
  if (listed.length === 0) {
    return (
      <EmptyState title={t`No events yet`} action={<ActionButton action={add} look="primary" />}>
        {t`What is said at a town hall, a workshop or a forum is entered under it, one wish after the other, and counted here.`}
      </EmptyState>
    );
  }
  return (
    <FigureTable label={t`Events`} headers={HEADERS}>
      <tbody>
        {listed.map((event) => (
          <EventRow key={event.id} event={event} figures={figures} onEnd={onEnd} />
        ))}
      </tbody>
    </FigureTable>
  );
}

function EventRow({ event, figures, onEnd }: Omit<EventsTabProps, 'add'> & { readonly event: CommunityEvent }): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  const { shown } = useCommunityStore();
  const isWaiting = useWaitingInOffice().has(event.id);
  const counts = figures.events.find(({ eventId }) => eventId === event.id);
  const { id, name, date, place, neighborhoodCode } = event;
  return (
    <tr>
      <th scope="row">
        <div>{name}</div>
        <div className="muted community-place">{[place, t`added by ${staffName(catalogue, event.by)}`, isWaiting && t`waiting to send`].filter(Boolean).join(' · ')}</div>
      </th>
      <td className="number community-short">{eventDay(date, now, catalogue.city.timeZone)}</td>
      <td>{neighborhoodCode === null ? t`The whole city` : nameOf(catalogue, neighborhoodCode)}</td>
      {EVENT_COLUMNS.map(({ figure, title }) => (
        <Figure
          key={figure}
          count={counts?.[figure] ?? 0}
          label={title(name)}
          isShown={shown?.question.of === 'event' && shown.question.eventId === id && shown.question.figure === figure}
          onPress={() => showCases({ question: { of: 'event', eventId: id, figure }, title: title(name) })}
        />
      ))}
      <td>
        <EventEntry event={event} onEnd={onEnd} />
      </td>
    </tr>
  );
}

function EventEntry({ event, onEnd }: { readonly event: CommunityEvent; readonly onEnd: EventsTabProps['onEnd'] }): ReactElement {
  const staff = useStaff();
  const { timeZone } = useCatalogue().city;
  const now = useNow();
  if (event.endedAt !== null) return <span className="muted">{t`All entered, ${relativeMoment(event.endedAt, now, timeZone)}`}</span>;
  return (
    <div className="community-entry">
      <Button size="small" label={t`Enter wishes: ${event.name}`} onPress={() => goTo({ screen: 'newCase', townHall: event.id })}>
        {t`Enter wishes`}
      </Button>
      {mayEndEvent(staff, event) && (
        <Button size="small" look="quiet" label={t`All entered: ${event.name}`} onPress={() => onEnd(event)}>
          {t`All entered`}
        </Button>
      )}
    </div>
  );
}
