import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { Catalogue, type Staff } from '../../src-shared/catalogue/catalogue.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { KeptReportReply, MonthlyReportReply } from '../../src-shared/protocol/reports.ts';
import { WHOLE } from '../../src-shared/reports/figure-key.ts';
import { figureIn, type MonthlyReport } from '../../src-shared/reports/monthly-report.ts';
import { ReportMonth } from '../../src-shared/reports/report-month.ts';
import { EVERYBODYS_REPORT } from '../../src-shared/reports/report-scope.ts';
import { oracle } from '../../src-shared/reports/testing/oracle.ts';
import { arbitraryCase, BUSY_CITY } from '../../src-shared/reports/testing/random-histories.ts';
import { toldCase } from '../../src-shared/reports/testing/told-case.ts';
import { trackingNumberFromPayload } from '../../src-shared/tracking-number/tracking-number.ts';
import { must } from '../../src-shared/util/assert.ts';
import { DAY_MS, MINUTE_MS, utcMs } from '../../src-shared/util/time.ts';
import { noteSignIn } from '../auth/signed-in-at.ts';
import { openCatalogues } from '../catalogue/catalogue-store.ts';
import { turn } from '../jobs/scheduled-jobs.ts';
import { putCases } from '../testing/many-cases.ts';
import { useServer } from '../testing/test-server.ts';
import { TestStation } from '../testing/test-station.ts';
import { readKeptMonth } from './kept-reports.ts';
import { makeReport } from './make-report.ts';
import { MONTHLY_REPORT_SCHEDULE, monthlyReportJob } from './monthly-report-job.ts';

const member = (id: string, roles: Staff['roles'], departmentCodes: string[] = []) => ({ ...must(BUSY_CITY.staff[0], 'it has staff'), id, name: id, roles, departmentCodes, email: `${id}@testville.example` });
const city = Catalogue.parse({
  ...BUSY_CITY,
  staff: [...BUSY_CITY.staff.filter(({ id, roles }) => id !== 'water.head' && !roles.some((role) => role === 'cityManager' || role === 'commission')), member('water.head', ['departmentHead'], ['WATER']), member('boss', ['cityManager']), member('clerk', ['commission']), { ...member('gone', ['cityManager']), isActive: false }],
  departments: BUSY_CITY.departments.map((one) => ({ ...one, headStaffId: { STREETS: 'boss', WATER: 'water.head' }[one.code] ?? null })),
  dailyList: { isOn: false, at: '07:00', calendarCode: 'CITY', alsoTo: ['press@testville.example'] },
});
const OCTOBER = ReportMonth.parse('2026-10');
/** Monday 2 November 2026, 07:00 in New York: summer time ended the day before. */
const MORNING = Date.parse('2026-11-02T07:00:00-05:00');
let now = MORNING;
const server = useServer({ catalogue: city, deps: { now: () => utcMs(now) } });
const sample = fc.sample(arbitraryCase(true), { numRuns: 200, seed: 41 });
const cases = sample.filter(({ id, trackingNumber }, at) => !sample.slice(0, at).some((other) => other.id === id || other.trackingNumber === trackingNumber));

beforeEach(async () => {
  now = MORNING;
  const { pool } = server().deps;
  await pool.query('TRUNCATE message_outbox, job_run, monthly_report, case_bucket, case_ CASCADE');
  await putCases(pool, cases);
});

/** What another server of the city would do at that moment. */
async function serverLooks(moment: number): Promise<void> {
  now = moment;
  const deps = { ...server().deps, catalogues: openCatalogues() };
  await turn(deps, [{ ...monthlyReportJob(deps), schedule: MONTHLY_REPORT_SCHEDULE }], new AbortController().signal);
}

interface Mail {
  readonly to: string;
  readonly event: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly csv: string;
  readonly state: string;
}

