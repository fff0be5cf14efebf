/**
 * The monthly report computed another way, for tests: straight from the raw facts, with plain loops, months by `Intl`, working days by
 * the calendar on the wall, percentiles by counting. It shares no code with the report but the fact's type.
 */
import type { BusinessCalendar } from '../../catalogue/time-rules.ts';
import type { Case } from '../../domain/case-document.ts';
import { importedOf, LINE, running, stateOf } from './oracle-facts.ts';

export interface OracleQuestion {
  readonly month: string;
  readonly asOf: number;
  readonly timeZone: string;
  readonly calendar: BusinessCalendar;
  readonly mayCount: (current: Case) => boolean;
  /** Null: the whole city. */
  readonly departments: readonly string[] | null;
}

export interface OracleFigure {
  readonly n: number;
  readonly hits: number;
  readonly sum: number;
  readonly medianMs: number;
  readonly p90Ms: number;
  readonly medianDays: number;
  readonly p90Days: number;
  /** Of each entry its case, sorted. */
  readonly caseIds: readonly string[];
}

interface Entry {
  measure: string;
  department: string;
  hit?: boolean;
  ms?: number;
  days?: number;
  rating?: number;
}

/** By `measure/group`. */
export function oracle(cases: readonly Case[], question: OracleQuestion): ReadonlyMap<string, OracleFigure> {
  const lists = new Map<string, { entry: Entry; caseId: string }[]>();
  const hasBegun = wallDate(question.asOf, question.timeZone).slice(0, 7) >= question.month;
  for (const current of cases) {
    if (!hasBegun || !question.mayCount(current)) continue;
    for (const entry of entriesOf(current, question)) {
      if (question.departments !== null && !question.departments.includes(entry.department)) continue;
      for (const group of ['all', `department:${entry.department}`, `service:${current.serviceCode}`, `channel:${current.channel}`]) {
        const name = `${entry.measure}/${group}`;
        lists.set(name, [...(lists.get(name) ?? []), { entry, caseId: current.id }]);
      }
    }
  }
  const figures = new Map<string, OracleFigure>();
  for (const [name, list] of lists) figures.set(name, figureOf(list));
  return figures;
}

function figureOf(list: readonly { entry: Entry; caseId: string }[]): OracleFigure {
  let hits = 0;
  let sum = 0;
  for (const { entry } of list) {
    if (entry.hit === true) hits += 1;
    sum += entry.rating ?? 0;
  }
  const ms = list.flatMap(({ entry }) => (entry.ms === undefined ? [] : [entry.ms]));
  const days = list.flatMap(({ entry }) => (entry.days === undefined ? [] : [entry.days]));
  const caseIds = list.map(({ caseId }) => caseId);
  caseIds.sort();
  return { n: list.length, hits, sum, medianMs: within(ms, 50), p90Ms: within(ms, 90), medianDays: within(days, 50), p90Days: within(days, 90), caseIds };
}

/** The smallest value that at least so many of a hundred do not exceed, found by trying each. */
function within(values: readonly number[], percent: number): number {
  let best = Infinity;
  for (const candidate of values) {
    let notAbove = 0;
    for (const value of values) if (value <= candidate) notAbove += 1;
    if (notAbove * 100 >= percent * values.length && candidate < best) best = candidate;
  }
  return best === Infinity ? 0 : best;
}

const wallDates = new Map<string, Intl.DateTimeFormat>();

