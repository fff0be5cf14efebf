import { describe, expect, it } from 'vitest';
import { readGridKey } from './grid-keys.ts';

const PLACE = { index: 10, rowCount: 100, rowsPerPage: 8 };
const NO_MODIFIERS = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
const read = (key: string, modifiers: Partial<typeof NO_MODIFIERS> = {}) => readGridKey({ key, ...NO_MODIFIERS, ...modifiers }, PLACE);

describe('keys in a list of cases', () => {
  it.each([
    ['ArrowDown', 11],
    ['j', 11],
    ['ArrowUp', 9],
    ['k', 9],
    ['PageDown', 18],
    ['PageUp', 2],
    ['Home', 0],
    ['End', 99],
  ])('%s moves to %i', (key, to) => {
    expect(read(key)).toEqual({ kind: 'move', to, extendsRange: false });
  });

  it('extends the selection with Shift, also with letters', () => {
    expect(read('ArrowDown', { shiftKey: true })).toEqual({ kind: 'move', to: 11, extendsRange: true });
    expect(read('J', { shiftKey: true })).toEqual({ kind: 'move', to: 11, extendsRange: true });
  });

  it('stays inside the list', () => {
    expect(readGridKey({ key: 'PageDown', ...NO_MODIFIERS }, { index: 98, rowCount: 100, rowsPerPage: 8 })).toEqual({ kind: 'move', to: 99, extendsRange: false });
    expect(readGridKey({ key: 'End', ...NO_MODIFIERS }, { index: -1, rowCount: 0, rowsPerPage: 8 })).toEqual({ kind: 'move', to: 0, extendsRange: false });
  });

  it('selects, opens, leaves and folds', () => {
    expect([' ', 'Enter', 'Escape', 'ArrowLeft', 'ArrowRight'].map((key) => read(key)?.kind)).toEqual(['toggle', 'open', 'leave', 'fold', 'unfold']);
  });

  it('leaves all other keys to the window', () => {
    expect(read('a')).toBeNull();
    expect(read('j', { ctrlKey: true })).toBeNull();
    expect(read('k', { ctrlKey: true })).toBeNull();
    expect(read('ArrowDown', { altKey: true })).toBeNull();
  });
});
