import { z } from 'zod';
import { findStaff } from '../../catalogue/lookup.ts';
import { StaffId } from '../../util/ids.ts';
import { freeText } from '../../util/text.ts';
import { DAY_MS, UtcMs } from '../../util/time.ts';
import { acceptOffice, type OfficeRuling, refuseOffice } from '../office-decision.ts';
import { defineOfficeCommand } from '../office-command.ts';
import { mayDelegateFor } from '../office-permission.ts';
import { problemOfDelegation } from '../stand-ins.ts';

export const DelegateArgs = z.object({
  fromStaffId: StaffId,
  toStaffId: StaffId,
  from: UtcMs,
  /** Exclusive. */
  until: UtcMs,
  note: freeText(500),
});

/** Whoever is away for longer is to be replaced in the catalogue. */
const LONGEST_DAYS = 366;

/**
 * Names who acts for somebody who is away (AS-2). The delegation's id is this command's.
 *
 * Refuses: unknownStaff when either is no active person, notPermitted, samePerson, endsBeforeItBegins, overAlready, lastsTooLong,
 * alreadyDelegated, delegationCircle, delegationChainTooLong, alreadyDone.
 */
export const delegate = defineOfficeCommand({
  type: 'office.delegate',
  v: 1,
  args: DelegateArgs,
  buildsOn: () => [],
  decide(office, { uid, userId, madeAt, args }, { actor, catalogue }): OfficeRuling {
    const { fromStaffId, toStaffId, from, until } = args;
    const [away, standIn] = [findStaff(catalogue, fromStaffId), findStaff(catalogue, toStaffId)];
    if (!away?.isActive || !away.isPerson) return refuseOffice('unknownStaff', { staffId: fromStaffId });
    if (!standIn?.isActive || !standIn.isPerson) return refuseOffice('unknownStaff', { staffId: toStaffId });
    if (!mayDelegateFor(actor, away)) return refuseOffice('notPermitted');
    if (fromStaffId === toStaffId) return refuseOffice('samePerson');
    if (until <= from) return refuseOffice('endsBeforeItBegins');
    if (until <= madeAt) return refuseOffice('overAlready');
    if (until - from > LONGEST_DAYS * DAY_MS) return refuseOffice('lastsTooLong', { days: LONGEST_DAYS });
    if (office.delegations.some(({ id }) => id === uid)) return refuseOffice('alreadyDone');
    const problem = problemOfDelegation(office, { ...args, id: uid, by: userId, endedAt: null });
    return problem ? refuseOffice(problem, { staffId: fromStaffId }) : acceptOffice({ kind: 'delegated', ...args });
  },
});
