import { isTextEntry } from './chord.ts';
import { actionRegistry } from './registry.ts';

/** Gives every keystroke of the window to the registry, after whatever has the focus. Returns how to stop. */
export function listenToKeys(): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || isModifier(event.key)) return;
    const isInDialog = document.querySelector('[data-modal]') !== null;
    const action = actionRegistry.find({ event, isInText: isTextEntry(event.target), isInDialog });
    if (action === null) return;
    event.preventDefault();
    action.run?.();
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}

function isModifier(key: string): boolean {
  return key === 'Control' || key === 'Shift' || key === 'Alt' || key === 'Meta' || key === 'AltGraph';
}
