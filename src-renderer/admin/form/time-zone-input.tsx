import type { ReactElement } from 'react';
import { SuggestField } from '../../ui/suggest-field.tsx';

interface TimeZoneInputProps {
  readonly label: string;
  readonly description?: string | undefined;
  readonly error: string | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const MOST_SHOWN = 12;
const ZONES = Intl.supportedValuesOf('timeZone');

/** A time zone by the name of a city in it: `york` finds America/New_York. */
export function TimeZoneInput({ description, ...props }: TimeZoneInputProps): ReactElement {
  const typed = props.value.trim().toLowerCase().replaceAll(' ', '_');
  const items = ZONES.filter((zone) => zone.toLowerCase().includes(typed) && zone !== props.value).slice(0, MOST_SHOWN);
  return <SuggestField {...props} {...(description === undefined ? {} : { description })} items={items.map((zone) => ({ id: zone, label: zone }))} onTake={({ id }) => props.onChange(id)} />;
}
