import { beforeEach, describe, expect, test } from 'vitest';
import { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { MINUTE_MS, utcMs } from '../../src-shared/util/time.ts';
import { watchClocks } from '../clock-watch/watch-clocks.ts';
import { EVERY_MINUTE } from '../jobs/schedule.ts';
import { type ScheduledJob, turn } from '../jobs/scheduled-jobs.ts';
import { useServer } from '../testing/test-server.ts';
import { openArgs, TestStation } from '../testing/test-station.ts';
import { DAILY_LIST_SCHEDULE, dailyListJob } from './daily-list-job.ts';

const withEmail = SMALL_CITY.staff.map((member) => ({ ...member, email: `${member.id}@testville.example` }));
const boss = { ...withEmail[0], id: 'boss', name: 'boss', roles: ['cityManager'], email: 'boss@testville.example' };
const city = Catalogue.parse({
  ...SMALL_CITY,
  staff: [...withEmail, boss],
  departments: SMALL_CITY.departments.map((one) => ({ ...one, headStaffId: { STREETS: 'streets', WATER: 'water.head', HR: 'hr' }[one.code] ?? null })),
  dailyList: { isOn: true, at: '07:00', calendarCode: 'CITY', alsoTo: ['clerk@commission.example'] },
});
/** Monday 16 November 2026, 10:00 in New York. Answers are due on Wednesday at 17:00. */
const MONDAY = Date.UTC(2026, 10, 16, 15);
/** 07:00 in New York. */
const morning = (day: number) => Date.UTC(2026, 10, day, 12);
let now = MONDAY;
const server = useServer({ catalogue: city, deps: { now: () => utcMs(now) } });

beforeEach(async () => {
  now = MONDAY;
  await server().deps.pool.query('TRUNCATE message_outbox, job_run');
});

const jobs = (): readonly ScheduledJob[] => [
  { ...watchClocks(server().deps), schedule: EVERY_MINUTE },
  { ...dailyListJob(server().deps), schedule: DAILY_LIST_SCHEDULE },
];
const at = async (moment: number) => {
  now = moment;
  await turn(server().deps, jobs(), new AbortController().signal);
};
interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly csv: string;
}
async function mails(): Promise<readonly Mail[]> {
  const { rows } = await server().deps.pool.query<Omit<Mail, 'csv'> & { base64: string }>(
    `SELECT address AS "to", subject, text, html, attachments->0->>'base64' AS base64 FROM message_outbox ORDER BY address`,
  );
  return rows.map(({ base64, ...mail }) => ({ ...mail, csv: Buffer.from(base64, 'base64').toString() }));
}

describe('the daily list (OV-1)', () => {
  test('goes to each director and the City Manager, once each working morning, whatever server does it', async () => {
    const station = await TestStation.enrol(server().app, 'Counter 1');
    const open = async (more: Record<string, unknown>) => station.give('case.open', openArgs(await station.takeNumber(), { receivedAt: now, ...more }), { madeAt: now });
    const streets = await open({ description: 'Large hole', requester: { name: 'Ana Núñez', phone: '555-0142', email: '', address: '', language: 'es', preference: 'none', needs: '' } });
    await open({ serviceCode: 'MAIN_BREAK', location: { text: '=HYPERLINK("x")', unit: '', point: null } });
    await open({ serviceCode: 'MAIN_BREAK', isSealed: true, location: { text: '9 Secret Lane', unit: '', point: null } });
    expect(await station.pushOutcomes()).toEqual(['accepted', 'accepted', 'accepted']);
    await at(morning(18) - 1);
    expect(await mails()).toEqual([]);
    await at(morning(19));
    await Promise.all([1, 2, 3].map(() => at(morning(19) + MINUTE_MS)));
    const list = await mails();
    expect(list.map(({ to }) => to)).toEqual(['boss@testville.example', 'clerk@commission.example', 'hr@testville.example', 'streets@testville.example', 'water.head@testville.example']);
    const of = (name: string) => list.find(({ to }) => to.startsWith(name)) ?? list[0];
    expect(of('streets')?.subject).toBe('Overdue cases: STREETS: 1 overdue · 1 unassigned · oldest 14 h');
    expect(of('hr')?.subject).toBe('Overdue cases: HR: Nothing is overdue.');
    expect(of('streets')?.csv.trim().split('\n')).toHaveLength(2);
    expect(of('boss')?.csv.trim().split('\n')).toHaveLength(4);
    expect(of('clerk')?.csv.trim().split('\n')).toHaveLength(3);
    expect(of('boss')?.csv).toContain(`"'=HYPERLINK(""x"")"`);
    for (const { text, html, csv } of list) expect(`${text}${html}${csv}`).not.toMatch(/Ana|Large hole|Secret/);
    expect(of('streets')?.html).toMatch(/<caption>STREETS: 1 overdue<\/caption>/);
    expect(station.outbox.map(({ command }) => command)).toContainEqual(expect.objectContaining({ caseId: streets.caseId }));
  });

  test('comes on no day of rest and no holiday, and is not made up for on another day', async () => {
    for (const day of [21, 22, 26]) await at(morning(day) + MINUTE_MS); // Saturday, Sunday, Thanksgiving
    expect(await mails()).toEqual([]);
    await at(morning(27) + MINUTE_MS);
    expect(await mails()).toHaveLength(5);
    await at(morning(27) + 60 * MINUTE_MS);
    expect(await mails()).toHaveLength(5);
  });
});
