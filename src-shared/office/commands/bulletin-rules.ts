import { findService } from '../../catalogue/lookup.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { DAY_MS, type UtcMs } from '../../util/time.ts';
import type { BulletinWords } from '../bulletin.ts';
import type { OfficeRefusal } from '../office-refusal.ts';

/** What has no end in sight belongs into a guide. */
const LONGEST_DAYS = 366;

/** What is wrong with a bulletin, whoever posts it; null: nothing. */
export function problemOfBulletin({ from, until, serviceCodes }: BulletinWords, madeAt: UtcMs, catalogue: Catalogue): OfficeRefusal | null {
  if (until <= from) return { reason: 'endsBeforeItBegins', details: {} };
  if (until <= madeAt) return { reason: 'overAlready', details: {} };
  if (until - from > LONGEST_DAYS * DAY_MS) return { reason: 'lastsTooLong', details: { days: LONGEST_DAYS } };
  const serviceCode = serviceCodes.find((code) => !findService(catalogue, code));
  return serviceCode === undefined ? null : { reason: 'unknownService', details: { serviceCode } };
}
