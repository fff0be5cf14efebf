import { describe, expect, it } from 'vitest';
import { chordIdentity, chordLabel, chordOf, isTyping, type KeyPress, matchesChord } from './chord.ts';

type Held = 'ctrl' | 'alt' | 'shift' | 'meta' | 'altgr' | 'altgr on Windows';

/** A keydown as Chromium reports it: `key`, `code`, and what is held. */
function press(key: string, code: string, ...held: readonly Held[]): KeyPress {
  const is = (name: Held): boolean => held.includes(name);
  const isAltGraph = is('altgr') || is('altgr on Windows');
  return {
    key,
    code,
    ctrlKey: is('ctrl') || is('altgr on Windows'),
    altKey: is('alt') || is('altgr on Windows'),
    shiftKey: is('shift'),
    metaKey: is('meta'),
    getModifierState: (name) => name === 'AltGraph' && isAltGraph,
  };
}

describe('signs are what is typed, wherever the layout has them', () => {
  it.each([
    ['/', 'US', press('/', 'Slash')],
    ['/', 'German', press('/', 'Digit7', 'shift')],
    ['/', 'Spanish', press('/', 'Digit7', 'shift')],
    ['/', 'any, number pad', press('/', 'NumpadDivide')],
    ['?', 'US', press('?', 'Slash', 'shift')],
    ['?', 'German', press('?', 'Minus', 'shift')],
    ['?', 'Spanish', press('?', 'Minus', 'shift')],
    ['[', 'US', press('[', 'BracketLeft')],
    ['[', 'German, Windows', press('[', 'Digit8', 'altgr on Windows')],
    ['[', 'Spanish, Linux', press('[', 'BracketLeft', 'altgr')],
    ['Ctrl+,', 'US', press(',', 'Comma', 'ctrl')],
    ['Ctrl+,', 'German', press(',', 'Comma', 'ctrl')],
    ['Alt+.', 'Spanish', press('.', 'Period', 'alt')],
  ])('%s on %s', (chord, _layout, event) => {
    expect(matchesChord(event, chord)).toBe(true);
  });
});

describe('letters and digits', () => {
  it('are those on the keys: Z and Y change places in Germany', () => {
    expect(matchesChord(press('z', 'KeyY'), 'z')).toBe(true);
    expect(matchesChord(press('y', 'KeyZ'), 'z')).toBe(false);
    expect(matchesChord(press('z', 'KeyY', 'alt'), 'Alt+Z')).toBe(true);
    expect(matchesChord(press('y', 'KeyZ', 'ctrl'), 'Ctrl+Z')).toBe(false);
  });

  it('are found with Caps Lock too, and Shift makes another chord', () => {
    expect(matchesChord(press('J', 'KeyJ'), 'j')).toBe(true);
    expect(matchesChord(press('J', 'KeyJ', 'shift'), 'j')).toBe(false);
    expect(matchesChord(press('J', 'KeyJ', 'shift'), 'Shift+j')).toBe(true);
    expect(matchesChord(press('C', 'KeyC', 'ctrl', 'shift'), 'Ctrl+Shift+C')).toBe(true);
    expect(matchesChord(press('c', 'KeyC', 'ctrl'), 'Ctrl+Shift+C')).toBe(false);
  });

  it('are no digit with Shift: that is the sign above it', () => {
    expect(matchesChord(press('1', 'Digit1'), '1')).toBe(true);
    expect(matchesChord(press('!', 'Digit1', 'shift'), '1')).toBe(false);
    expect(matchesChord(press('1', 'Numpad1'), '1')).toBe(true);
  });

  it('of their own, such as ñ, ß and é, are no others', () => {
    for (const chord of ['n', 's', 'e', ';', '-', '[']) {
      expect(matchesChord(press('ñ', 'Semicolon'), chord)).toBe(false);
      expect(matchesChord(press('ß', 'Minus'), chord)).toBe(false);
      expect(matchesChord(press('é', 'KeyE'), chord)).toBe(false);
    }
    expect(matchesChord(press('ñ', 'Semicolon'), 'ñ')).toBe(true);
  });

  it('are found by their place where the keyboard has others: Russian, Greek', () => {
    expect(matchesChord(press('о', 'KeyJ'), 'j')).toBe(true);
    expect(matchesChord(press('п', 'KeyG', 'ctrl'), 'Ctrl+G')).toBe(true);
    expect(matchesChord(press('ξ', 'KeyJ'), 'j')).toBe(true);
  });

  it('are found by their place where Alt makes another letter of them, or a dead key', () => {
    expect(matchesChord(press('π', 'KeyP', 'alt'), 'Alt+P')).toBe(true);
    expect(matchesChord(press('ø', 'KeyO', 'alt'), 'Alt+O')).toBe(true);
    expect(matchesChord(press('Dead', 'KeyN', 'alt'), 'Alt+N')).toBe(true);
    expect(matchesChord(press('¡', 'Digit1', 'alt'), 'Alt+1')).toBe(true);
  });
});

