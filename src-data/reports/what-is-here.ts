import { interfaceLocale, t } from '../../src-shared/language/language.ts';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { departmentName } from '../../src-shared/catalogue/lookup.ts';
import { monthAt, monthName, periodOf, type ReportMonth } from '../../src-shared/reports/report-month.ts';
import type { ReportReader } from '../../src-shared/reports/report-scope.ts';
import { type UtcMs, utcMs } from '../../src-shared/util/time.ts';
import type { ReadDb } from '../db/database.ts';
import { readHorizon } from '../horizon/horizon.ts';
import { readCursors } from '../sync/buckets.ts';
import { firstReceivedAt } from './each-case.ts';

/** What of the city's record a report made here can know. */
export interface WhatIsHere {
  /** As `ReportQuestion` has it. */
  readonly wholeSince: UtcMs | null;
  /** What a report of the month for this reader misses, in sentences; none: nothing. */
  readonly missing: readonly string[];
}

export function whatIsHere(db: ReadDb, { catalogue, reader, month }: { readonly catalogue: Catalogue; readonly reader: ReportReader; readonly month: ReportMonth }): WhatIsHere {
  const { timeZone } = catalogue.city;
  const { closedSince } = readHorizon(db);
  const first = firstReceivedAt(db);
  const begins = first === null ? null : periodOf(monthAt(first, timeZone), timeZone).from;
  const known = [closedSince, begins].filter((moment) => moment !== null);
  const wholeSince = known.length === 0 ? null : utcMs(Math.max(...known));
  return { wholeSince, missing: [...missingCases(db, catalogue, reader), ...missingPast(closedSince, month, timeZone)] };
}

/** A workstation of a department holds that department's cases only. */
function missingCases(db: ReadDb, catalogue: Catalogue, { scope }: ReportReader): readonly string[] {
  const held = Object.keys(readCursors(db));
  if (held.length === 0) return [t`This workstation has taken no cases from the server yet.`];
  if (held.includes('city')) return [];
  const departments = held.filter((bucket) => bucket.startsWith('dept:')).map((bucket) => bucket.slice('dept:'.length));
  const isEnough = scope.kind === 'departments' && scope.codes.every((code) => departments.includes(code));
  const names = departments.map((code) => departmentName(catalogue, code)).join(', ');
  return isEnough ? [] : [names === '' ? t`This workstation holds the cases of no department; they are not in these figures.` : t`This workstation holds only the cases of ${names}; the others are not in these figures.`];
}

function missingPast(closedSince: UtcMs | null, month: ReportMonth, timeZone: string): readonly string[] {
  if (closedSince === null || periodOf(month, timeZone).from >= closedSince) return [];
  return [t`Cases closed before ${new Intl.DateTimeFormat(interfaceLocale(), { timeZone, dateStyle: 'long' }).format(closedSince)} are kept at the server only: figures of ${monthName(month)} are too low here.`];
}
