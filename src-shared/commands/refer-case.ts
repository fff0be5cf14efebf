import { z } from 'zod';
import { isValidOn } from '../agencies/agency.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { localDate } from '../clock/business-calendar.ts';
import { ReferralAgency } from '../domain/case.ts';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import { freeText } from '../util/text.ts';
import type { UtcMs } from '../util/time.ts';
import { defineCommand } from './command.ts';

export const ReferCaseArgs = z.object({ agency: ReferralAgency, note: freeText(2_000) });

/**
 * Says that an agency outside the city answers for this; its name, address and phone go into reply and slip (S2, Policy), so all
 * three are required. One of the directory must be in effect on that day. Refuses: unknownAgency.
 */
export const referCase = defineCommand({
  type: 'case.refer',
  v: 1,
  args: ReferCaseArgs,
  decide(_current, { args, madeAt }, { catalogue }): Ruling {
    if (!mayReferTo(catalogue, args.agency, madeAt)) return refuse('unknownAgency');
    return accept({ kind: 'referred', agency: args.agency, note: args.note });
  },
});

/** Whether the directory says so on that day; an agency that was typed by hand is not asked for there. */
export function mayReferTo({ agencies, city }: Catalogue, { code }: ReferralAgency, at: UtcMs): boolean {
  if (!code) return true;
  const agency = agencies.find((candidate) => candidate.code === code);
  const day = localDate(at, city.timeZone).toString();
  return agency !== undefined && isValidOn(agency, day);
}
