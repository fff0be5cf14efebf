import { t } from '../../../src-shared/language/language.ts';
import { chordLabel } from '../../app/keymap/chord.ts';
import { keyOf } from '../../app/keymap/own-keys.ts';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { queries } from '../../data/queries.ts';
import { SuggestField } from '../../ui/suggest-field.tsx';
import { changeDraft, useIntake } from '../intake-store.ts';
import { JUMP_FIELDS } from './fields.ts';
import { factsOfPlace, placeDetail, placeMeant } from './place-words.ts';
import { useDraft, useIntakeForm, useProblem } from './form-context.tsx';
import { useOutsideAgencies } from './use-outside-agencies.ts';
import { useSimilarCases } from './use-similar-cases.ts';

const LEAST_TEXT = 3;

/** Where it is, in any words; the city's addresses, crossings and landmarks are offered, then places used before, and bring their position. */
export function LocationField(): ReactElement {
  const { fields, set, leave } = useIntakeForm();
  const draft = useDraft(({ locationText, point, referral }) => ({ locationText, point, referral }));
  const error = useProblem('locationText');
  const client = useQueryClient();
  const text = draft.locationText.trim();
  const { data: places = [], isFetching } = useQuery({ ...queries.places(text), enabled: text.length >= LEAST_TEXT });
  const similarCount = useSimilarCases().cases.length;
  const found = useOutsideAgencies()[0]?.agency;
  const outside = draft.referral === null ? found : undefined;
  const offered = text.length < LEAST_TEXT ? [] : places;
  const items = offered.map((place) => ({ id: place.text, label: [place.text, place.unit].filter((part) => part !== '').join(', '), detail: placeDetail(place) }));
  const taken = offered.find((place) => place.text === text && draft.point !== null);
  const hints = [
    ...(taken === undefined || taken.note === '' ? [] : [taken.note]),
    ...(similarCount === 0 ? [] : [similarCount === 1 ? t`1 similar case nearby: ${chordLabel(keyOf('newCase.go.similar'))}` : t`${similarCount} similar cases nearby: ${chordLabel(keyOf('newCase.go.similar'))}`]),
    ...(outside === undefined ? [] : [t`may be for ${outside.name}: ${chordLabel(keyOf('newCase.refer'))} refers the caller there`]),
  ];
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
      onTake={({ id }) => {
        const place = places.find((one) => one.text === id);
        if (place) changeDraft((now) => ({ ...now, ...factsOfPlace(place, now) }));
      }}
      onBlur={() => {
        leave('locationText');
        if (draft.point === null && text.length >= LEAST_TEXT) void settlePlace(client, text, useIntake.getState().draft.draftId);
      }}
      maxLength={500}
      placeholder={t`address, crossing, landmark`}
      inputRef={fields.refTo('locationText')}
      error={error}
    />
  );
}

/** Takes the place that is meant beyond doubt, also when its answer comes after the field was left. Nothing is taken over what was typed since. */
async function settlePlace(client: QueryClient, text: string, draftId: string): Promise<void> {
  const meant = placeMeant(await client.fetchQuery(queries.places(text)).catch(() => []), text);
  if (meant === null) return;
  changeDraft((draft) => (draft.draftId === draftId && draft.locationText.trim() === text && draft.point === null ? { ...draft, ...factsOfPlace(meant, draft) } : draft));
}
