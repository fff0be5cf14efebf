/** The three columns of the screen, and where the keyboard goes in each. */
export type Pane = 'places' | 'entries' | 'form';

/** The first that is there is taken. */
const FIRST: Readonly<Record<Pane, readonly string[]>> = {
  places: ['[data-pane="places"] [aria-selected="true"]'],
  entries: ['[data-pane="entries"] [role="option"][tabindex="0"]'],
  form: ['[data-pane="form"] :is(input, select, textarea):not(:disabled, [readonly])', '[data-pane="form"] button:not(:disabled)'],
};

/** Puts the keyboard into a column. False when it is not there, or there is nothing in it. */
export function focusPane(pane: Pane): boolean {
  const element = FIRST[pane].map((selector) => document.querySelector<HTMLElement>(selector)).find((found) => found !== null) ?? null;
  element?.focus();
  return element !== null;
}

export function paneOf(element: Element | null): Pane | null {
  const pane = element?.closest('[data-pane]')?.getAttribute('data-pane');
  return pane === 'places' || pane === 'entries' || pane === 'form' ? pane : null;
}

/** To the first field that says what is wrong with it, once it says so. */
export function focusFirstProblem(): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>('[data-pane="form"] [aria-invalid="true"]') ?? document.querySelector('[data-pane="form"] .field-error')?.parentElement?.querySelector<HTMLElement>('input, select, textarea, button');
    field?.focus();
  });
}
