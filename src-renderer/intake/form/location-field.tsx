import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { queries } from '../../data/queries.ts';
import { SuggestField } from '../../ui/suggest-field.tsx';
import { JUMP_FIELDS } from './fields.ts';
import { useIntakeForm } from './form-context.tsx';

const LEAST_TEXT = 3;

/** Where it is, in any words; addresses and places used before are offered, and bring their position. */
export function LocationField(): ReactElement {
  const { draft, fields, set, problem, leave } = useIntakeForm();
  const text = draft.locationText.trim();
  const { data: places = [] } = useQuery({ ...queries.places(text), enabled: text.length >= LEAST_TEXT });
  const items = text.length < LEAST_TEXT ? [] : places.map((place) => ({ id: place.text, label: place.text, detail: place.why === 'address' ? 'address' : 'used before' }));
  return (
    <SuggestField
      label={JUMP_FIELDS.locationText.label}
      keyHint={JUMP_FIELDS.locationText.key}
      value={draft.locationText}
      // A position belongs to the words it came with.
      onChange={(locationText) => set({ locationText, point: null })}
      items={items}
      onTake={({ id }) => set({ locationText: id, point: places.find((place) => place.text === id)?.point ?? null })}
      onBlur={() => leave('locationText')}
      maxLength={500}
      placeholder="street and number, crossing or landmark"
      inputRef={fields.refTo('locationText')}
      error={problem('locationText')}
    />
  );
}
