/**
 * The focus is never lost. When what has it goes away (a row that was settled, a button that served its purpose), the page would put
 * it on nothing, and a screen reader at the top: it is put on the nearest thing around it that is still there.
 *
 * Each screen and dialog is to put the focus where the next action begins by itself; what this has to mend is a fault, and is told as
 * the event `portreeve:focus-lost`, which tests count (`tests/e2e/support/lost-focus.ts`).
 */

import { followFocus, isFocusLost, topDialog } from '../../ui/focus-home.ts';

/** `detail`: what had the focus, as a short path. */
export const FOCUS_LOST_EVENT = 'portreeve:focus-lost';

/** A dialog that closes gives the focus back within this; only then it is lost. */
const SETTLED_MS = 120;

/** Follows the focus of the window. Returns how to stop. */
export function keepFocus(): () => void {
  let around: readonly Element[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined; // each loss has its own time to be settled

  const stopWaiting = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const onFocusIn = ({ target }: FocusEvent): void => {
    stopWaiting();
    if (target instanceof Element) around = ancestorsOf(target);
  };
  const check = (waited: typeof timer): void => {
    if (waited !== timer) return; // somebody gave it back
    stopWaiting();
    if (around.length === 0 || !isFocusLost()) return;
    window.dispatchEvent(new CustomEvent(FOCUS_LOST_EVENT, { detail: pathOf(around[0]) }));
    placeAround(around)?.focus();
  };
  const checkSoon = (): void => {
    // A dialog gives the focus back with the frame after it is gone, which on a busy machine comes late: two frames more than that.
    if (timer !== undefined || !isFocusLost()) return;
    const waited = setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => check(waited))), SETTLED_MS);
    timer = waited;
  };
  const observer = new MutationObserver(checkSoon);
  observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled', 'hidden', 'inert'] });
  document.addEventListener('focusin', onFocusIn);
  document.addEventListener('focusout', checkSoon);
  const stopFollowing = followFocus();
  return () => {
    stopFollowing();
    stopWaiting();
    observer.disconnect();
    document.removeEventListener('focusin', onFocusIn);
    document.removeEventListener('focusout', checkSoon);
  };
}

function ancestorsOf(element: Element): readonly Element[] {
  const above: Element[] = [];
  for (let one: Element | null = element; one !== null && one !== document.body; one = one.parentElement) above.push(one);
  return above;
}

/** Whoever presses the mouse on an empty place has put it nowhere on purpose: the screen takes it. The open dialog, or else the nearest place around that can take it, or else the screen. */
function placeAround(around: readonly Element[]): HTMLElement | null {
  const dialog = topDialog();
  const near = around.find((element): element is HTMLElement => element instanceof HTMLElement && element.isConnected && element.tabIndex >= -1 && element.hasAttribute('tabindex') && element.checkVisibility());
  const isInDialog = dialog !== undefined && near !== undefined && dialog.contains(near);
  return (isInDialog ? near : dialog) ?? near ?? document.querySelector<HTMLElement>('main [tabindex="-1"]') ?? document.querySelector<HTMLElement>('main');
}

function pathOf(element: Element | undefined): string {
  if (element === undefined) return '';
  const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? '';
  return `${element.tagName.toLowerCase()}${element.className === '' ? '' : `.${[...element.classList].join('.')}`} “${name}”`;
}
