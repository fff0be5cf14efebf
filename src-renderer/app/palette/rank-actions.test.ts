import { describe, expect, it } from 'vitest';
import type { Action } from '../keymap/action.ts';
import type { ActionId } from '../keymap/default-keys.ts';
import type { ActionGroup } from '../keymap/registry.ts';
import { fuzzyScore } from './fuzzy.ts';
import { rankActions } from './rank-actions.ts';

const LABELS = ['New case', 'Queue', 'Search cases', 'Select none', 'Sync now', 'Copy tracking numbers', 'Settings', 'Command palette'];
const GROUPS: readonly ActionGroup[] = [{ scope: { id: 'queue', title: 'Queue' }, actions: LABELS.map((label) => toAction(label)) }];

function toAction(label: string, more: Partial<Action> = {}): Action {
  return { id: label as ActionId, label, run: () => undefined, ...more }; // a made-up action: only its words count
}

function ranked(typed: string, recent: readonly string[] = []): readonly string[] {
  return rankActions(GROUPS, typed, recent).map(({ label }) => label);
}

describe('what a few letters find', () => {
  it.each([
    ['nc', 'New case'],
    ['new', 'New case'],
    ['ctn', 'Copy tracking numbers'],
    ['track', 'Copy tracking numbers'],
    ['sync', 'Sync now'],
    ['QUE', 'Queue'],
    ['sele', 'Select none'],
    ['set', 'Settings'],
  ])('%s finds %s first', (typed, label) => {
    expect(ranked(typed)[0]).toBe(label);
  });

  it('finds nothing where a letter is missing', () => {
    expect(ranked('xyz')).toEqual([]);
    expect(fuzzyScore('queues', 'Queue')).toBe(0);
  });

  it('looks through accents', () => {
    expect(fuzzyScore('informe', 'Informé')).toBeGreaterThan(0);
  });
});

describe('with nothing typed', () => {
  it('lists the recent ones first, newest at the top, then all', () => {
    const all = ranked('', ['Settings', 'Queue']);
    expect(all.slice(0, 3)).toEqual(['Settings', 'Queue', 'New case']);
    expect(all).toHaveLength(LABELS.length);
  });
});

it('leaves out what cannot be done from here', () => {
  const actions = [toAction('Take', { isEnabled: false }), toAction('Next case', { isKeyOnly: true }), toAction('Open case', { run: null }), toAction('Lock')];
  expect(rankActions([{ scope: { id: 'queue', title: 'Queue' }, actions }], '', []).map(({ label }) => label)).toEqual(['Lock']);
});
