import { z } from 'zod';

/** Milliseconds since 1970-01-01T00:00:00Z, as `Date.now()` gives. Every stored moment has this shape. */
export const UtcMs = z.int().min(-8_640_000_000_000_000).max(8_640_000_000_000_000).brand<'UtcMs'>();
export type UtcMs = z.infer<typeof UtcMs>;

/** A calendar day without time or zone, `YYYY-MM-DD`. */
export const IsoDate = z.iso.date();
export type IsoDate = z.infer<typeof IsoDate>;

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Brands a number already known to be a moment in milliseconds. */
export function utcMs(value: number): UtcMs {
  return UtcMs.parse(Math.trunc(value));
}