describe('AltGr types a sign and is never Ctrl+Alt', () => {
  it.each([
    ['@ on a German keyboard, Windows', press('@', 'KeyQ', 'altgr on Windows')],
    ['@ on a German keyboard, Linux', press('@', 'KeyQ', 'altgr')],
    ['@ on a Spanish keyboard', press('@', 'Digit2', 'altgr on Windows')],
    ['# on a Spanish keyboard', press('#', 'Digit3', 'altgr on Windows')],
    ['€ on both', press('€', 'KeyE', 'altgr on Windows')],
    ['a letter with AltGr', press('q', 'KeyQ', 'altgr on Windows')],
  ])('%s', (_name, event) => {
    for (const chord of ['q', '2', '3', 'e', 'Alt+Q', 'Ctrl+Q', 'Ctrl+2', 'Alt+2', 'Alt+3', 'Alt+E', 'Ctrl+Alt+Q', 'Ctrl+Alt+E', 'Ctrl+Alt+2']) expect(matchesChord(event, chord)).toBe(false);
  });

  it('leaves Alt with the number pad to the signs it types by number', () => {
    expect(matchesChord(press('1', 'Numpad1', 'alt'), 'Alt+1')).toBe(false);
    expect(matchesChord(press('1', 'Digit1', 'alt'), 'Alt+1')).toBe(true);
  });
});

describe('a dead key', () => {
  it.each([
    ['´ on a Spanish keyboard', press('Dead', 'Quote')],
    ['^ on a German keyboard', press('Dead', 'Backquote')],
    ['~ by AltGr', press('Dead', 'Digit4', 'altgr on Windows')],
  ])('does nothing: %s', (_name, event) => {
    for (const chord of ['/', '?', '^', '´', "'", '`', '4']) expect(matchesChord(event, chord)).toBe(false);
    expect(chordOf(event)).toBeNull();
  });
});

it('a key with the Windows or Command key belongs to the system', () => {
  expect(matchesChord(press('l', 'KeyL', 'meta'), 'l')).toBe(false);
});

it('a keystroke is written as a chord once, however it is typed', () => {
  expect([
    chordOf(press('k', 'KeyK', 'ctrl')),
    chordOf(press('J', 'KeyJ', 'shift')),
    chordOf(press('/', 'Digit7', 'shift')),
    chordOf(press('F2', 'F2', 'ctrl', 'shift')),
    chordOf(press(' ', 'Space')),
    chordOf(press('+', 'NumpadAdd', 'ctrl')),
    chordOf(press('Shift', 'ShiftLeft', 'shift')),
  ]).toEqual(['Ctrl+K', 'Shift+j', '/', 'Ctrl+Shift+F2', 'Space', 'Ctrl++', null]);
  expect(chordIdentity('Ctrl+K')).toBe(chordIdentity('Ctrl+k'));
});

it.each(['j', '/', '?', '1', 'Space', 'Shift+j', 'Ctrl+A', 'Ctrl+Z', 'ArrowDown', 'Home'])('%s belongs to the text where text is typed', (chord) => {
  expect(isTyping(chord)).toBe(true);
});

it.each(['F2', 'Ctrl+Enter', 'Alt+P', 'Escape', 'PageDown', 'Ctrl+Shift+C'])('%s does not', (chord) => {
  expect(isTyping(chord)).toBe(false);
});

it('shows a chord as it stands on the keyboard', () => {
  expect(['Ctrl+Enter', 'Escape', 'Shift+ArrowDown', 'PageUp', 'Ctrl++', '+'].map(chordLabel)).toEqual(['Ctrl+Enter', 'Esc', 'Shift+↓', 'Page Up', 'Ctrl++', '+']);
});
