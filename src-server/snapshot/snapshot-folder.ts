import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { UtcMs } from '../../src-shared/util/time.ts';

/** A finished file and what it is; written last, so that what it speaks of is always whole. */
const StoredSnapshot = z.object({
  id: z.string().regex(/^[0-9a-f]{24}$/),
  scope: z.string(),
  buckets: z.array(z.string()),
  closedSince: UtcMs.nullable(),
  schema: z.string(),
  epoch: z.int(),
  rev: z.int(),
  mark: z.string().nullable(),
  positions: z.record(z.string(), z.tuple([z.int(), z.string()])).readonly(),
  bytes: z.int(),
  sha256: z.string(),
  caseCount: z.int(),
  builtAt: UtcMs,
});
export type StoredSnapshot = z.infer<typeof StoredSnapshot>;

/** The finished files of this server, newest first, and room for those being made. */
export interface SnapshotFolder {
  list(): readonly StoredSnapshot[];
  fileOf(id: string): string;
  /** An empty folder for one build. */
  workFolder(id: string): string;
  /** Takes a finished `snapshot.gz` from its work folder. */
  keep(snapshot: StoredSnapshot): void;
  dropWork(id: string): void;
  drop(id: string): void;
}

/** Most that finished files take together; the oldest go first. */
const MOST_BYTES = 8 * 1024 ** 3;
const NAME = /^([0-9a-f]{24})\.(json|gz)$/;

/**
 * Opens the folder, made when missing. What a killed server left half-made is removed: unfinished work, files nothing speaks
 * of, descriptions whose file is not as long as they say.
 */
export function openSnapshotFolder(folder: string): SnapshotFolder {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const known = new Map<string, StoredSnapshot>();
  const at = (name: string): string => path.join(folder, name);
  for (const name of readdirSync(folder)) {
    const snapshot = name.endsWith('.json') ? readStored(folder, name) : null;
    if (snapshot !== null) known.set(snapshot.id, snapshot);
  }
  for (const name of readdirSync(folder)) {
    const id = NAME.exec(name)?.[1];
    if (id === undefined || !known.has(id)) rmSync(at(name), { recursive: true, force: true });
  }
  const list = (): readonly StoredSnapshot[] => [...known.values()].toSorted((a, b) => b.builtAt - a.builtAt);
  const drop = (id: string): void => {
    known.delete(id);
    rmSync(at(`${id}.json`), { force: true });
    rmSync(at(`${id}.gz`), { force: true });
  };
  return {
    list,
    drop,
    fileOf: (id) => at(`${id}.gz`),
    workFolder(id) {
      mkdirSync(at(`work-${id}`), { recursive: true, mode: 0o700 });
      return at(`work-${id}`);
    },
    keep(snapshot) {
      renameSync(path.join(at(`work-${snapshot.id}`), 'snapshot.gz'), at(`${snapshot.id}.gz`));
      writeFileSync(at(`${snapshot.id}.tmp`), JSON.stringify(snapshot), { flush: true });
      renameSync(at(`${snapshot.id}.tmp`), at(`${snapshot.id}.json`));
      known.set(snapshot.id, snapshot);
      for (const earlier of list().slice(1)) if (totalBytes(list()) > MOST_BYTES || earlier.scope === snapshot.scope) drop(earlier.id);
    },
    dropWork: (id) => rmSync(at(`work-${id}`), { recursive: true, force: true }),
  };
}

function totalBytes(snapshots: readonly StoredSnapshot[]): number {
  return snapshots.reduce((sum, snapshot) => sum + snapshot.bytes, 0);
}

function readStored(folder: string, name: string): StoredSnapshot | null {
  try {
    const snapshot = StoredSnapshot.parse(JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
    const isWhole = name === `${snapshot.id}.json` && statSync(path.join(folder, `${snapshot.id}.gz`)).size === snapshot.bytes;
    return isWhole ? snapshot : null;
  } catch {
    return null; // cut off by a kill, or of another version: it is made again when somebody needs it
  }
}