async function mails(): Promise<readonly Mail[]> {
  const { rows } = await server().deps.pool.query<Omit<Mail, 'csv'> & { base64: string }>(
    `SELECT address AS "to", event_key AS event, subject, text, html, state, attachments->0->>'base64' AS base64 FROM message_outbox ORDER BY event_key, address`,
  );
  return rows.map(({ base64, ...mail }) => ({ ...mail, csv: Buffer.from(base64, 'base64').toString() }));
}

const received = ({ figures }: MonthlyReport): number => figureIn(figures, WHOLE, 'received')?.n ?? 0;
/** 03:30 on 1 November in London. */
const late = (): Case => ({ ...toldCase({ received: '2026-10-31 23:30' }), trackingNumber: trackingNumberFromPayload(555_123_456) });

describe('the finished month (RP-1)', () => {
  test('goes to the City Manager, the Commission and each head, once, however many servers the city has', async () => {
    await serverLooks(MORNING - 1);
    expect(await mails()).toEqual([]);
    await Promise.all([serverLooks(MORNING), serverLooks(MORNING), serverLooks(MORNING)]);
    for (const hours of [1, 24, 24 * 20]) await serverLooks(MORNING + hours * 60 * MINUTE_MS);
    const sent = await mails();
    expect(sent.map(({ to, event }) => `${event} ${to}`)).toEqual([
      'monthlyReport:2026-10 boss@testville.example',
      'monthlyReport:2026-10 clerk@testville.example',
      'monthlyReport:2026-10 press@testville.example',
      'monthlyReport:2026-10/WATER water.head@testville.example',
    ]);
    const { rows } = await server().deps.pool.query<{ kept: number }>('SELECT count(*)::int AS kept FROM monthly_report');
    expect(rows).toEqual([{ kept: 1 }]);
  });

  test('is an accessible page, a file and a link, of the reader’s scope, without a word of a sealed case', async () => {
    await serverLooks(MORNING);
    const [whole, , , water] = await mails();
    expect([whole?.subject, water?.subject]).toEqual(['Monthly report, October 2026: Testville', 'Monthly report, October 2026: WATER']);
    expect(whole?.html).toMatch(/<html lang="en">[\s\S]*<caption>Cases and promises<\/caption><thead><tr><th scope="col">Department<\/th>/);
    expect(whole?.html).toContain('<a href="portreeve://report/2026-10">');
    expect(water?.text).toContain('portreeve://report/2026-10/WATER');
    const lineOf = (csv = ''): string | undefined => csv.split('\r\n').find((line) => line.includes(',All,') && line.includes(',Received,'));
    const counts = (departments: readonly string[] | null): number => oracle(cases, { month: '2026-10', asOf: MORNING, timeZone: 'America/New_York', calendar: must(city.calendars[0], 'one'), mayCount: ({ isSealed }) => !isSealed, departments }).get('received/all')?.n ?? 0;
    expect(lineOf(whole?.csv)).toContain(`,Received,${counts(null)},`);
    expect(lineOf(water?.csv)).toContain(`,Received,${counts(['WATER'])},`);
    expect(counts(['WATER'])).toBeLessThan(counts(null));
    expect(water?.csv).not.toContain('STREETS');
  });

  test('a server that stops between counting and sending: the next sends what was counted, and counts nothing again', async () => {
    const { pool } = server().deps;
    await pool.query(`CREATE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''planted''; END'`);
    await pool.query('CREATE TRIGGER planted BEFORE INSERT ON message_outbox FOR EACH ROW EXECUTE FUNCTION planted()');
    await serverLooks(MORNING);
    await pool.query('DROP TRIGGER planted ON message_outbox');
    expect(await mails()).toEqual([]);
    const counted = must(await readKeptMonth(pool, OCTOBER), 'it was kept before it was to be sent');
    await putCases(pool, [late()]);
    await serverLooks(MORNING + 6 * MINUTE_MS);
    const [whole] = await mails();
    expect(await readKeptMonth(pool, OCTOBER)).toEqual(counted);
    expect(whole?.csv).toContain(`,Received,${received(counted.report)},`);
  });

  test('stands as it was sent; what becomes known later is beside it', async () => {
    await serverLooks(MORNING);
    const { app, deps } = server();
    await putCases(deps.pool, [late()]);
    const station = await TestStation.enrol(app, 'Office');
    for (const staffId of ['boss', 'water.head'] as const) await noteSignIn(deps.pool, { staffId, station: station.id, now: utcMs(now) });
    const ask = async (path: string) => (await station.request('GET', `/reports/v1/${path}`)).json<unknown>();
    now = MORNING + DAY_MS;
    const live = MonthlyReportReply.parse(await ask('monthly?staff=boss&month=2026-10&withoutSealed=yes'));
    const { kept } = KeptReportReply.parse(await ask('kept?staff=boss&month=2026-10'));
    expect([live.keptAt, live.isMailed, received(live.report) - received(must(kept, 'it was kept').report)]).toEqual([MORNING, false, 1]);
    await deps.pool.query(`UPDATE message_outbox SET state = 'sent' WHERE event_key = 'monthlyReport:2026-10' AND address LIKE 'boss%'`);
    expect(MonthlyReportReply.parse(await ask('monthly?staff=boss&month=2026-10')).isMailed).toBe(true);
    const head = MonthlyReportReply.parse(await ask('monthly?staff=water.head&month=2026-10'));
    const heads = KeptReportReply.parse(await ask('kept?staff=water.head&month=2026-10'));
    expect([head.keptAt, heads.kept?.report.scope]).toEqual([MORNING, { kind: 'departments', codes: ['WATER'] }]);
  });

  test('each department’s part is what its own report would be', async () => {
    await serverLooks(MORNING);
    const { pool } = server().deps;
    const kept = must(await readKeptMonth(pool, OCTOBER), 'it was kept');
    for (const { code } of city.departments) {
      const order = { pool, catalogue: city, asOf: utcMs(MORNING), reader: { ...EVERYBODYS_REPORT, scope: { kind: 'departments' as const, codes: [code] } } };
      expect(kept.departments[code]?.report).toEqual(await makeReport(order, OCTOBER));
    }
  });

  test('counts the evening of the 31st by the city’s clock, though it was November elsewhere', async () => {
    await serverLooks(MORNING);
    const before = must(await readKeptMonth(server().deps.pool, OCTOBER), 'it was kept');
    await server().deps.pool.query('TRUNCATE monthly_report, job_run');
    await putCases(server().deps.pool, [late()]);
    await serverLooks(MORNING + 1);
    const after = must(await readKeptMonth(server().deps.pool, OCTOBER), 'it was kept');
    expect(received(after.report) - received(before.report)).toBe(1);
  });

  test('is kept and waits where no mail server has been set, and goes to nobody who has no address', async () => {
    await serverLooks(MORNING);
    expect((await mails()).map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting', 'waiting']);
    await server().deps.pool.query('TRUNCATE message_outbox, job_run');
    const deps = { ...server().deps, catalogues: { ...server().deps.catalogues, newest: async () => Catalogue.parse({ ...city, staff: city.staff.map((one) => ({ ...one, email: '' })) }) } };
    await turn(deps, [{ ...monthlyReportJob(deps), schedule: MONTHLY_REPORT_SCHEDULE }], new AbortController().signal);
    expect((await mails()).map(({ to, state }) => `${to} ${state}`)).toEqual([' suppressed', ' suppressed', 'press@testville.example waiting', ' suppressed']);
  });

  test('there is none of a month before the city’s first case, and none where the city wants none', async () => {
    const june = Date.parse('2026-06-01T07:00:00-04:00');
    await serverLooks(june);
    expect([await mails(), await readKeptMonth(server().deps.pool, ReportMonth.parse('2026-05'))]).toEqual([[], null]);
    expect(MONTHLY_REPORT_SCHEDULE.slotAt(utcMs(MORNING), Catalogue.parse({ ...city, dailyList: { ...city.dailyList, isMonthlyReportSent: false } }))).toBeNull();
  });
});
