import { expect, it } from 'vitest';
import { CommandId } from '../../../src-shared/util/ids.ts';
import { followedView } from './followed-view.ts';
import type { SavedView } from './use-saved-views.ts';

const [first, second] = [1, 2].map((n) => CommandId.parse(`00000000-0000-4000-9000-00000000000${n}`)) as [CommandId, CommandId]; // safe: two were made
const question = { view: 'open', filters: 'is:overdue', search: '', sort: 'due', groupBy: 'assignee' } as const;
const view: SavedView = { id: 'late', name: 'Late ones', question, columns: null, sharedWith: 'Water', mayChange: false, change: { id: first, by: 'Rosa', isMine: false } };
const shown = { savedViewId: 'late', seenChange: first, question };

it('follows another question of the view it shows, and nothing else', () => {
  const changed: SavedView = { ...view, question: { ...question, groupBy: 'service' }, change: { id: second, by: 'Rosa', isMine: false } };
  expect(followedView(shown, view, true)).toBe('nothing');
  expect(followedView(shown, changed, true)).toBe('follow');
  expect(followedView({ ...shown, savedViewId: null }, changed, true)).toBe('nothing');
  expect(followedView(shown, { ...changed, question, name: 'Overdue ones' }, true)).toBe('seen');
  // Signed in anew: what is kept of the view at this workstation may be older than the view.
  expect(followedView({ ...shown, seenChange: null }, changed, true)).toBe('follow');
});

it('keeps the list of a view that has ended, and waits for the office’s records', () => {
  expect(followedView(shown, null, true)).toBe('ended');
  expect(followedView(shown, null, false)).toBe('nothing');
  expect(followedView({ ...shown, seenChange: null }, { ...view, change: null, sharedWith: null }, true)).toBe('nothing');
});
