import { z } from 'zod';
import { DAY_MS, type UtcMs, utcMs } from '../../src-shared/util/time.ts';
import type { Connection, Pool } from '../db/pool.ts';
import { readSetting, writeSetting } from '../db/server-setting.ts';

/** How long workstations hold closed cases, and how much room they may take. */
export interface ClosedHorizon {
  /** Null: for ever. */
  readonly days: number | null;
  /** Null: the workstation's own default. */
  readonly boundBytes: number | null;
}

/** Two years: most questions about a closed case come within one. */
const DEFAULT_DAYS = 730;
const DAYS_KEY = 'closedHorizonDays';
const BOUND_KEY = 'localBoundBytes';

const WholeNumber = z.int().min(0);

/** The settings it is kept in, for queries that read them with other things; `closedHorizonOf` makes sense of their values. */
export const CLOSED_HORIZON_KEYS = [DAYS_KEY, BOUND_KEY];

export async function readClosedHorizon(connection: Connection | Pool): Promise<ClosedHorizon> {
  return closedHorizonOf({ [DAYS_KEY]: await readSetting(connection, DAYS_KEY), [BOUND_KEY]: await readSetting(connection, BOUND_KEY) });
}

/** `settings`: values by their keys; those that were never set may be missing. */
export function closedHorizonOf(settings: Readonly<Record<string, unknown>>): ClosedHorizon {
  const [days, bound] = [WholeNumber.safeParse(settings[DAYS_KEY]), WholeNumber.safeParse(settings[BOUND_KEY])];
  const wanted = days.success ? days.data : DEFAULT_DAYS;
  return { days: wanted === 0 ? null : wanted, boundBytes: bound.success && bound.data > 0 ? bound.data : null };
}

/** Sets what is given and leaves the rest; 0 days means for ever. */
export async function writeClosedHorizon(connection: Connection | Pool, { days, boundBytes }: { readonly days?: number; readonly boundBytes?: number }): Promise<void> {
  if (days !== undefined) await writeSetting(connection, DAYS_KEY, WholeNumber.parse(days));
  if (boundBytes !== undefined) await writeSetting(connection, BOUND_KEY, WholeNumber.parse(boundBytes));
}

/** The moment before which closed cases are left out at `now`: a whole day, so that files and answers of one day agree. Null: none are. */
export function closedSinceAt({ days }: ClosedHorizon, now: UtcMs): UtcMs | null {
  return days === null ? null : utcMs((Math.floor(now / DAY_MS) - days) * DAY_MS);
}
