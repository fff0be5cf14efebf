/**
 * The daily list of overdue cases, as words ready for paper, a mail or a spreadsheet: grouped by the department that owes, the oldest
 * first. No citizen is named, and a sealed case says nothing but whose it is and how late: lists lie about on desks.
 */
import { t, tFor } from '../language/language.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { departmentName, serviceName, staffName } from '../catalogue/lookup.ts';
import { CLOCK_LABELS } from '../domain/labels.ts';
import { formatTrackingNumber, type TrackingNumber } from '../tracking-number/tracking-number.ts';
import { durationWords, exactMoment } from '../util/moment.ts';
import type { UtcMs } from '../util/time.ts';
import type { BoardEntry } from './board-entry.ts';

/** What the list needs of a case; a row of the board has it, and the server makes it of a document. */
export interface OverdueListCase {
  readonly trackingNumber: TrackingNumber;
  readonly serviceCode: string;
  readonly locationText: string;
  readonly receivedAt: UtcMs;
  readonly isSealed: boolean;
  readonly entry: BoardEntry;
}

export interface OverdueListOptions {
  readonly catalogue: Catalogue;
  readonly asOf: UtcMs;
  /** Whose promises; null: all departments'. */
  readonly departmentCode: string | null;
  /** How many there are in all, when the list was cut. */
  readonly total?: number;
}

export interface OverdueLine {
  readonly trackingNumber: TrackingNumber;
  /** As it is read: `48-2913-5067`. */
  readonly number: string;
  /** These two are empty for a sealed case. */
  readonly service: string;
  readonly place: string;
  readonly isSealed: boolean;
  readonly received: string;
  readonly promised: string;
  readonly why: string;
  readonly howLate: string;
  readonly lateSince: string;
  readonly workHours: number;
  readonly alsoLate: string;
  /** `Nobody yet` when it is nobody's. */
  readonly owner: string;
  /** Who was told; empty: nobody. */
  readonly told: string;
  readonly lastContact: string;
}

export interface OverdueGroup {
  readonly departmentCode: string;
  readonly name: string;
  readonly lines: readonly OverdueLine[];
}

export interface OverdueList {
  /** `Overdue cases: Water`, `Overdue cases: all departments`. */
  readonly title: string;
  readonly cityName: string;
  /** `Mon 5 Oct 07:30`. */
  readonly asOf: string;
  /** `23 overdue · 9 unassigned · oldest 12 days`. */
  readonly summary: string;
  /** Said when there are more than stand here; null: it is whole. */
  readonly cutLine: string | null;
  readonly groups: readonly OverdueGroup[];
}

/** Departments by name; within each, the case that is late the longest comes first. */
export function overdueList(cases: readonly OverdueListCase[], options: OverdueListOptions): OverdueList {
  const { catalogue, asOf, departmentCode, total = cases.length } = options;
  const oldestFirst = cases.toSorted((a, b) => a.entry.lateFrom - b.entry.lateFrom);
  const codes = [...new Set(oldestFirst.map(({ entry }) => entry.departmentCode))];
  const linesOf = (code: string): readonly OverdueLine[] => oldestFirst.filter(({ entry }) => entry.departmentCode === code).map((one) => lineOf(one, options));
  return {
    title: departmentCode === null ? t`Overdue cases: all departments` : t`Overdue cases: ${departmentName(catalogue, departmentCode)}`,
    cityName: catalogue.city.name,
    asOf: exactMoment(asOf, asOf, catalogue.city.timeZone),
    summary: summaryWords(oldestFirst, total, asOf),
    cutLine: total > cases.length ? t`These are ${cases.length} of ${total}. The others are on the Overdue screen.` : null,
    groups: codes
      .map((code) => ({ departmentCode: code, name: departmentName(catalogue, code), lines: linesOf(code) }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en')),
  };
}

function summaryWords(oldestFirst: readonly OverdueListCase[], total: number, asOf: UtcMs): string {
  const [oldest] = oldestFirst;
  if (!oldest) return t`Nothing is overdue.`;
  const unassigned = oldestFirst.filter(({ entry }) => entry.assigneeId === null).length;
  return t`${total} overdue · ${unassigned} unassigned · oldest ${durationWords(asOf - oldest.entry.lateFrom)}`;
}

function lineOf(one: OverdueListCase, { catalogue, asOf }: OverdueListOptions): OverdueLine {
  const { trackingNumber, serviceCode, locationText, receivedAt, isSealed, entry } = one;
  const moment = (at: UtcMs): string => exactMoment(at, asOf, catalogue.city.timeZone);
  const { lastContact, assigneeId } = entry;
  return {
    trackingNumber,
    number: formatTrackingNumber(trackingNumber),
    service: isSealed ? '' : serviceName(catalogue, serviceCode),
    place: isSealed ? '' : locationText,
    isSealed,
    received: moment(receivedAt),
    promised: isSealed ? t`${CLOCK_LABELS[entry.clock]} by ${moment(entry.due)}` : entry.promised,
    why: entry.why,
    howLate: entry.howLate,
    lateSince: moment(entry.lateFrom),
    workHours: entry.workHours,
    alsoLate: entry.alsoLate.map((clock) => CLOCK_LABELS[clock]).join(', '),
    owner: assigneeId === null ? t`Nobody yet` : staffName(catalogue, assigneeId),
    told: entry.told.map((id) => staffName(catalogue, id)).join(', '),
    lastContact: lastContact === null ? tFor('contact')`None` : `${moment(lastContact.at)}, ${lastContact.words}`,
  };
}
