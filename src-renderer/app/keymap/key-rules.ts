/** Which key an action may have: never one with two meanings, and never one that the system, the window or a screen reader needs. Pure. */
import { t } from '../../../src-shared/language/language.ts';
import { chordIdentity, chordLabel, isTyping } from './chord.ts';
import { DEFAULT_KEYS, type NamedActionId, NAMED_ACTION_IDS, NUMBERED, numberedKeys } from './default-keys.ts';
import { areShownTogether, SCOPE_TITLES, type ScopeId, TYPING_SCOPES } from './scopes.ts';

/** The keys a person has changed, by action; the others have their default ones. An empty list: none. */
export type OwnKeys = Readonly<Partial<Record<NamedActionId, readonly string[]>>>;

/** The keys of an action as they are for somebody. */
export function keysFor(id: string, own: OwnKeys): readonly string[] {
  if (!Object.hasOwn(DEFAULT_KEYS, id)) return numberedKeys(id);
  const name = id as NamedActionId; // safe: just looked
  const { with: leader, keys } = DEFAULT_KEYS[name];
  return own[(leader as NamedActionId | undefined) ?? name] ?? keys; // safe: the table's test says that leaders are actions
}

/** What stands in the dialog: actions with a key of their own to give. */
export function isChangeable(id: NamedActionId): boolean {
  const { isFixed, with: leader } = DEFAULT_KEYS[id];
  return isFixed !== true && leader === undefined;
}

/** Why an action cannot have a key, as a sentence that says what to do; null when it can. */
export function refusalOf(id: NamedActionId, chord: string, own: OwnKeys): string | null {
  const shown = chordLabel(chord);
  const reserved = reservedFor(chord);
  if (reserved !== null) return t`${shown} cannot be used: ${reserved} Press another key.`;
  const { scope } = DEFAULT_KEYS[id];
  if (TYPING_SCOPES.has(scope) && isTyping(chord)) return t`${shown} is text here, because you are nearly always typing. Press it with Ctrl or Alt, or press F1 to F12.`;
  const owner = ownerOf(chord, own, { id, scope });
  return owner === null ? null : t`${shown} is already “${owner.label}” (${SCOPE_TITLES[owner.scope]}). Give that another key first, or press another one.`;
}

/** The action whose key it has: itself, but for those that go with another. */
export function leaderOf(id: string): string {
  return Object.hasOwn(DEFAULT_KEYS, id) ? (DEFAULT_KEYS[id as NamedActionId].with ?? id) : id; // safe: just looked
}

interface Owner {
  readonly id: string;
  readonly label: string;
  readonly scope: ScopeId;
}

/** Who has the key where `asking` is shown too; those that go with it are no others. */
export function ownerOf(chord: string, own: OwnKeys, asking: Pick<Owner, 'id' | 'scope'>): Owner | null {
  const identity = chordIdentity(chord);
  const others = [...allOwners()].filter(({ id, scope }) => leaderOf(id) !== leaderOf(asking.id) && areShownTogether(scope, asking.scope));
  return others.find(({ id }) => keysFor(id, own).some((key) => chordIdentity(key) === identity)) ?? null;
}

function* allOwners(): Generator<Owner> {
  for (const id of NAMED_ACTION_IDS) yield { id, label: DEFAULT_KEYS[id].label, scope: DEFAULT_KEYS[id].scope };
  for (const [family, { label, scope }] of Object.entries(NUMBERED)) {
    for (let row = 1; row <= 9; row += 1) yield { id: `${family}.${row}`, label, scope };
  }
}

const SYSTEM = t`the system uses it.`;
const TEXT = t`it edits text everywhere.`;
const WINDOW = t`it changes how large everything is.`;
const READER = t`screen readers use it.`;

const RESERVED: ReadonlyMap<string, string> = new Map([
  ...['Alt+F4', 'Alt+Space', 'Alt+Tab', 'Alt+Shift+Tab', 'Alt+Escape', 'Ctrl+Escape', 'Ctrl+Shift+Escape', 'F10', 'Shift+F10', 'Ctrl+F4', 'Alt+F10', 'PrintScreen', 'ContextMenu'].map((key) => [key, SYSTEM] as const),
  ...['F11', 'Ctrl+W', 'Ctrl+Q', 'Ctrl+M', 'Ctrl+Shift+I'].map((key) => [key, t`the window uses it.`] as const),
  ...['Ctrl+0', 'Ctrl++', 'Ctrl+-', 'Ctrl+='].map((key) => [key, WINDOW] as const),
  ...['Ctrl+A', 'Ctrl+C', 'Ctrl+V', 'Ctrl+X', 'Ctrl+Y', 'Ctrl+Z', 'Ctrl+Shift+V', 'Ctrl+Shift+Z', 'Backspace', 'Delete', 'Insert'].map((key) => [key, TEXT] as const),
  ...['Tab', 'Shift+Tab', 'Enter', 'Space', 'Escape', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'].map((key) => [key, t`it moves about and presses buttons.`] as const),
].map(([key, why]) => [chordIdentity(key), why] as const));

/** Why nobody may give this key to anything; null when they may. NVDA, JAWS and Orca use Insert and Caps Lock, Narrator Caps Lock, VoiceOver Ctrl and Alt together. */
export function reservedFor(chord: string): string | null {
  const identity = chordIdentity(chord);
  if (identity.startsWith('Ctrl+Alt+')) return t`Ctrl and Alt together are AltGr, which types signs, and they are a screen reader’s.`;
  if (/(?:^|\+)(?:Insert|CapsLock|NumLock|ScrollLock)$/.test(identity)) return READER;
  return RESERVED.get(identity) ?? null;
}
