import { useDeferredValue, useMemo } from 'react';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { AdminDraft } from './draft/draft.ts';
import { type DraftOutcome, outcomeOf, withOpenEntry } from './draft/draft-rows.ts';

/** The catalogue with everything kept so far, worked out when there is time: while somebody types, a moment late. */
export function useDraftOutcome(catalogue: Catalogue, draft: AdminDraft): DraftOutcome {
  const { changes, orders, sent } = useDeferredValue(draft);
  return useMemo(() => outcomeOf(catalogue, { changes, orders, sent, open: null, note: '' }), [catalogue, changes, orders, sent]);
}

/** The same with the open entry as it stands in the form. */
export function useTypedOutcome(catalogue: Catalogue, draft: AdminDraft): DraftOutcome {
  const { changes, orders, sent, open } = useDeferredValue(draft);
  return useMemo(() => outcomeOf(catalogue, withOpenEntry({ changes, orders, sent, open, note: '' }, catalogue)), [catalogue, changes, orders, sent, open]);
}
