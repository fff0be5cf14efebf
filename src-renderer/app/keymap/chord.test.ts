import { expect, it } from 'vitest';
import { chordLabel, isTyping } from './chord.ts';

it.each(['j', '/', '?', '1', 'Space', 'Shift+j'])('%s is text where text is typed', (chord) => {
  expect(isTyping(chord)).toBe(true);
});

it.each(['F2', 'Ctrl+Enter', 'Alt+P', 'Escape', 'ArrowDown', 'Ctrl+Shift+C'])('%s is not', (chord) => {
  expect(isTyping(chord)).toBe(false);
});

it('shows a chord as it stands on the keyboard', () => {
  expect(['Ctrl+Enter', 'Escape', 'Shift+ArrowDown', 'PageUp'].map(chordLabel)).toEqual(['Ctrl+Enter', 'Esc', 'Shift+↓', 'Page Up']);
});
