import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import { Command, COMMAND_VERSIONS } from '../../src-shared/commands/index.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { decide } from '../../src-shared/domain/decide.ts';
import { lateNow, runningClocks } from '../../src-shared/domain/lateness.ts';
import { endedLateness } from '../../src-shared/overdue/promises.ts';
import { BOARD_SORTS, BOARD_TABS, type BoardPageRequest, type BoardQuestion, type BoardRow } from '../../src-shared/protocol/data-rpc/overdue-views.ts';
import { arbitraryCommand, CASE_ID, seeing } from '../../src-shared/testing/arbitrary-commands.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { StaffId } from '../../src-shared/util/ids.ts';
import { DAY_MS, HOUR_MS, type UtcMs, utcMs } from '../../src-shared/util/time.ts';
import { writeCase } from '../cases/write-case.ts';
import { type Desk, NOW, openDesk } from '../testing/desk.ts';
import { departmentName } from '../../src-shared/catalogue/lookup.ts';
import { boardPage } from './ask-board.ts';
import { boardCounts } from './board-queries.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => {
  desk.close();
});

const SMALL_CITY_SOON_MS = DAY_MS;
const DEPARTMENTS = [null, 'STREETS', 'WATER', 'HR'] as const;

function whole(question: BoardQuestion, now: UtcMs, limit = 200): BoardRow[] {
  const rows: BoardRow[] = [];
  for (let after: string | null = null; ; ) {
    const page: ReturnType<typeof boardPage> = boardPage(desk.db, { ...question, after, limit } satisfies BoardPageRequest, now);
    rows.push(...page.rows);
    if (page.next === null) return rows;
    after = page.next;
  }
}

/** A case that random commands have made, or null when none opened it. */
function madeBy(commands: readonly Command[], n: number): Case | null {
  const caseId = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  return commands
    .toSorted((a, b) => a.madeAt - b.madeAt)
    .reduce<Case | null>((current, given) => {
      const command = Command.parse({ ...(current ? seeing(given, current) : given), caseId });
      const decision = decide(current, command, { catalogue: SMALL_CITY, actor: findStaff(SMALL_CITY, command.userId) ?? null });
      return decision.ok ? decision.next : current;
    }, null);
}

const BEGIN = 1_790_000_000_000;
const OF_PROMISES: ReadonlySet<string> = new Set(['case.addTask', 'case.assignTask', 'case.finishTask', 'case.transfer', 'case.assign', 'case.hold', 'case.resume', 'case.close', 'case.reopen', 'case.logContact']);

const PLAIN = { kind: 'inquiry', complaintAbout: null, isSealed: false, misconduct: null, source: null, serviceCode: 'QUESTION', receivedAt: BEGIN, departmentCode: null, assigneeId: null, answeredNow: null };

/** Opened at one moment, and worked on within three weeks by somebody who may: most of it is carried out. */
const opening = arbitraryCommand
  .filter(({ type }) => type === 'case.open')
  .map((command) => Command.parse({ ...command, userId: 'agent', madeAt: BEGIN, args: { ...command.args, ...PLAIN } }));
const working = fc.oneof(
  arbitraryCommand.filter(({ type }) => OF_PROMISES.has(type)),
  fc.record({ uid: fc.uuid({ version: 4 }), madeAt: fc.nat(), departmentCode: fc.constantFrom('WATER', 'HR'), withinBusinessDays: fc.constantFrom(1, 3, null) }).map(aTask),
).map((command) => ({ ...command, userId: StaffId.parse('agent'), madeAt: utcMs(BEGIN + (command.madeAt % (20 * DAY_MS))) }));
const histories = fc.array(fc.tuple(opening, fc.array(working, { maxLength: 12 })), { minLength: 1, maxLength: 6 });
const questions = fc.record({ departmentCode: fc.constantFrom(...DEPARTMENTS), tab: fc.constantFrom(...BOARD_TABS), sort: fc.constantFrom(...BOARD_SORTS) });

