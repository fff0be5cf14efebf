/**
 * Typing ahead: keys pressed for a screen that is on its way are kept, and given to it in their order once it is there. Without this, a
 * clerk who presses the key for New case and speaks on would find the first words missing.
 */
import { useEffect, useRef } from 'react';
import { isTextEntry } from './chord.ts';
import { isDialogOpen, isModifier } from './listen-to-keys.ts';

/** Keeps keys while `isOnItsWay`; a screen that is left before it is there gets none of them. */
export function useTypeAhead(isOnItsWay: boolean): void {
  const isShown = useRef(false);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false; // before the keys are given, for effects end in their order
    };
  }, []);
  useEffect(() => {
    if (!isOnItsWay) return;
    const giveKeys = keepKeys(() => isShown.current);
    return () => void giveKeys();
  }, [isOnItsWay]);
}

/** Keeps every key that nobody acts on. Returns how to give them to what then has the focus; keys pressed meanwhile wait in line. */
function keepKeys(areWanted: () => boolean): () => Promise<void> {
  const kept: KeyboardEvent[] = [];
  const onKeyDown = (event: KeyboardEvent): void => {
    const isElsewhere = isDialogOpen() || isTextEntry(event.target);
    if (!event.isTrusted || event.defaultPrevented || event.isComposing || isModifier(event.key)) return;
    if (isElsewhere && kept.length === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    kept.push(event);
  };
  window.addEventListener('keydown', onKeyDown); // after the registry's: a key of the window acts at once
  return async () => {
    // The screen's own keys act by now: Alt+D must not overtake the letters that were typed before it.
    const waitInLine = (event: KeyboardEvent): void => {
      if (!event.isTrusted || event.isComposing || isModifier(event.key)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      kept.push(event);
    };
    if (kept.length > 0) window.addEventListener('keydown', waitInLine, true); // before the registry's
    await new Promise(requestAnimationFrame); // the screen has placed the focus by now
    for (let event = kept.shift(); event !== undefined && areWanted(); event = kept.shift()) {
      give(event);
      await new Promise((drawn) => setTimeout(drawn)); // what it has changed is there before the next
    }
    window.removeEventListener('keydown', waitInLine, true);
    window.removeEventListener('keydown', onKeyDown);
  };
}

function give(event: KeyboardEvent): void {
  const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event;
  const modifierAltGraph = event.getModifierState('AltGraph');
  const target = document.activeElement ?? document.body;
  const again = new KeyboardEvent('keydown', { key, code, ctrlKey, metaKey, shiftKey, altKey, modifierAltGraph, bubbles: true, cancelable: true });
  const isTaken = !target.dispatchEvent(again);
  const isChord = (ctrlKey || metaKey || altKey) && !modifierAltGraph; // AltGr writes a sign
  if (isTaken || isChord) return;
  // A key that a program presses writes nothing; this writes as the keyboard does, and can be undone like it.
  if (key.length === 1) document.execCommand('insertText', false, key);
  if (key === 'Backspace') document.execCommand('delete');
}
