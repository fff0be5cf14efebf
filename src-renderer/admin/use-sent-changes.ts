import { t } from '../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { OfficeWaitingItem } from '../../src-shared/protocol/data-rpc/office-views.ts';
import { officeQueries } from '../data/office.ts';
import { showToast } from '../ui/announce.tsx';
import { changeDraft, useAdminStore } from './admin-store.ts';
import { type AdminDraft, afterPublishing, type SentChanges, withChange } from './draft/draft.ts';

/** What was published from here, with where it stands; null: not looked up yet. */
export interface SentItem {
  readonly sent: SentChanges;
  readonly item: OfficeWaitingItem | null;
}

const ASKED_EVERY_MS = 2_000;
/** A list asked for within this time of publishing may not have it yet. */
const SETTLED_AFTER_MS = 1_500;

/** What was published from here and is not in the catalogue yet. */
export function useSentItems(): readonly SentItem[] {
  const sent = useAdminStore((state) => state.draft.sent);
  const { data: items } = useQuery({ ...officeQueries.waiting(), enabled: sent.length > 0, refetchInterval: sent.length > 0 ? ASKED_EVERY_MS : false });
  return sent.map((one) => ({ sent: one, item: items?.find(({ uid }) => uid === one.commandId) ?? null }));
}

/** Follows it until the catalogue has it. What the server has refused stays until somebody has taken it back. */
export function useFollowSent(catalogue: Catalogue): void {
  const sent = useAdminStore((state) => state.draft.sent);
  const isLoaded = useAdminStore((state) => state.isLoaded);
  const { data: items, dataUpdatedAt } = useQuery({ ...officeQueries.waiting(), enabled: sent.length > 0 });
  useEffect(() => {
    if (isLoaded) changeDraft((draft) => afterPublishing(draft, catalogue));
  }, [isLoaded, catalogue]);
  useEffect(() => {
    if (!isLoaded || items === undefined) return;
    const isOpen = ({ commandId, at }: SentChanges): boolean => items.some(({ uid }) => uid === commandId) || dataUpdatedAt < at + SETTLED_AFTER_MS;
    if (sent.every(isOpen)) return;
    changeDraft((draft) => ({ ...draft, sent: draft.sent.filter(isOpen) }));
    showToast(t`Published: version ${catalogue.version} holds now.`);
  }, [isLoaded, items, dataUpdatedAt, sent, catalogue.version]);
}

/** Puts what was refused back among the changes not yet published, as it was wished; what its author saw stays with it. */
export function withSentBack(draft: AdminDraft, { commandId, changes, orders, note }: SentChanges): AdminDraft {
  const others = { ...draft, sent: draft.sent.filter((one) => one.commandId !== commandId), note: draft.note === '' ? note : draft.note };
  const changed = changes.reduce((kept, change) => (kept.changes.some(({ section, code }) => section === change.section && code === change.code) ? kept : withChange(kept, change)), others);
  const missing = orders.filter((order) => !changed.orders.some(({ section }) => section === order.section));
  return { ...changed, orders: [...changed.orders, ...missing] };
}
