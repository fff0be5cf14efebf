import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import type { CommunityEvent } from '../../../src-shared/office/community-event.ts';
import { useNow } from '../../ui/use-now.ts';
import { DateTimeField } from '../../ui/date-time-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type OfficeForm, useOfficeForm } from '../office/use-office-form.ts';
import { useCatalogue, useStaff } from '../workplace.tsx';
import { neighborhoodChoices, today } from './event-words.ts';

export interface EventValues {
  readonly name: string;
  /** Empty when nothing valid is typed. */
  readonly date: string;
  readonly place: string;
  /** Empty: of the whole city. */
  readonly neighborhoodCode: string;
}

/** A new town hall, workshop or forum. `onDone` gets it as it will stand in the office's records. */
export function useEventForm(onDone: (event: CommunityEvent) => void): OfficeForm<EventValues> {
  const staff = useStaff();
  const { timeZone } = useCatalogue().city;
  const now = useNow();
  const form = useOfficeForm<EventValues>({
    initial: () => ({ name: '', date: today(now, timeZone), place: '', neighborhoodCode: '' }),
    check: ({ name, date }) => ({
      first: name.trim() === '' ? t`Give the event a name, such as Harbor Forum.` : undefined,
      date: date === '' ? t`Give the day it takes place.` : undefined,
    }),
    toCommand: (values) => ({ type: 'office.addEvent', args: argsOf(values) }),
    doneWords: t`The event is added.`,
    onDone: (id) => onDone({ ...argsOf(form.values), id, by: staff.id, addedAt: now, endedAt: null }),
  });
  return form;
}

function argsOf({ name, date, place, neighborhoodCode }: EventValues) {
  return { name: name.trim(), date, place: place.trim(), neighborhoodCode: neighborhoodCode === '' ? null : neighborhoodCode };
}

/** Name, date, place and neighborhood of an event. */
export function EventFields({ form }: { readonly form: OfficeForm<EventValues> }): ReactElement {
  const { neighborhoods } = useCatalogue();
  const { values, set, fields, error } = form;
  return (
    <>
      <TextField label={t`Name`} value={values.name} onChange={(name) => set({ name })} inputRef={fields.refTo('first')} error={error('first')} maxLength={200} placeholder={t`Harbor Forum`} />
      <div className="dialog-pair">
        <DateTimeField label={t`Date`} isDayOnly value={values.date} onChange={(date) => set({ date })} inputRef={fields.refTo('date')} error={error('date')} />
        <TextField label={t`Place`} value={values.place} onChange={(place) => set({ place })} maxLength={300} />
      </div>
      <Select
        label={t`Neighborhood`}
        value={values.neighborhoodCode}
        onChange={(neighborhoodCode) => set({ neighborhoodCode })}
        choices={neighborhoodChoices(neighborhoods, null, t`The whole city`)}
        description={t`Counts for what was said there where the place tells none.`}
      />
    </>
  );
}
