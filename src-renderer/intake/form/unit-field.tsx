import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { t } from '../../../src-shared/language/language.ts';
import { foldText } from '../../../src-shared/util/fold-text.ts';
import { queries } from '../../data/queries.ts';
import { SuggestField } from '../../ui/suggest-field.tsx';
import { JUMP_FIELDS } from './fields.ts';
import { useDraft, useIntakeForm } from './form-context.tsx';

const MOST_SHOWN = 40;

/** The part of the building. Those that the city lists for the address are offered as soon as the field is typed in. */
export function UnitField(): ReactElement {
  const { fields, set, leave } = useIntakeForm();
  const draft = useDraft(({ unit, locationText, point }) => ({ unit, locationText, point }));
  const place = draft.locationText.trim();
  const { data: places = [] } = useQuery({ ...queries.places(place), enabled: place !== '' && draft.point !== null });
  const units = places.find(({ text }) => text === place)?.units ?? [];
  const typed = foldText(draft.unit);
  const fitting = units.filter((unit) => unit !== draft.unit && foldText(unit).split(' ').some((word) => word.startsWith(typed.split(' ').at(-1) ?? '')));
  const isListed = draft.unit.trim() === '' || units.length === 0 || units.some((unit) => foldText(unit) === typed);
  return (
    <SuggestField
      label={JUMP_FIELDS.unit.label}
      keyHint={JUMP_FIELDS.unit.key}
      value={draft.unit}
      onChange={(unit) => set({ unit })}
      items={fitting.slice(0, MOST_SHOWN).map((unit) => ({ id: unit, label: unit }))}
      onTake={({ id }) => set({ unit: id })}
      onBlur={() => leave('unit')}
      maxLength={60}
      inputRef={fields.refTo('unit')}
      error={null}
      {...(units.length === 0 ? {} : { description: isListed ? (units.length === 1 ? t`1 unit is listed` : t`${units.length} units are listed`) : t`not among the units listed there` })}
    />
  );
}
