import type { RefCallback } from 'react';

/** Where the fields of a form are, by name, so that a key or an error can put the focus there. */
export interface FieldFocus {
  /** The same callback for the same name, as React wants it. */
  readonly refTo: (name: string) => RefCallback<HTMLElement>;
  /** Puts the focus there and selects what stands there, ready to be typed over. False when the field is not shown. */
  readonly focus: (name: string) => boolean;
}

export function createFieldFocus(): FieldFocus {
  const elements = new Map<string, HTMLElement>();
  const callbacks = new Map<string, RefCallback<HTMLElement>>();
  return {
    refTo(name) {
      const known = callbacks.get(name);
      if (known) return known;
      const callback: RefCallback<HTMLElement> = (element) => {
        if (element) elements.set(name, element);
        else elements.delete(name);
      };
      callbacks.set(name, callback);
      return callback;
    },
    focus(name) {
      const element = elements.get(name);
      if (!element) return false;
      element.focus();
      if (element instanceof HTMLInputElement && element.type !== 'checkbox') element.select();
      return true;
    },
  };
}

const FIELDS = 'input, select, textarea, button[data-next-field]';

/** Moves from one field of a form to the next that can be seen and used. False at the last one. */
export function focusNextField(form: HTMLFormElement, from: Element): boolean {
  const fields = [...form.querySelectorAll<HTMLElement>(FIELDS)].filter((field) => !field.matches(':disabled') && field.checkVisibility());
  const next = fields[fields.findIndex((field) => field === from) + 1];
  if (!next) return false;
  next.focus();
  if (next instanceof HTMLInputElement && next.type !== 'checkbox') next.select();
  return true;
}
