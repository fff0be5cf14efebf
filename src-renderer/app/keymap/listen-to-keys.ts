import { isTextEntry } from './chord.ts';
import { actionRegistry } from './registry.ts';

/** Gives every keystroke of the window to the registry, after whatever has the focus. Returns how to stop. */
export function listenToKeys(): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || isModifier(event.key)) return;
    const action = actionRegistry.find({ event, isInText: isTextEntry(event.target), isInDialog: isDialogOpen() });
    if (action === null) return;
    event.preventDefault();
    action.run?.();
  };
  window.addEventListener('keydown', passOverButton, true);
  window.addEventListener('keydown', onKeyDown);
  return () => {
    window.removeEventListener('keydown', passOverButton, true);
    window.removeEventListener('keydown', onKeyDown);
  };
}

/** Then only its own actions act. */
export function isDialogOpen(): boolean {
  return document.querySelector('[data-modal]') !== null;
}

/**
 * Ctrl+Enter commits what is on the screen: it must not press the button that happens to have the focus, such as one that adds the
 * caller to another case. The button is passed over; what is around it gets the key as ever.
 */
function passOverButton(event: KeyboardEvent): void {
  const isChord = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
  const button = isChord && event.isTrusted && event.target instanceof Element ? event.target.closest('button') : null;
  if (!button?.parentElement) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const { key, code, ctrlKey, metaKey, shiftKey, altKey, repeat } = event;
  button.parentElement.dispatchEvent(new KeyboardEvent('keydown', { key, code, ctrlKey, metaKey, shiftKey, altKey, repeat, bubbles: true, cancelable: true }));
}

/** Pressed with another key, or for nothing. */
export function isModifier(key: string): boolean {
  return key === 'Control' || key === 'Shift' || key === 'Alt' || key === 'Meta' || key === 'AltGraph';
}
