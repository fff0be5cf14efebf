/** Which due dates a change of the time rules would move, over the open cases this workstation holds. */
import { setImmediate as breathe } from 'node:timers/promises';
import { CLOCKS, policyFor, type RuleBook } from '../../src-shared/catalogue/time-rules.ts';
import { dueQuestionAt } from '../../src-shared/clock/due-question.ts';
import { type DueMoments, dueMoments } from '../../src-shared/clock/explain-due.ts';
import type { CaseKind, Channel } from '../../src-shared/domain/case.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import type { DueDateEffect, MovedDate } from '../../src-shared/protocol/data-rpc/admin-views.ts';
import { canonicalJson } from '../../src-shared/util/canonical-json.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { ReadDb } from '../db/database.ts';

/** So many cases are looked at before other work has its turn. */
const AT_ONCE = 200;
const EXAMPLES = 10;

const SQL = {
  open: 'SELECT count(*) AS count FROM case_ WHERE is_open = 1',
  sorts: 'SELECT DISTINCT service_code AS serviceCode, kind, channel FROM case_ WHERE is_open = 1',
  next: `SELECT c.case_key AS caseKey, d.document AS document FROM case_ c JOIN case_document d USING (case_key)
    WHERE c.is_open = 1 AND c.case_key > :after AND c.service_code || ' ' || c.kind || ' ' || c.channel IN (SELECT value FROM json_each(:sorts))
    ORDER BY c.case_key LIMIT ${AT_ONCE}`,
} as const;

interface Sort {
  readonly serviceCode: string;
  readonly kind: CaseKind;
  readonly channel: Channel;
}

/**
 * Compares each open case under the rules as they are and as they would be, both as if it were received under them: its own
 * promise stays what it is. Cases that fall under the same rule with the same calendar either way are not looked at.
 */
export async function previewDueDates(db: ReadDb, rules: { readonly before: RuleBook; readonly after: RuleBook }, asOf: UtcMs): Promise<DueDateEffect> {
  const openCases = db.query<object, { count: number }>(SQL.open).get({})?.count ?? 0;
  const sorts = db.query<object, Sort>(SQL.sorts).all({}).filter((sort) => isRuledOtherwise(sort, rules));
  const moved: MovedDate[] = [];
  for await (const current of casesOfSorts(db, sorts)) moved.push(...movedDates(current, rules, asOf));
  const shifts = moved.map((date) => shiftOf(date));
  return {
    openCases,
    moved: moved.length,
    earlier: shifts.filter((shift) => shift < 0).length,
    later: shifts.filter((shift) => shift > 0).length,
    examples: moved.toSorted((one, other) => Math.abs(shiftOf(other)) - Math.abs(shiftOf(one))).slice(0, EXAMPLES),
  };
}

function isRuledOtherwise(sort: Sort, { before, after }: { readonly before: RuleBook; readonly after: RuleBook }): boolean {
  const rulesOf = (book: RuleBook): string => {
    const { policy, calendar } = policyFor(book, sort);
    return canonicalJson([policy.acknowledge, policy.respond, policy.resolve, calendar, book.holdPauses]);
  };
  return rulesOf(before) !== rulesOf(after);
}

async function* casesOfSorts(db: ReadDb, sorts: readonly Sort[]): AsyncGenerator<Case> {
  const wanted = JSON.stringify(sorts.map(({ serviceCode, kind, channel }) => `${serviceCode} ${kind} ${channel}`));
  for (let after = 0; sorts.length > 0; ) {
    const rows = db.query<object, { caseKey: number; document: string }>(SQL.next).all({ after, sorts: wanted });
    for (const { document } of rows) yield JSON.parse(document) as Case; // safe: written by writeCase
    const last = rows.at(-1);
    if (!last) return;
    after = last.caseKey;
    await breathe();
  }
}

function movedDates(current: Case, { before, after }: { readonly before: RuleBook; readonly after: RuleBook }, asOf: UtcMs): readonly MovedDate[] {
  const question = dueQuestionAt(current, asOf);
  const [then, next]: readonly [DueMoments, DueMoments] = [dueMoments(question, before, asOf), dueMoments(question, after, asOf)];
  const { id: caseId, trackingNumber } = current;
  return CLOCKS.filter((clock) => then[clock] !== next[clock]).map((clock) => ({ caseId, trackingNumber, clock, from: then[clock], to: next[clock] }));
}

/** Milliseconds; a promise that is gone moves to the end of time, a new one comes from there. */
function shiftOf({ from, to }: MovedDate): number {
  return (to ?? Number.MAX_SAFE_INTEGER) - (from ?? Number.MAX_SAFE_INTEGER);
}
