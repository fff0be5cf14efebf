import { t } from '../../../src-shared/language/language.ts';
import type { ActionId } from './default-keys.ts';

/**
 * One thing a person can do: the single source of menus, hints, the palette, the F1 sheet and the keys themselves.
 *
 * Its keys are those of the table `default-keys.ts`, or the ones the person has given it.
 */
export interface Action {
  /** Stable name, such as `queue.search`: a line of the table. */
  readonly id: ActionId;
  /** What it does, as on its button: `Search cases`. */
  readonly label: string;
  /** Null for keys that the focused list or field handles by itself: the F1 sheet lists them all the same. */
  readonly run: (() => void) | null;
  /** False now, because it makes no sense at the moment: the key does nothing, the palette leaves it out. */
  readonly isEnabled?: boolean;
  /** True when holding the key down goes on, as for moving the cursor. */
  readonly doesRepeat?: boolean;
  /** True for actions that need their place on screen, such as moving a cursor: not in the palette and the menu. */
  readonly isKeyOnly?: boolean;
  /** True for what must be possible at any moment, such as locking: acts while a dialog is open too. */
  readonly worksInDialogs?: boolean;
}

/** Where actions belong. `global` ones are there always; those of a screen while it is shown; those of a dialog while it is open. */
export interface Scope {
  readonly id: string;
  /** Heading on the F1 sheet. */
  readonly title: string;
}

/** Actions of the open dialog. While one is open only the newest group with this scope acts. */
export const DIALOG_SCOPE: Scope = { id: 'dialog', title: t`In this dialog` };
export const GLOBAL_SCOPE: Scope = { id: 'global', title: t`Everywhere` };