/** Another department's share of the work. */
function aTask({ uid, madeAt, departmentCode, withinBusinessDays }: { readonly uid: string; readonly madeAt: number; readonly departmentCode: string; readonly withinBusinessDays: number | null }): Command {
  const args = { taskId: uid, title: 'Dig', departmentCode, assigneeId: null, after: null, withinBusinessDays };
  return Command.parse({ uid, caseId: CASE_ID, type: 'case.addTask', v: COMMAND_VERSIONS.get('case.addTask'), args, userId: 'agent', station: 'st-000000000001', madeAt });
}

/** Moments at which something may be otherwise than just before, and some between. */
function momentsOf(cases: readonly Case[]): readonly number[] {
  const turns = cases.flatMap((current) => [...runningClocks(current).map(({ lateFrom }) => lateFrom), ...endedLateness(current).map(({ endedAt }) => endedAt)]);
  return [BEGIN + 5 * DAY_MS, BEGIN + 25 * DAY_MS, ...turns.flatMap((at) => [at - 1, at, at + 1, at - SMALL_CITY_SOON_MS, at + 30 * DAY_MS])];
}

describe('the board', () => {
  it('holds exactly the cases whose documents say so, for every department, tab, order and page size', () => {
    fc.assert(
      fc.property(histories, fc.nat(), questions, fc.integer({ min: 1, max: 4 }), (made, moment, question, limit) => {
        const { tab, departmentCode, sort } = question;
        const cases = made.flatMap(([first, rest], n) => madeBy([first, ...rest], n) ?? []);
        const moments = momentsOf(cases);
        const now = utcMs(moments[moment % moments.length] ?? BEGIN);
        desk.db.transaction(() => {
          desk.db.exec('DELETE FROM case_');
          for (const current of cases) writeCase(desk.db, current, 'confirmed');
        });
        // Nobody is signed in, so nothing sealed is seen.
        const expected = cases.filter((current) => !current.isSealed && belongs(current, { tab, departmentCode, now })).map(({ id }) => id);
        const rows = whole(question, now, limit);
        expect(rows.map(({ caseId }) => caseId).toSorted()).toEqual(expected.toSorted());
        expect(rows).toEqual(whole(question, now));
        const counts = boardCounts(desk.db, question, now);
        expect(counts[tab]).toBe(rows.length);
        if (tab === 'overdue') expect(counts.unassigned).toBe(rows.filter(({ entry }) => entry.assigneeId === null).length);
        const departments = rows.map(({ entry }) => departmentName(SMALL_CITY, entry.departmentCode));
        if (sort === 'department' && tab !== 'wasOverdue') expect(departments).toEqual(departments.toSorted((one, other) => one.localeCompare(other)));
        if (sort === 'promise' && tab !== 'wasOverdue') for (const [clock, count] of Object.entries(counts.groups)) expect(rows.filter(({ entry }) => entry.clock === clock)).toHaveLength(count);
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});

/** The same once more from the document alone. */
function belongs(current: Case, { tab, departmentCode, now }: { readonly tab: string; readonly departmentCode: string | null; readonly now: UtcMs }): boolean {
  const isTheirs = (one: { readonly departmentCode: string }): boolean => departmentCode === null || one.departmentCode === departmentCode;
  if (tab === 'overdue') return lateNow(current, now).some(isTheirs);
  if (tab === 'wasOverdue') return endedLateness(current).some((late) => isTheirs(late) && late.endedAt <= now && late.endedAt > now - 30 * DAY_MS && isShown(current, late, departmentCode));
  const running = runningClocks(current).filter(isTheirs);
  return running.every(({ lateFrom }) => lateFrom >= now) && running.some(({ lateFrom }) => lateFrom - SMALL_CITY_SOON_MS <= now);
}

/** The last of a case, or of its department there, is the one that counts. */
function isShown(current: Case, late: ReturnType<typeof endedLateness>[number], departmentCode: string | null): boolean {
  return endedLateness(current).find((one) => departmentCode === null || one.departmentCode === departmentCode)?.endedAt === late.endedAt;
}

describe('the indexes of the board', () => {
  it.each([
    ['case_promise_first', `SELECT p.case_key FROM case_promise p WHERE p.is_first = 1 AND p.late_from < 1 ORDER BY p.late_from, p.case_key LIMIT 100`],
    ['case_promise_there', `SELECT p.case_key FROM case_promise p WHERE p.department_code = 'WATER' AND p.is_first_there = 1 AND p.late_from < 1 ORDER BY p.late_from, p.case_key LIMIT 100`],
    ['case_was_late_last', `SELECT w.case_key FROM case_was_late w WHERE w.is_last = 1 AND w.ended_at > 1 AND w.ended_at <= 2 ORDER BY w.ended_at DESC, w.case_key DESC LIMIT 100`],
    ['case_promise_not_stated', `SELECT DISTINCT c.case_id FROM case_promise p JOIN case_ c USING (case_key) WHERE p.is_stated = 0 AND p.late_from IS NOT NULL AND p.late_from < 1 LIMIT 200`],
    ['case_due', `SELECT c.case_id FROM case_ c WHERE c.due_at < 1 ORDER BY c.due_at ASC, c.case_key ASC LIMIT 100`],
    ['case_by_progress', `SELECT c.case_id FROM case_ c WHERE c.next_progress_by < 1`],
    ['case_open_by_due', `SELECT c.case_id FROM case_ c WHERE c.state <> 'closed' ORDER BY ifnull(c.due_at, 9007199254740991) ASC, c.case_key ASC LIMIT 100`],
  ])('%s is walked, and nothing is sorted', (index, sql) => {
    const plan = desk.db.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]; // safe: EXPLAIN's own columns
    const text = plan.map((step) => step.detail).join('; ');
    expect(text).toContain(`INDEX ${index}`);
    expect(text).not.toContain('TEMP B-TREE FOR ORDER BY');
  });
});

describe('a line of the board', () => {
  const question = { tab: 'overdue', departmentCode: null, sort: 'age' } as const;
  /** Friday 13 November 2026, 16:00 in New York: 72 hours end on Monday 16:00, two business days on Tuesday 17:00. */
  const FRIDAY = Date.UTC(2026, 10, 13, 21);
  const open = (): Case => {
    const args = { ...OPEN, receivedAt: FRIDAY };
    const command = Command.parse({ uid: '00000000-0000-4000-9000-000000000001', caseId: '00000000-0000-4000-8000-000000000001', type: 'case.open', v: COMMAND_VERSIONS.get('case.open'), userId: 'agent', station: 'st-000000000001', madeAt: FRIDAY, args });
    const decision = decide(null, command, { catalogue: SMALL_CITY, actor: findStaff(SMALL_CITY, 'agent') ?? null });
    if (!decision.ok) throw new Error(decision.reason);
    return decision.next;
  };
  const OPEN = {
    ...{ kind: 'inquiry', nature: 'information', channel: 'phone', serviceCode: 'QUESTION', description: 'Large hole', location: null, requester: null, onBehalfOf: null, answers: {} },
    ...{ isMajorRepair: false, trackingNumber: '1234560001', pin: '0417', departmentCode: null, assigneeId: null, isSealed: false, source: null, answeredNow: null },
  };

  it('says what was promised, why it is over, and how late it is in working time', () => {
    writeCase(desk.db, { ...open() }, 'confirmed');
    const [row] = whole(question, utcMs(FRIDAY + 72 * HOUR_MS + 18 * HOUR_MS));
    expect(row?.entry).toMatchObject({
      promised: 'Answer by Mon 16 Nov 16:00',
      why: '72 hours from receipt (CAS 2.3) ended Mon 16 Nov 16:00',
      howLate: '3 h late', // an hour on Monday, two on Tuesday morning
      assigneeId: null,
      departmentCode: 'STREETS',
      told: [],
      lastContact: null,
    });
    expect(NOW).toBeGreaterThan(FRIDAY);
  });

  it('says of one that is near which limit ends', () => {
    writeCase(desk.db, open(), 'confirmed');
    const [row] = whole({ ...question, tab: 'dueSoon' }, utcMs(FRIDAY + 66 * HOUR_MS));
    expect(row?.entry).toMatchObject({ why: '72 hours from receipt (CAS 2.3) end Mon 16 Nov 16:00', howLate: 'due in 6 h' });
  });
});
