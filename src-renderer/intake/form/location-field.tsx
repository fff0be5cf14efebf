import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { queries } from '../../data/queries.ts';
import { SuggestField } from '../../ui/suggest-field.tsx';
import { JUMP_FIELDS, SIMILAR_KEY } from './fields.ts';
import { useIntakeForm } from './form-context.tsx';
import { useSimilarCases } from './use-similar-cases.ts';

const LEAST_TEXT = 3;

/** Where it is, in any words; addresses and places used before are offered, and bring their position. */
export function LocationField(): ReactElement {
  const { draft, fields, set, problem, leave } = useIntakeForm();
  const text = draft.locationText.trim();
  const { data: places = [], isFetching } = useQuery({ ...queries.places(text), enabled: text.length >= LEAST_TEXT });
  const similarCount = useSimilarCases().length;
  const items = text.length < LEAST_TEXT ? [] : places.map((place) => ({ id: place.text, label: place.text, detail: place.why === 'address' ? 'address' : 'used before' }));
  return (
    <SuggestField
      label={JUMP_FIELDS.locationText.label}
      keyHint={JUMP_FIELDS.locationText.key}
      value={draft.locationText}
      // A position belongs to the words it came with.
      onChange={(locationText) => set({ locationText, point: null })}
      items={items}
      isWaiting={isFetching}
      {...(similarCount === 0 ? {} : { description: `${similarCount === 1 ? '1 similar case' : `${similarCount} similar cases`} nearby: ${SIMILAR_KEY}` })}
      onTake={({ id }) => set({ locationText: id, point: places.find((place) => place.text === id)?.point ?? null })}
      onBlur={() => leave('locationText')}
      maxLength={500}
      placeholder="address, crossing, landmark"
      inputRef={fields.refTo('locationText')}
      error={problem('locationText')}
    />
  );
}
