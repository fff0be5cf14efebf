/**
 * An agency outside the city that answers for what the city does not (AS-3): federal, state, constitutional, school board, utility.
 *
 * Name, address and phone are required because every reply that refers to it must carry them (S2, Policy).
 */
import { z } from 'zod';
import { t } from '../language/language.ts';
import { Code } from '../util/ids.ts';
import { freeText, requiredText } from '../util/text.ts';
import { IsoDate } from '../util/time.ts';

export const AGENCY_NAME_MAX = 200;
export const AGENCY_ADDRESS_MAX = 300;
export const AGENCY_PHONE_MAX = 60;
export const AGENCY_HOURS_MAX = 300;
export const AGENCY_HANDLES_MAX = 4_000;

/**
 * One agency of the city's directory.
 *
 * `handles` says in words what it is responsible for, `serviceCodes` which of the city's services are its own; `placeWords` are the
 * places it answers for, folded (`state route 7`), empty for everywhere. `from` and `until` are the first and the last day it is
 * valid on; null for no such day. What a directory written before these fields existed lacks is empty.
 */
export const Agency = z
  .object({
    code: Code,
    name: requiredText(AGENCY_NAME_MAX, () => t`Give the agency’s name`),
    address: requiredText(AGENCY_ADDRESS_MAX, () => t`Give the agency’s address`),
    phone: requiredText(AGENCY_PHONE_MAX, () => t`Give the agency’s phone number`),
    hours: freeText(AGENCY_HOURS_MAX),
    handles: freeText(AGENCY_HANDLES_MAX),
    email: freeText(254).default(''),
    website: freeText(300).default(''),
    serviceCodes: z.array(Code).default([]),
    placeWords: z.array(z.string().min(1).max(100)).default([]),
    from: IsoDate.nullable().default(null),
    until: IsoDate.nullable().default(null),
  })
  .refine(({ from, until }) => from === null || until === null || from <= until, {
    error: () => t`The last day is before the first`,
    path: ['until'],
  });
export type Agency = z.infer<typeof Agency>;

/** Whether the directory may be used to refer somebody to this agency on a day; both days named are included. */
export function isValidOn({ from, until }: Pick<Agency, 'from' | 'until'>, day: IsoDate): boolean {
  return (from === null || from <= day) && (until === null || day <= until);
}
