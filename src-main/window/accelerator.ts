/** Keys that Electron calls otherwise than the page does. */
const NAMES: Readonly<Record<string, string>> = { ArrowUp: 'Up', ArrowDown: 'Down', ArrowLeft: 'Left', ArrowRight: 'Right', Escape: 'Esc', Plus: 'Plus', '+': 'Plus' };

/** A chord of the page as Electron's menu shows it, such as `Ctrl+Up`; null for a key it has no name for, such as `ñ`: Electron would throw. */
export function toAccelerator(chord: string): string | null {
  const key = chord.endsWith('+') ? '+' : (chord.split('+').at(-1) ?? '');
  const held = chord.slice(0, chord.length - key.length);
  const name = NAMES[key] ?? (/^[\x21-\x7e]$/.test(key) ? key.toUpperCase() : key);
  const isKnown = /^(?:[\x21-\x7e]|F[0-9]{1,2}|Up|Down|Left|Right|Esc|Plus|Enter|Tab|Space|Backspace|Delete|Insert|Home|End|PageUp|PageDown)$/.test(name);
  return isKnown ? `${held}${name}` : null;
}
