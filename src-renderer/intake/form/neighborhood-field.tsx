import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { findNeighborhood, staffName } from '../../../src-shared/catalogue/lookup.ts';
import { NEIGHBORHOOD_SOURCE_LABELS } from '../../../src-shared/community/neighborhood-source.ts';
import { neighborhoodChoices } from '../../app/community/event-words.ts';
import { Select } from '../../ui/select.tsx';
import { neighborhoodOfDraft } from '../draft/neighborhood-of-draft.ts';
import { useDraft, useIntakeForm } from './form-context.tsx';

/** The part of the city: filled from the place while it is typed, and said where it came from; null with a city that has none. */
export function NeighborhoodField(): ReactElement | null {
  const { catalogue, fields, set } = useIntakeForm();
  const draft = useDraft((whole) => whole);
  const { neighborhoods } = catalogue;
  if (neighborhoods.length === 0) return null;
  const known = neighborhoodOfDraft(draft, catalogue);
  const byItself = neighborhoodOfDraft({ ...draft, neighborhoodCode: null }, catalogue)?.code ?? '';
  const liaison = known === null ? null : (findNeighborhood(catalogue, known.code)?.liaisonStaffId ?? null);
  const words = known === null ? [] : [NEIGHBORHOOD_SOURCE_LABELS[known.source], liaison === null ? t`no liaison` : t`liaison ${staffName(catalogue, liaison)}`];
  return (
    <Select
      label={t`Neighborhood`}
      value={known?.code ?? ''}
      onChange={(code) => set({ neighborhoodCode: code === byItself || code === '' ? null : code })}
      choices={neighborhoodChoices(neighborhoods, known?.code ?? null, known === null ? t`Not known` : t`By the place`)}
      selectRef={fields.refTo('neighborhoodCode')}
      {...(words.length === 0 ? {} : { description: sentence(words.join(' · ')) })}
    />
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
