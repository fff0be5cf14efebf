import { expect, it } from 'vitest';
import { type Action, DIALOG_SCOPE, GLOBAL_SCOPE } from '../keymap/action.ts';
import { pageMenus } from './page-menus.ts';

const action = (id: Action['id'], more: Partial<Action> = {}): Action => ({ id, label: id, run: () => undefined, ...more });

it('has the places, the screen and what is everywhere; no dialog, no cursor keys', () => {
  const groups = [
    { scope: GLOBAL_SCOPE, actions: [action('go.queue'), action('window.lock'), action('window.quit')] },
    { scope: { id: 'case', title: 'Case' }, actions: [action('case.assign', { isEnabled: false }), action('case.back', { isKeyOnly: true }), action('overdue.open', { run: null })] },
    { scope: DIALOG_SCOPE, actions: [action('link.person')] },
    { scope: { id: 'empty', title: 'Empty' }, actions: [] },
  ];
  const menus = pageMenus(groups, (id) => (id === 'go.queue' ? ['F3'] : []));
  expect(menus.map(({ title, items }) => [title, items.map(({ id, chord, isEnabled }) => [id, chord, isEnabled])])).toEqual([
    ['Go to', [['go.queue', 'F3', true]]],
    ['Case', [['case.assign', null, false]]],
    ['Window', [['window.lock', null, true]]],
  ]);
});
