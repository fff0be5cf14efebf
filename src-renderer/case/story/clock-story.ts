/** What the clock brought, as the history tells it: promises missed, and who was told. */
import { t } from '../../../src-shared/language/language.ts';
import { departmentName, staffName } from '../../../src-shared/catalogue/lookup.ts';
import type { ClockKind } from '../../../src-shared/domain/case-parts.ts';
import { TOLD_BY_HAND } from '../../../src-shared/domain/supervisor.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import type { Stories } from './told.ts';

const MISSED: Record<ClockKind, string> = {
  acknowledge: t`to say that it was received`,
  respond: t`to answer`,
  resolve: t`to finish the work`,
  task: t`to finish a task`,
  followUp: t`to follow up on the citizen’s rating`,
};

export const CLOCK_STORIES: Stories<'wentOverdue' | 'overdueWithdrawn' | 'escalated'> = {
  wentOverdue: ({ clock, due, departmentCode, at }, { catalogue, now, enteredAt }) => ({
    did: t`noted that the promise ${MISSED[clock]} was missed`,
    lines: [
      t`Due ${exactMoment(due, now, catalogue.city.timeZone)} · ${departmentName(catalogue, departmentCode)}`,
      ...(enteredAt !== undefined && at < enteredAt ? [t`Its date had passed when the case was entered; it counts as late from that date on.`] : []),
    ],
    weight: 'turn',
  }),
  overdueWithdrawn: ({ clock, due }, { catalogue, now }) => ({
    did: t`noted that the promise ${MISSED[clock]} had been kept after all`,
    lines: [t`Due ${exactMoment(due, now, catalogue.city.timeZone)}. The workstation that knew was offline.`],
    weight: 'turn',
  }),
  escalated: ({ ruleCode, toStaffId }, { catalogue }) => ({
    did: ruleCode === TOLD_BY_HAND ? t`told ${staffName(catalogue, toStaffId)}, who is to look at it` : t`told ${staffName(catalogue, toStaffId)}`,
    lines: ruleCode === TOLD_BY_HAND ? [] : [catalogue.escalations.find(({ code }) => code === ruleCode)?.name ?? ruleCode],
    weight: 'turn',
  }),
};
