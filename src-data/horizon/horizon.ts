/** From when on closed cases are kept here. The city says how long; a workstation that is short of room may keep less. */
import { z } from 'zod';
import type { PullHeader } from '../../src-shared/protocol/pull.ts';
import { DAY_MS, UtcMs, utcMs } from '../../src-shared/util/time.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { readSetting, saveSetting } from '../settings/settings.ts';

const Horizon = z.object({
  /** Cases closed before this moment may be missing here; null: none are. */
  closedSince: UtcMs.nullable(),
  /** Days closed cases are kept; null: for ever. */
  horizonDays: z.int().positive().nullable(),
  boundBytes: z.int().positive(),
  /** Cases closed before this moment were let go of because room was short; null: room was never short. */
  shortSince: UtcMs.nullable(),
  /** When pruning last went through; null: never. */
  prunedAt: UtcMs.nullable(),
});
export type Horizon = z.infer<typeof Horizon>;

/** Most bytes of records a workstation keeps when its city has said nothing else. */
export const DEFAULT_BOUND_BYTES = 4 * 1024 ** 3;

export function readHorizon(db: ReadDb): Horizon {
  const stored = Horizon.safeParse(readSetting(db, 'horizon'));
  return stored.success ? stored.data : { closedSince: null, horizonDays: null, boundBytes: DEFAULT_BOUND_BYTES, shortSince: null, prunedAt: null };
}

export function updateHorizon(db: WriteDb, change: Partial<Horizon>): void {
  const before = readHorizon(db);
  const after = { ...before, ...change };
  if (JSON.stringify(before) !== JSON.stringify(after)) saveSetting(db, 'horizon', after);
}

/** Takes over what the city says about it in a pull. */
export function noteCityHorizon(db: WriteDb, { closedHorizonDays, localBoundBytes }: Pick<PullHeader['h'], 'closedHorizonDays' | 'localBoundBytes'>): void {
  if (closedHorizonDays === undefined) return; // a server that knows no horizon
  updateHorizon(db, { horizonDays: closedHorizonDays, boundBytes: localBoundBytes ?? DEFAULT_BOUND_BYTES });
}

/** Buckets were filled without the cases closed before `closedSince`; what was missing before may be missing still. */
export function noteFill(db: WriteDb, closedSince: UtcMs | null): void {
  if (closedSince === null) return;
  const before = readHorizon(db).closedSince;
  updateHorizon(db, { closedSince: before === null ? closedSince : utcMs(Math.max(before, closedSince)) });
}

/** The moment before which a closed case is due to go, at `now`; null: none is. Whole days, so that it stands still while people look. */
export function cityCut(horizonDays: number | null, now: UtcMs): UtcMs | null {
  return horizonDays === null ? null : utcMs((Math.floor(now / DAY_MS) - horizonDays) * DAY_MS);
}

/** What a pull asks for beyond the city's own horizon: nothing from before the moment this workstation had to let go of cases. */
export function wantedHorizon(db: ReadDb): { readonly closedSince?: UtcMs } {
  const { shortSince } = readHorizon(db);
  return shortSince === null ? {} : { closedSince: shortSince };
}
