/**
 * What the screen "Administration" is doing: where it is, and the changes that are not published yet.
 *
 * Lives outside the screen, so that looking something up elsewhere and coming back finds every letter where it was. The draft goes
 * to disk through the saver and outlives the window.
 */
import { create } from 'zustand';
import type { Staff } from '../../src-shared/catalogue/catalogue.ts';
import type { Section } from '../../src-shared/catalogue/sections.ts';
import { isAdministrator } from '../../src-shared/office/office-permission.ts';
import { data } from '../data/data-client.ts';
import { createValueSaver, type SaveState } from '../data/value-saver.ts';
import type { AdminPlace } from './admin-places.ts';
import { AdminDraft, countOf, EMPTY_DRAFT } from './draft/draft.ts';

export interface AdminState {
  /** Whose screen it is; another person begins with their own. */
  readonly ownerId: string | null;
  /** False until the draft was read from disk: nothing can be edited before. */
  readonly isLoaded: boolean;
  readonly draft: AdminDraft;
  readonly saveState: SaveState;
  readonly place: AdminPlace;
  /** The entry that is shown of each section. */
  readonly cursors: Readonly<Partial<Record<Section, string>>>;
  readonly searches: Readonly<Partial<Record<Section, string>>>;
  /** Keeping the open entry was tried: from then on every field says what is wrong with it. */
  readonly isTried: boolean;
  /** Where somebody wanted to go while an entry was being edited; asked about. */
  readonly leaving: (() => void) | null;
}

function freshState(): Omit<AdminState, 'ownerId' | 'place'> {
  return { isLoaded: false, draft: EMPTY_DRAFT, saveState: 'saved', cursors: {}, searches: {}, isTried: false, leaving: null };
}

export const useAdminStore = create<AdminState>(() => ({ ownerId: null, place: 'city', ...freshState() }));

const saver = createValueSaver<AdminDraft>({
  save: (draft) => data.admin.saveDraft({ body: isEmpty(draft) ? null : draft }),
  onState: (saveState) => useAdminStore.setState({ saveState }),
});

/** Called before the screen is shown: keeps what the same person was doing, begins anew for another. `asked`: where it opens. */
export function openAdministrationFor(staff: Staff, asked?: AdminPlace): void {
  const { ownerId } = useAdminStore.getState();
  if (ownerId === staff.id) {
    if (asked !== undefined) useAdminStore.setState({ place: asked });
    return;
  }
  useAdminStore.setState({ ownerId: staff.id, place: asked ?? (isAdministrator(staff) ? 'city' : 'delegations'), ...freshState() });
  void load(staff.id, asked);
}

async function load(ownerId: string, asked?: AdminPlace): Promise<void> {
  const kept = await data.admin.draft().catch(() => null);
  if (useAdminStore.getState().ownerId !== ownerId) return;
  const draft = AdminDraft.safeParse(kept?.body);
  const open = draft.data?.open ?? null;
  useAdminStore.setState({
    isLoaded: true,
    draft: draft.data ?? EMPTY_DRAFT,
    ...(open === null || asked !== undefined ? {} : { place: open.section, cursors: open.code === null ? {} : { [open.section]: open.code } }),
  });
}

/** Changes the draft, on disk too. */
export function changeDraft(change: (draft: AdminDraft) => AdminDraft): void {
  const { draft, isLoaded } = useAdminStore.getState();
  const next = change(draft);
  if (!isLoaded || next === draft) return;
  useAdminStore.setState({ draft: next });
  saver.changed(next);
}

export const changesToPublish = (): number => countOf(useAdminStore.getState().draft);

function isEmpty(draft: AdminDraft): boolean {
  return countOf(draft) === 0 && draft.open === null && draft.note === '' && draft.sent.length === 0;
}
