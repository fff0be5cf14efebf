import type { Action } from '../keymap/action.ts';

/** What can be done while practicing. */
export interface PracticeActions {
  readonly toggle: Action;
  readonly check: Action;
  readonly again: Action;
  readonly next: Action;
  readonly stop: Action;
  readonly reset: Action;
}
