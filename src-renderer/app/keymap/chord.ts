import { matchKeybindingPress, parseKeybinding } from 'tinykeys';

/** Whether the event is this chord. Letters are matched as typed, so that Spanish and German layouts work too. */
export function matchesChord(event: KeyboardEvent, chord: string): boolean {
  const press = parseKeybinding(toTinykeys(chord))[0];
  return press !== undefined && matchKeybindingPress(event, press);
}

function toTinykeys(chord: string): string {
  const named = chord.replace('Ctrl', '$mod');
  // A sign such as ? or / needs Shift on some layouts and not on others.
  return isSign(chord) ? `[Shift]+[AltGraph]+${chord}` : named;
}

function isSign(chord: string): boolean {
  return chord.length === 1 && !/[a-z0-9]/i.test(chord);
}

/** True for a chord that types something where text is entered: a bare letter, digit or sign. */
export function isTyping(chord: string): boolean {
  return chord.length === 1 || chord === 'Space' || /^Shift\+.$/.test(chord);
}

const TEXT_INPUT_TYPES = ['text', 'search', 'tel', 'email', 'password', 'number', 'url', 'date', 'datetime-local', 'time'];

/** True where a letter is text (or picks from a list), not a command. */
export function isTextEntry(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return TEXT_INPUT_TYPES.includes(target.type);
  return target.isContentEditable || target.matches('textarea, select, [role="textbox"], [role="searchbox"], [role="combobox"], [role="listbox"], [role="menu"] *');
}

const SHOWN: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
};

/** The chord as shown to a person: `Ctrl+Enter`, `Esc`, `↓`. */
export function chordLabel(chord: string): string {
  return chord
    .split('+')
    .map((key) => SHOWN[key] ?? key)
    .join('+');
}
