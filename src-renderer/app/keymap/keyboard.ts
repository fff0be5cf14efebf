/** Which keyboard stands here: so that hints name its keys as they are printed on it. */
import { create } from 'zustand';

export type KeyboardKind = 'us' | 'es' | 'de';

/** A part of what Chromium tells of a keyboard: what each key types without Shift. */
export type KeyboardLayout = Pick<ReadonlyMap<string, string>, 'get'>;

/** German keyboards have Z where others have Y; Spanish ones have Ñ. All others are shown as a US one. */
export function keyboardKind(layout: KeyboardLayout): KeyboardKind {
  if (layout.get('KeyY') === 'z') return 'de';
  return layout.get('Semicolon') === 'ñ' ? 'es' : 'us';
}

/** How signs are typed where they are no keys of their own. */
const SIGNS: Readonly<Record<KeyboardKind, Readonly<Record<string, string>>>> = {
  us: {},
  de: { '/': 'Shift+7', '?': 'Shift+ß', '[': 'AltGr+8', ']': 'AltGr+9' },
  es: { '/': 'Shift+7', '?': "Shift+'", '[': 'AltGr+`', ']': 'AltGr++' },
};

/** The modifiers as they are printed there, where that is another word than the interface's. */
const PRINTED: Readonly<Record<KeyboardKind, Readonly<Record<string, string>>>> = {
  us: {},
  de: { Ctrl: 'Strg', Shift: 'Umschalt', PageUp: 'Bild ↑', PageDown: 'Bild ↓', Home: 'Pos1', End: 'Ende' },
  es: { Shift: 'Mayús', PageUp: 'Re Pág', PageDown: 'Av Pág', Home: 'Inicio', End: 'Fin', Enter: 'Intro' },
};

export const useKeyboard = create<{ readonly kind: KeyboardKind }>(() => ({ kind: 'us' }));

/** As printed on this keyboard; null: as everywhere. */
export function printedKey(key: string): string | null {
  return PRINTED[useKeyboard.getState().kind][key] ?? null;
}

/** `Shift+7` for `/` on a Spanish keyboard; null where the sign is a key of its own, and for anything but a sign. */
export function typedAs(chord: string): string | null {
  return SIGNS[useKeyboard.getState().kind][chord] ?? null;
}

/** Asks the system, which may not tell; then a US keyboard is shown. Keys are matched the same way on all of them. */
export async function lookAtKeyboard(): Promise<void> {
  // Chromium has it, the types of the DOM do not yet.
  const { keyboard } = navigator as Navigator & { readonly keyboard?: { readonly getLayoutMap: () => Promise<KeyboardLayout> } };
  const layout = await keyboard?.getLayoutMap().catch(() => undefined);
  if (layout !== undefined) useKeyboard.setState({ kind: keyboardKind(layout) });
}
