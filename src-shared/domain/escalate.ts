/** Who is told of a missed promise, by the city's rules (OV-2). Each rule tells its target once for each promise missed. */
import type { Catalogue, Staff } from '../catalogue/catalogue.ts';
import type { EscalationRule } from '../catalogue/escalation.ts';
import { findDepartment, findStaff } from '../catalogue/lookup.ts';
import { businessDaysAfter } from '../commands/task-dates.ts';
import { HOUR_MS, type UtcMs, utcMs } from '../util/time.ts';
import type { Lateness } from './case-parts.ts';
import type { Case } from './case-document.ts';
import type { DecideContext } from './decision.ts';
import type { NewFact } from './fact.ts';
import { runningClocks, unstatedClocks } from './lateness.ts';
import { maySee } from './visibility.ts';

/**
 * When the clock next has something to say of this case, after `beyond`: a promise will have been missed, or somebody has to be
 * told. Null: never, as things stand.
 */
export function nextWatchAt(current: Case, catalogue: Catalogue, beyond: UtcMs | null = null): UtcMs | null {
  const late = unstatedClocks(current).map(({ lateFrom }) => lateFrom);
  const moments = [...late, ...pending(current, catalogue).map(({ at }) => at)].filter((moment) => beyond === null || moment > beyond);
  return moments.length === 0 ? null : utcMs(Math.min(...moments));
}

interface Due {
  readonly rule: EscalationRule;
  readonly late: Lateness;
  readonly at: UtcMs;
}

/** Everybody who has to be told by `now` and was not yet. A promise kept in the meantime is nobody's alarm any more. */
export function escalationFacts(current: Case, now: UtcMs, { catalogue, standInOf }: DecideContext): readonly NewFact[] {
  return pending(current, catalogue)
    .filter(({ at }) => at <= now)
    .flatMap(({ rule, late }) => {
      const target = targetOf(rule, current, late, catalogue);
      if (target === null) return [];
      const toStaffId = current.isSealed ? target.id : (standInOf?.(target.id) ?? target.id); // a stand-in does not see it
      return [{ kind: 'escalated', ruleCode: rule.code, clock: late.clock, due: late.due, toStaffId }];
    });
}

function pending(current: Case, catalogue: Catalogue): readonly Due[] {
  if (current.lateness.length === 0) return [];
  const running = runningClocks(current);
  const stillLate = current.lateness.filter(
    (late) => late.withdrawnAt === null && running.some(({ clock, taskId, due }) => clock === late.clock && taskId === late.taskId && due === late.due),
  );
  return stillLate.flatMap((late) =>
    catalogue.escalations
      .filter((rule) => fits(rule, current, late) && !wasTold(current, rule, late))
      .map((rule) => ({ rule, late, at: momentOf(rule, current, late, catalogue) })),
  );
}

function fits(rule: EscalationRule, current: Case, late: Lateness): boolean {
  const isSame = (wanted: string | null, value: string): boolean => wanted === null || wanted === value;
  return (
    rule.isActive &&
    isSame(rule.clock, late.clock) &&
    isSame(rule.departmentCode, late.departmentCode) &&
    isSame(rule.serviceCode, current.serviceCode) &&
    isSame(rule.kind, current.kind)
  );
}

function wasTold(current: Case, rule: EscalationRule, late: Lateness): boolean {
  return current.escalations.some(({ ruleCode, clock, due }) => ruleCode === rule.code && clock === late.clock && due === late.due);
}

function momentOf(rule: EscalationRule, current: Case, late: Lateness, catalogue: Catalogue): UtcMs {
  if (rule.afterAmount === 0) return late.since;
  if (rule.afterUnit === 'elapsedHours') return utcMs(late.since + rule.afterAmount * HOUR_MS);
  return businessDaysAfter(catalogue, current, late.since, rule.afterAmount) ?? late.since;
}

/** Whoever the rule names; when that place is empty, or the person may not see the case, the next above. Null: nobody is there. */
function targetOf(rule: EscalationRule, current: Case, late: Lateness, catalogue: Catalogue): Staff | null {
  const department = findDepartment(catalogue, late.departmentCode);
  const person = (id: string | null | undefined): Staff | undefined => (id ? findStaff(catalogue, id) : undefined);
  const managers = catalogue.staff.filter(({ roles }) => roles.includes('cityManager'));
  const above = [person(department?.headStaffId), ...managers, ...catalogue.staff.filter(({ roles }) => roles.includes('hr'))];
  const first: Record<EscalationRule['target']['to'], readonly (Staff | undefined)[]> = {
    assignee: [person(late.assigneeId ?? current.assigneeId)],
    supervisor: [],
    complaintContact: [person(department?.complaintContactStaffId)],
    cityManager: managers,
    person: rule.target.to === 'person' ? [person(rule.target.staffId)] : [],
  };
  return [...first[rule.target.to], ...above].find((member) => member?.isActive === true && maySee(member, current)) ?? null;
}
