/** A person's own keys as text: kept at this workstation, and taken along to another as a small file. Pure. */
import { z } from 'zod';
import { t } from '../../../src-shared/language/language.ts';
import { chordLabel } from './chord.ts';
import { DEFAULT_KEYS, isNamedAction, type NamedActionId } from './default-keys.ts';
import { isChangeable, type OwnKeys, refusalOf } from './key-rules.ts';

/** Says what the file is, whatever it is called. */
const FORMAT = 'portreeve-keys';
const VERSION = 1;
/** Bytes; all keys of the app fit into a tenth of it. */
export const LARGEST_FILE = 100_000;

const KeysFile = z.object({ format: z.literal(FORMAT), version: z.literal(VERSION), keys: z.record(z.string(), z.array(z.string().min(1).max(40)).max(3)) });

export type KeysReading = { readonly ok: true; readonly own: OwnKeys } | { readonly ok: false; readonly sentence: string };

export function keysFileText(own: OwnKeys): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, keys: own }, null, 2)}\n`;
}

/** Takes a file as a whole or not at all: the sentence names the first line of it that cannot be, and why. */
export function readKeysFile(text: string): KeysReading {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { ok: false, sentence: t`This is no file of keys: it is not JSON. Choose a file that “Save to a file” has made.` };
  }
  const parsed = KeysFile.safeParse(content);
  if (!parsed.success) return { ok: false, sentence: t`This is no file of keys. Choose a file that “Save to a file” has made.` };
  return judge(parsed.data.keys);
}

/** What was kept here; what cannot be any more, because a newer version uses the key itself, is left out. */
export function readKeptKeys(text: string | null): OwnKeys {
  const parsed = KeysFile.safeParse(parsedOrNull(text));
  if (!parsed.success) return {};
  const kept = Object.entries(parsed.data.keys).filter((entry): entry is [NamedActionId, string[]] => isNamedAction(entry[0]) && isChangeable(entry[0]));
  // Whoever comes first keeps the key; the other one has its default again.
  return kept.reduce<OwnKeys>((own, [id, keys]) => ({ ...own, [id]: keys.filter((key) => refusalOf(id, key, { ...Object.fromEntries(kept), ...own, [id]: [] }) === null) }), {});
}

function parsedOrNull(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null; // damaged: the default keys
  }
}

function judge(keys: Readonly<Record<string, readonly string[]>>): KeysReading {
  const entries = Object.entries(keys);
  const unknown = entries.find(([id]) => !isNamedAction(id) || !isChangeable(id));
  if (unknown !== undefined) return { ok: false, sentence: t`The file gives a key to “${unknown[0]}”, which this version does not know or which keeps its key. Nothing was changed.` };
  const own = Object.fromEntries(entries) as OwnKeys; // safe: each is an action
  for (const [id, chords] of entries as readonly (readonly [NamedActionId, readonly string[]])[]) { // safe: as above
    for (const chord of chords) {
      const refusal = refusalOf(id, chord, own);
      if (refusal !== null) return { ok: false, sentence: t`The file gives ${chordLabel(chord)} to “${DEFAULT_KEYS[id].label}”. ${refusal} Nothing was changed.` };
    }
  }
  return { ok: true, own };
}
