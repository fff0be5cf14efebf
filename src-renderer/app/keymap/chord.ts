/**
 * Chords, and whether a keystroke is one, on any keyboard.
 *
 * A letter or a sign is what is typed, wherever it stands: `z` is the key with the Z on it, `/` is Shift+7 in Germany and Spain. AltGr
 * only ever types a sign: Windows says Ctrl+Alt for it, so a chord with Ctrl or Alt is never meant by it. Where a keyboard has no Latin
 * letters, or Alt makes something else of a key, its place on the keyboard counts (`code`).
 */
import { t } from '../../../src-shared/language/language.ts';
import { printedKey } from './keyboard.ts';

/** What matching reads of a keyboard event. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'getModifierState'>;

interface ParsedChord {
  readonly key: string;
  readonly hasCtrl: boolean;
  readonly hasAlt: boolean;
  readonly hasShift: boolean;
}

/** Whether the event is this chord, such as `F2`, `Ctrl+Enter`, `Alt+P`, `/`, `Shift+j`. */
export function matchesChord(event: KeyPress, chord: string): boolean {
  const { key, hasCtrl, hasAlt, hasShift } = parseChord(chord);
  const pressed = pressedKey(event);
  if (pressed === null || pressed.key !== key) return false;
  // A sign such as ? needs Shift, or AltGr, on some keyboards and not on others.
  const isShiftRight = isSign(key) ? true : pressed.hasShift === hasShift;
  return pressed.hasCtrl === hasCtrl && pressed.hasAlt === hasAlt && isShiftRight;
}

/** The chord a keystroke is, for giving an action a new key; null for what can be none: a modifier alone, a dead key, a composed letter. */
export function chordOf(event: KeyPress): string | null {
  const pressed = pressedKey(event);
  if (pressed === null) return null;
  const { key, hasCtrl, hasAlt, hasShift } = pressed;
  const isChord = hasCtrl || hasAlt;
  const shown = /^[a-z]$/.test(key) && isChord ? key.toUpperCase() : key;
  return [hasCtrl ? 'Ctrl' : '', hasAlt ? 'Alt' : '', hasShift && !isSign(key) ? 'Shift' : '', shown].filter(Boolean).join('+');
}

/** The same for chords that are the same keys: `Ctrl+K` and `Ctrl+k`. */
export function chordIdentity(chord: string): string {
  const { key, hasCtrl, hasAlt, hasShift } = parseChord(chord);
  return [hasCtrl ? 'Ctrl' : '', hasAlt ? 'Alt' : '', hasShift && !isSign(key) ? 'Shift' : '', key].filter(Boolean).join('+');
}

function parseChord(chord: string): ParsedChord {
  const key = chord.endsWith('+') ? '+' : (chord.split('+').at(-1) ?? '');
  const held = chord.slice(0, chord.length - key.length).split('+');
  return { key: key.length === 1 ? key.toLowerCase() : key, hasCtrl: held.includes('Ctrl'), hasAlt: held.includes('Alt'), hasShift: held.includes('Shift') };
}

function pressedKey(event: KeyPress): ParsedChord | null {
  const isAltGraph = event.getModifierState('AltGraph');
  if (event.metaKey || MODIFIERS.has(event.key)) return null;
  const hasCtrl = event.ctrlKey && !isAltGraph;
  const hasAlt = event.altKey && !isAltGraph;
  const key = keyName(event, hasCtrl || hasAlt);
  if (key === null || (isAltGraph && !isSign(key))) return null;
  // Alt with the number pad types a sign by its number.
  if (hasAlt && event.code.startsWith('Numpad')) return null;
  return { key, hasCtrl, hasAlt, hasShift: event.shiftKey };
}

const MODIFIERS: ReadonlySet<string> = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Fn', 'NumLock', 'ScrollLock']);

/** `j`, `/`, `F2`, `Space`; by its place where the letter is none of the Latin ones. */
function keyName({ key, code }: KeyPress, isChord: boolean): string | null {
  if (key === ' ') return 'Space';
  if (/^[a-z0-9]$/i.test(key)) return key.toLowerCase();
  const place = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(code);
  const isOtherScript = /^\p{L}$/u.test(key) && !/^\p{Script=Latin}$/u.test(key);
  const isChanged = isChord && !/^[\p{P}\p{S}]$/u.test(key);
  const isDigitPlace = isChord && place?.[2] !== undefined;
  if (place && (isOtherScript || isChanged || isDigitPlace)) return (place[1] ?? place[2] ?? '').toLowerCase();
  if (key === 'Dead' || key === 'Unidentified' || key === 'Process' || key === 'Compose') return null;
  return key.length === 1 ? key.toLowerCase() : key;
}

export function isSign(key: string): boolean {
  return key.length === 1 && /^[\p{P}\p{S}]$/u.test(key);
}

/** What a text field does by itself with Ctrl: select, copy, paste, cut, undo. */
const EDITING = /^Ctrl\+(?:[ACVXYZ]|Shift\+[VZ])$/i;
const CARET = /^(?:Shift\+)?(?:Arrow\w+|Home|End|Backspace|Delete)$/;

/** True for a chord that types, edits or moves where text is entered: a bare letter, digit or sign, Ctrl+A, an arrow. */
export function isTyping(chord: string): boolean {
  return chord.length === 1 || chord === 'Space' || /^Shift\+.$/.test(chord) || EDITING.test(chord) || CARET.test(chord);
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
  Enter: t`Enter`,
  Escape: t`Esc`,
  Home: t`Home`,
  End: t`End`,
  PageUp: t`Page Up`,
  PageDown: t`Page Down`,
  Space: t`Space`,
  Shift: t`Shift`,
  Ctrl: t`Ctrl`,
};

/** The chord as shown to a person: `Ctrl+Enter`, `Esc`, `↓`. */
export function chordLabel(chord: string): string {
  const isPlus = chord.endsWith('+');
  const keys = (isPlus ? chord.slice(0, -1) : chord).split('+').filter(Boolean);
  return [...keys.map((key) => printedKey(key) ?? SHOWN[key] ?? key), ...(isPlus ? ['+'] : [])].join('+');
}