/** `2026-10-31` on the wall of a zone. */
export function wallDate(moment: number, timeZone: string): string {
  const format = wallDates.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  wallDates.set(timeZone, format);
  return format.format(moment);
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

function workingDays(from: number, to: number, { timeZone, week, exceptions }: BusinessCalendar): number {
  const [first, last] = [wallDate(from, timeZone), wallDate(to, timeZone)];
  let count = 0;
  for (const day = new Date(`${first}T12:00:00Z`); ; ) {
    day.setUTCDate(day.getUTCDate() + 1);
    const date = day.toISOString().slice(0, 10);
    if (date > last) return count;
    const hours = exceptions.find((exception) => exception.date === date)?.hours ?? week[WEEKDAYS[day.getUTCDay()] ?? 'sunday'];
    if (hours.length > 0) count += 1;
  }
}

/** Promises missed and never said to have been kept; those that nobody has stated yet, by what is known at `asOf`. */
function missed(current: Case, asOf: number): readonly { clock: string; due: number; since: number; department: string }[] {
  const stated: { name: string; clock: string; due: number; since: number; department: string; isOff: boolean }[] = [];
  for (const fact of current.history) {
    if (fact.kind === 'wentOverdue') stated.push({ name: `${fact.clock} ${fact.taskId} ${fact.due}`, clock: fact.clock, due: fact.due, since: fact.at, department: fact.departmentCode, isOff: false });
    if (fact.kind === 'overdueWithdrawn') for (const one of stated) if (one.name === `${fact.clock} ${fact.taskId} ${fact.due}`) one.isOff = true;
  }
  const names = stated.map(({ name }) => name);
  const unstated = running(stateOf(current, () => true)).filter(({ clock, taskId, due, from }) => from < asOf && !names.includes(`${clock} ${taskId} ${due}`));
  return [...stated.filter(({ isOff }) => !isOff), ...unstated.map(({ clock, due, from, department }) => ({ clock, due, since: from, department }))];
}

function entriesOf(current: Case, { month, asOf, timeZone, calendar }: OracleQuestion): readonly Entry[] {
  const entries: Entry[] = [];
  const monthOf = (moment: number): string => wallDate(moment, timeZone).slice(0, 7);
  const isThen = (moment: number): boolean => moment <= asOf && monthOf(moment) === month;
  const isByEnd = (moment: number): boolean => moment <= asOf && monthOf(moment) <= month;
  const isBefore = (moment: number): boolean => moment <= asOf && monthOf(moment) < month;
  if (!isByEnd(current.receivedAt)) return [];
  const [opening] = current.history;
  if (opening?.kind !== 'caseOpened') throw new Error('a case begins with its opening');
  const { receivedAt } = current;
  const imported = importedOf(current);
  const firstDepartment = opening.opened.departmentCode;

  // The line of the case: its turns, and the department at each moment.
  const stops: { at: number; department: string }[] = [{ at: receivedAt, department: firstDepartment }];
  const turns: { kind: string; at: number; stated: number; first: boolean; department: string }[] = [];
  let line: number = receivedAt;
  let department: string = firstDepartment;
  let place = 'open';
  let returnsTo = 'open';
  for (const fact of current.history) {
    if (!LINE.includes(fact.kind)) continue;
    line = Math.max(line, fact.at);
    if (fact.kind === 'transferred') {
      department = fact.toDepartmentCode;
      stops.push({ at: line, department });
    }
    const turn = (kind: string): void => void turns.push({ kind, at: line, stated: fact.at, first: fact.kind === 'closed' && fact.isFirstContactResolution, department });
    if (fact.kind === 'closed') {
      place = 'closed';
      turn('closed');
    }
    if (fact.kind === 'reopened') {
      place = 'open';
      turn('reopened');
    }
    if (fact.kind === 'merged') {
      returnsTo = place;
      if (place === 'open') {
        place = 'merged';
        turn('merged');
      }
    }
    if (fact.kind === 'unmerged' && place === 'merged' && returnsTo === 'open') {
      place = 'open';
      turn('unmerged');
    }
  }
  const departmentThen = (moment: number): string => stops.findLast(({ at }) => at <= moment)?.department ?? firstDepartment;
  const firstClosing = turns.find(({ kind }) => kind === 'closed');
  const isFirstContact = firstClosing?.first === true;

  if (isThen(receivedAt)) {
    entries.push({ measure: 'received', department: firstDepartment });
    if (current.kind === 'complaint') entries.push({ measure: 'complaintsReceived', department: firstDepartment });
    const hit = isFirstContact && firstClosing !== undefined && isByEnd(firstClosing.at) && !turns.some(({ kind, at }) => kind === 'reopened' && isByEnd(at));
    if (imported === null) entries.push({ measure: 'firstContact', department: firstDepartment, hit });
  }
  for (const { kind, at, stated, first, department: by } of turns) {
    if (!isThen(at)) continue;
    entries.push({ measure: kind, department: by });
    if (kind === 'closed' && !first && stated >= receivedAt) entries.push({ measure: 'resolutionTime', department: by, ms: at - receivedAt, days: workingDays(receivedAt, at, calendar) });
  }
  const openThen = (isIn: (moment: number) => boolean): string | null => {
    if (!isIn(receivedAt)) return null;
    const last = turns.findLast(({ at }) => isIn(at));
    const isOpen = last === undefined || last.kind === 'reopened' || last.kind === 'unmerged';
    return isOpen ? (stops.findLast(({ at }) => isIn(at))?.department ?? null) : null;
  };
  const before = openThen(isBefore);
  if (before !== null) entries.push({ measure: 'openAtStart', department: before });
  const atEnd = openThen(isByEnd);
  const late = isByEnd(receivedAt) ? running(stateOf(current, isByEnd)).filter(({ from }) => isByEnd(from)) : [];
  for (const one of late) entries.push({ measure: 'stillLate', department: one.department });
  if (atEnd !== null) {
    entries.push({ measure: 'openAtEnd', department: atEnd });
    if (current.kind === 'complaint') entries.push({ measure: 'complaintsOutstanding', department: atEnd });
    if (current.kind === 'complaint' && late.length > 0) entries.push({ measure: 'complaintsOverdue', department: atEnd });
  }
  const names: Record<string, string> = { acknowledge: 'missedAcknowledge', respond: 'missedAnswer', resolve: 'missedFinish', task: 'missedTask', followUp: 'followUpsLate' };
  for (const { clock, due, since, department: by } of missed(current, asOf)) {
    if (!isThen(since) || (imported !== null && due < imported)) continue;
    entries.push({ measure: 'becameLate', department: by }, { measure: names[clock] ?? '', department: by });
  }
  const now = stateOf(current, () => true);
  const promised: [string, string, number | null, number | null][] = [
    ['acknowledgedInTime', 'acknowledge', now.acknowledgeBy, now.acknowledgedAt],
    ['answeredInTime', 'respond', now.respondBy, now.respondedAt],
    ['finishedInTime', 'resolve', now.resolveBy, null],
  ];
  for (const [measure, clock, due, kept] of promised) {
    if (due === null || !isThen(due) || due < (imported ?? receivedAt)) continue;
    if (now.paused.includes(clock) && now.pausedSince <= due) continue;
    const last = turns.findLast(({ at }) => at <= due);
    if (last?.kind === 'merged') continue;
    entries.push({ measure, department: departmentThen(due), hit: last?.kind === 'closed' || (kept !== null && kept <= due) });
  }
  if (now.respondedAt !== null && !isFirstContact && isThen(now.respondedAt) && now.respondedAt >= receivedAt) {
    entries.push({ measure: 'responseTime', department: departmentThen(now.respondedAt), ms: now.respondedAt - receivedAt, days: workingDays(receivedAt, now.respondedAt, calendar) });
  }
  for (const fact of current.history) {
    if (!isThen(fact.at)) continue;
    const by = departmentThen(fact.at);
    if (fact.kind === 'transferred') {
      entries.push({ measure: 'transferred', department: fact.fromDepartmentCode });
      if (fact.isMisrouted) entries.push({ measure: 'misrouted', department: fact.fromDepartmentCode });
    }
    if (fact.kind === 'referred') entries.push({ measure: 'referred', department: by });
    if (fact.kind === 'surveyOffered') entries.push({ measure: 'surveysOffered', department: by });
    if (fact.kind === 'surveyAnswered') entries.push({ measure: 'surveyRating', department: by, rating: fact.rating }, { measure: 'surveyGood', department: by, hit: fact.rating > 3 });
    if (fact.kind === 'followUpOpened') entries.push({ measure: 'followUpsOpened', department: by });
    if (fact.kind === 'followUpClosed') entries.push({ measure: 'followUpsClosed', department: by });
    if (fact.kind === 'reviewed') entries.push({ measure: 'foundComplete', department: by, hit: fact.verdict === 'complete' });
  }
  return entries;
}
