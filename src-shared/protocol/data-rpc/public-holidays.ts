import { z } from 'zod';
import type { IsoDate } from '../../util/time.ts';

/** Country as ISO 3166-1 (`US`), state as the part after its dash in ISO 3166-2 (`FL`); null: those of the whole country. Years included. */
export const PublicHolidaysRequest = z
  .object({
    country: z.string().regex(/^[A-Z]{2}$/),
    state: z.string().min(1).max(10).nullable(),
    fromYear: z.int().min(1900).max(2200),
    toYear: z.int().min(1900).max(2200),
  })
  .refine(({ fromYear, toYear }) => fromYear <= toYear && toYear - fromYear <= 20, 'At most 21 years at once, the first one first');
export type PublicHolidaysRequest = z.infer<typeof PublicHolidaysRequest>;

export interface PublicHoliday {
  readonly date: IsoDate;
  /** English; where that is not known, as the country itself calls it. */
  readonly name: string;
  /** Null where it is the same, or not known. */
  readonly spanishName: string | null;
}

/** A country or state, by the code a request names it with. */
export interface HolidayPlace {
  readonly code: string;
  readonly name: string;
}
