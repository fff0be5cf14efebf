import { useDeferredValue, useMemo } from 'react';
import type { AgencySuggestion } from '../../../src-shared/agencies/suggest-agencies.ts';
import { useNow } from '../../ui/use-now.ts';
import { outsideAgencies } from '../draft/referral-of-draft.ts';
import { useFormState, useIntakeForm } from './form-context.tsx';

/** Agencies that the request may be for, the likeliest first. A hint: it may come a moment after the letter. */
export function useOutsideAgencies(): readonly AgencySuggestion[] {
  const { catalogue } = useIntakeForm();
  const now = useNow();
  const ahead = useDeferredValue(useFormState((state) => state.ahead));
  return useMemo(() => outsideAgencies(ahead, catalogue, now), [ahead, catalogue, now]);
}
