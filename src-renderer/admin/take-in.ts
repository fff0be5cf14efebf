import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { ReadyChanges } from '../../src-shared/protocol/data-rpc/admin-views.ts';
import { changeDraft } from './admin-store.ts';
import { formOf } from './describe/sections.ts';
import { type DraftEntry, publishedEntry, withChanges } from './draft/draft.ts';

/**
 * Puts changes that come from elsewhere (an undo, a file) among those not yet published. What follows from the words of an entry
 * is set anew: an older text of a guide comes back as a new version of it.
 */
export function takeIn(catalogue: Catalogue, { changes, orders }: Pick<ReadyChanges, 'changes' | 'orders'>, note: string): void {
  const settled = changes.map((change) => {
    const published = publishedEntry(catalogue, change);
    const value = change.value === null ? null : (formOf(change.section).settle?.(change.value, published) ?? change.value);
    return { ...change, value: value as DraftEntry }; // safe: made of plain JSON
  });
  changeDraft((draft) => ({ ...withChanges(draft, catalogue, { changes: settled, orders: [...orders] }), note: draft.note === '' ? note : draft.note }));
}
