/** The text field of the form that last had the keyboard, so that something can be put where it stood. */
let last: HTMLTextAreaElement | HTMLInputElement | null = null;

/** Remembers it; call it for every focus that comes into the form. */
export function noteCaret(target: EventTarget): void {
  const isText = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text');
  if (isText && !target.readOnly && target.role !== 'combobox') last = target;
}

/** Puts a text where the caret was, as if it had been typed. False when no field has had the keyboard yet. */
export function insertAtCaret(text: string): boolean {
  if (last === null || !last.isConnected) return false;
  const { selectionStart, selectionEnd, value } = last;
  last.setRangeText(text, selectionStart ?? value.length, selectionEnd ?? value.length, 'end');
  last.dispatchEvent(new Event('input', { bubbles: true }));
  last.focus();
  return true;
}
