import type { Action } from '../keymap/action.ts';

/** The parts of the palette's list, in their order. */
export type PaletteGroup = 'actions' | 'citizens' | 'staff' | 'others';

/** An action, or a way to a case or to the cases of somebody. */
export interface PaletteEntry {
  readonly id: string;
  readonly group: PaletteGroup;
  readonly label: string;
  /** What else tells them apart: `561-555-0142 · 2 open of 5 · 3 days ago`. */
  readonly detail?: string;
  /** What Enter does, where it is more than the label says: `Their 5 cases`. */
  readonly does?: string;
  readonly run: Action['run'];
}
