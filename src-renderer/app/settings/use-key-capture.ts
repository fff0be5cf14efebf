import { useEffect } from 'react';
import { chordOf } from '../keymap/chord.ts';

/** While `isOn`: the next key of the window is caught before anything else has it. Escape, and a look elsewhere, end it. */
export function useKeyCapture(isOn: boolean, onChord: (chord: string) => void, onStop: () => void): void {
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.repeat) return; // the Enter that began it is still down
      if (event.key === 'Escape' || event.key === 'Tab') onStop();
      else {
        const chord = chordOf(event);
        if (chord !== null) onChord(chord);
      }
    };
    window.addEventListener('keydown', onKeyDown, true);
    window.addEventListener('blur', onStop);
    return () => {
      window.removeEventListener('keydown', onKeyDown, true);
      window.removeEventListener('blur', onStop);
    };
  });
}
