import { useQuery, useQueryClient } from '@tanstack/react-query';
import { departmentName, staffName } from '../../../src-shared/catalogue/lookup.ts';
import { t } from '../../../src-shared/language/language.ts';
import type { SharedView } from '../../../src-shared/office/shared-view.ts';
import { mayShareView, viewsFor } from '../../../src-shared/office/shared-view-rights.ts';
import type { CommandId } from '../../../src-shared/util/ids.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { newCommandId } from '../../data/new-id.ts';
import { officeCommands, officeQueries } from '../../data/office.ts';
import type { ChosenColumn, SavedQuestion } from '../queue-habits.ts';
import { askQueue, questionNow, useQueueStore } from '../queue-store.ts';
import { useHabits } from '../use-habits.ts';

export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly question: SavedQuestion;
  readonly columns: readonly ChosenColumn[] | null;
  /** Whom it is shared with, in words; null: it is one's own. */
  readonly sharedWith: string | null;
  readonly mayChange: boolean;
  /** The last change of a shared one, and whose it was; null: it is one's own. */
  readonly change: { readonly id: CommandId; readonly by: string; readonly isMine: boolean } | null;
}

/** Null: done. `theirs`: what somebody else made of the view meanwhile; nothing was changed. */
export type SaveProblem = { readonly sentence: string; readonly theirs: SavedView | null } | null;

export interface SavedViews {
  /** One's own, then those that are shared. */
  readonly views: readonly SavedView[];
  /** With whom whoever is signed in may share. */
  readonly shares: readonly { readonly value: string; readonly label: string }[];
  /** The view the present question was begun from; null: none, or it is gone. */
  readonly base: SavedView | null;
  readonly show: (view: SavedView) => void;
  /** Null: done; else why not. */
  readonly save: (view: { readonly name: string; readonly shareWith: string; readonly isFirst: boolean }) => Promise<string | null>;
  /** The present question and columns take the place of the view's, for everybody who has it. `overTheirs`: also of what somebody else has just made of it. */
  readonly change: (view: SavedView, wish: { readonly isFirst: boolean; readonly overTheirs: boolean }) => Promise<SaveProblem>;
  readonly rename: (view: SavedView, name: string) => Promise<string | null>;
  readonly remove: (view: SavedView) => Promise<string | null>;
  readonly setFirst: (view: SavedView | null) => void;
  readonly firstId: string | null;
}

/** Questions under a name: one's own at this workstation, shared ones in the office's records. */
export function useSavedViews(): SavedViews {
  const [staff, catalogue] = [useStaff(), useCatalogue()];
  const [habits, change] = useHabits();
  const baseViewId = useQueueStore((state) => state.baseViewId);
  const { data: office } = useQuery(officeQueries.office());
  const queryClient = useQueryClient();
  /** Before it is shown by its name: else it would be taken for one that has ended. */
  const known = () => queryClient.refetchQueries({ queryKey: officeQueries.office().queryKey });
  const shared = viewsFor(office?.office.views ?? [], staff);
  const toSaved = (view: SharedView): SavedView => ({
    ...{ id: view.id, name: view.name, question: view.question, columns: view.columns },
    sharedWith: view.departmentCode === null ? t`everybody` : departmentName(catalogue, view.departmentCode),
    mayChange: mayShareView(staff, view.departmentCode),
    change: { id: view.changedIn, by: staffName(catalogue, view.changedBy), isMine: view.changedBy === staff.id },
  });
  const views: readonly SavedView[] = [...habits.views.map((view) => ({ ...view, sharedWith: null, mayChange: true, change: null })), ...shared.map(toSaved)];
  const shares = [
    ...catalogue.departments.filter(({ code, isActive }) => isActive && mayShareView(staff, code)).map(({ code, name }) => ({ value: code, label: t`Everybody in ${name}` })),
    ...(mayShareView(staff, null) ? [{ value: 'all', label: t`Everybody` }] : []),
  ];

  return {
    views,
    shares,
    base: views.find(({ id }) => id === baseViewId) ?? null,
    show(view) {
      if (view.columns !== null) change({ columns: [...view.columns] });
      askQueue(view.question, shownAs(view.id, view.change?.id ?? null));
    },
    async save({ name, shareWith, isFirst }) {
      const question = questionNow();
      const id = newCommandId();
      if (shareWith === 'me') change({ views: [...habits.views, { id, name, question, columns: habits.columns }] });
      else {
        const departmentCode = shareWith === 'all' ? null : shareWith;
        const reply = await officeCommands.run({ commandId: id, type: 'office.saveView', args: { viewId: null, seen: null, name, departmentCode, question, columns: habits.columns } });
        if (!reply.ok) return reply.sentence;
        await known();
      }
      if (isFirst) change({ firstView: { ...question, savedViewId: id } });
      askQueue(question, shownAs(id, shareWith === 'me' ? null : id));
      return null;
    },
    async change(view, { isFirst, overTheirs }) {
      const question = questionNow();
      const current = shared.find(({ id }) => id === view.id);
      const commandId = newCommandId();
      if (current) {
        const { seenChange } = useQueueStore.getState();
        const seen = overTheirs || seenChange === null ? current.changedIn : (seenChange as CommandId); // safe: it was the view's own
        const { id: viewId, name, departmentCode } = current;
        const reply = await officeCommands.run({ commandId, type: 'office.saveView', args: { viewId, seen, name, departmentCode, question, columns: habits.columns } });
        if (!reply.ok) return { sentence: reply.sentence, theirs: reply.reason === 'changedMeanwhile' ? toSaved(current) : null };
        await known();
      } else change({ views: habits.views.map((own) => (own.id === view.id ? { ...own, question, columns: habits.columns } : own)) });
      if (isFirst || habits.firstView?.savedViewId === view.id) change({ firstView: { ...question, savedViewId: view.id } });
      askQueue(question, shownAs(view.id, current ? commandId : null));
      return null;
    },
    async rename(view, name) {
      const current = shared.find(({ id }) => id === view.id);
      if (current) return give('office.saveView', { viewId: current.id, seen: current.changedIn, name, departmentCode: current.departmentCode, question: current.question, columns: current.columns });
      change({ views: habits.views.map((own) => (own.id === view.id ? { ...own, name } : own)) });
      return null;
    },
    async remove(view) {
      if (habits.firstView?.savedViewId === view.id) change({ firstView: null });
      if (view.sharedWith !== null) return give('office.endView', { viewId: view.id as CommandId }); // safe: a shared view's id is one
      change({ views: habits.views.filter(({ id }) => id !== view.id) });
      return null;
    },
    setFirst(view) {
      change({ firstView: view === null ? null : { ...view.question, savedViewId: view.id } });
    },
    firstId: habits.firstView?.savedViewId ?? null,
  };
}

const shownAs = (id: string, seenChange: string | null) => ({ savedViewId: id, baseViewId: id, seenChange });

async function give(type: 'office.saveView' | 'office.endView', args: object): Promise<string | null> {
  // Safe: the arguments are those of the command; the data process judges them again.
  const reply = await officeCommands.run({ commandId: newCommandId(), type, args } as Parameters<typeof officeCommands.run>[0]);
  return reply.ok ? null : reply.sentence;
}
