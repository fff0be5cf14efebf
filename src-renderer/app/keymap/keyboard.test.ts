import { afterEach, expect, it } from 'vitest';
import { chordLabel } from './chord.ts';
import { keyboardKind, typedAs, useKeyboard } from './keyboard.ts';

afterEach(() => useKeyboard.setState({ kind: 'us' }));

it('knows a German and a Spanish keyboard by the keys only they have', () => {
  expect(keyboardKind(new Map([['KeyY', 'z'], ['Semicolon', 'ö']]))).toBe('de');
  expect(keyboardKind(new Map([['KeyY', 'y'], ['Semicolon', 'ñ']]))).toBe('es');
  expect(keyboardKind(new Map([['KeyY', 'y'], ['Semicolon', ';']]))).toBe('us');
});

it('shows chords as they are printed on it, and how a sign is typed', () => {
  useKeyboard.setState({ kind: 'de' });
  expect([chordLabel('Ctrl+Enter'), chordLabel('Shift+j'), typedAs('/')]).toEqual(['Strg+Enter', 'Umschalt+j', 'Shift+7']);
  useKeyboard.setState({ kind: 'es' });
  expect([chordLabel('Ctrl+K'), chordLabel('PageUp'), typedAs('?'), typedAs('j')]).toEqual(['Ctrl+K', 'Re Pág', "Shift+'", null]);
  useKeyboard.setState({ kind: 'us' });
  expect([typedAs('/'), chordLabel('Ctrl+Enter')]).toEqual([null, 'Ctrl+Enter']);
});
