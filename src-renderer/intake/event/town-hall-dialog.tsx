import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useState } from 'react';
import type { CommunityEvent } from '../../../src-shared/office/community-event.ts';
import { mayAddEvent } from '../../../src-shared/office/office-permission.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { EventFields, useEventForm } from '../../app/community/event-fields.tsx';
import { eventLine, openEvents, today } from '../../app/community/event-words.ts';
import { OfficeDialog } from '../../app/office/office-dialog.tsx';
import { useOffice } from '../../app/office/use-office.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { showToast } from '../../ui/announce.tsx';
import { Select } from '../../ui/select.tsx';
import { useNow } from '../../ui/use-now.ts';
import { beginEntry } from './entry-actions.ts';

const NEW_EVENT = '';

/** Which town hall is entered: one that has not ended, or a new one. */
export function TownHallDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const catalogue = useCatalogue();
  const [staff, now] = [useStaff(), useNow()];
  const events = openEvents(useOffice().events);
  const { timeZone } = catalogue.city;
  const [chosenId, setChosenId] = useState<string>(() => likeliest(events, now, timeZone)?.id ?? NEW_EVENT);
  const begin = (event: CommunityEvent): void => {
    onClose(); // first: while the dialog is open it keeps the focus, and the form could not take it
    void beginEntry(event, catalogue).then((why) => why !== null && showToast(why));
  };
  const form = useEventForm(begin);
  const chosen = events.find(({ id }) => id === chosenId);
  const submit = (): void => (chosen ? begin(chosen) : form.submit());
  const choices = events.map((event) => ({ value: event.id as string, label: eventLine(event, now, timeZone) }));
  const mayAdd = mayAddEvent(staff);
  return (
    <OfficeDialog title={t`Town-hall entry`} doLabel={t`Begin entry`} form={{ ...form, submit }} onClose={onClose} size="medium">
      <p className="muted">{t`What was said there is entered one after the other: each new case begins with the event, its day and the service for suggestions.`}</p>
      {events.length > 0 && (
        <Select
          label={t`Event`}
          value={chosenId}
          onChange={setChosenId}
          choices={mayAdd ? [...choices, { value: NEW_EVENT, label: t`Add a new event …` }] : choices}
          selectRef={chosen ? form.fields.refTo('first') : null}
        />
      )}
      {!chosen && <EventFields form={form} />}
    </OfficeDialog>
  );
}

/** The last that has been held, else the next to come. */
function likeliest(events: readonly CommunityEvent[], now: UtcMs, timeZone: string): CommunityEvent | undefined {
  return events.find(({ date }) => date <= today(now, timeZone)) ?? events.at(-1);
}
