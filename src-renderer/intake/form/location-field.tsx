import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { queries } from '../../data/queries.ts';
import { SuggestField } from '../../ui/suggest-field.tsx';
import { outsideAgencies } from '../draft/referral-of-draft.ts';
import { JUMP_FIELDS, REFER_KEY, SIMILAR_KEY } from './fields.ts';
import { useIntakeForm } from './form-context.tsx';
import { useSimilarCases } from './use-similar-cases.ts';

const LEAST_TEXT = 3;

/** Where it is, in any words; addresses and places used before are offered, and bring their position. */
export function LocationField(): ReactElement {
  const { draft, catalogue, now, fields, set, problem, leave } = useIntakeForm();
  const text = draft.locationText.trim();
  const { data: places = [], isFetching } = useQuery({ ...queries.places(text), enabled: text.length >= LEAST_TEXT });
  const similarCount = useSimilarCases().length;
  const outside = draft.referral === null ? outsideAgencies(draft, catalogue, now)[0]?.agency : undefined;
  const hints = [
    ...(similarCount === 0 ? [] : [`${similarCount === 1 ? '1 similar case' : `${similarCount} similar cases`} nearby: ${SIMILAR_KEY}`]),
    ...(outside === undefined ? [] : [`may be for ${outside.name}: ${REFER_KEY} refers the caller there`]),
  ];
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
      {...(hints.length === 0 ? {} : { description: hints.join(' · ') })}
      onTake={({ id }) => set({ locationText: id, point: places.find((place) => place.text === id)?.point ?? null })}
      onBlur={() => leave('locationText')}
      maxLength={500}
      placeholder="address, crossing, landmark"
      inputRef={fields.refTo('locationText')}
      error={problem('locationText')}
    />
  );
}
