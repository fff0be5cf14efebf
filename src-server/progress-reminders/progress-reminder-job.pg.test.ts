import { beforeEach, expect, test } from 'vitest';
import { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { OFFICE_COMMAND_VERSIONS } from '../../src-shared/office/commands/index.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { DAY_MS, MINUTE_MS, utcMs } from '../../src-shared/util/time.ts';
import { turn } from '../jobs/scheduled-jobs.ts';
import { carryOut } from '../office/carry-out.ts';
import { useServer } from '../testing/test-server.ts';
import { openArgs, TestStation } from '../testing/test-station.ts';
import { PROGRESS_REMINDER_SCHEDULE, progressReminderJob } from './progress-reminder-job.ts';

const city = Catalogue.parse({
  ...SMALL_CITY,
  staff: SMALL_CITY.staff.map((member) => ({ ...member, email: `${member.id}@testville.example` })),
  departments: SMALL_CITY.departments.map((one) => ({ ...one, headStaffId: one.code === 'WATER' ? 'water.head' : null })),
  dailyList: { isOn: false, at: '07:00', calendarCode: 'CITY', alsoTo: [] },
});
/** Monday 16 November 2026, 10:00 in New York. */
const MONDAY = Date.UTC(2026, 10, 16, 15);
/** 07:00 in New York. */
const november = (day: number) => Date.UTC(2026, 10, day, 12);
const december = (day: number) => Date.UTC(2026, 11, day, 12);
let now = MONDAY;
const server = useServer({ catalogue: city, deps: { now: () => utcMs(now) } });

beforeEach(async () => {
  now = MONDAY;
  await server().deps.pool.query('TRUNCATE message_outbox, job_run');
});

const at = async (moment: number): Promise<void> => {
  now = moment;
  await turn(server().deps, [{ ...progressReminderJob(server().deps), schedule: PROGRESS_REMINDER_SCHEDULE }], new AbortController().signal);
};
const mails = async () => (await server().deps.pool.query<{ to: string; subject: string; text: string }>('SELECT address AS "to", subject, text FROM message_outbox ORDER BY address')).rows;

test('a report that is due is told to whoever has the case, else to the head, once a morning; a stand-in gets it instead', async () => {
  const station = await TestStation.enrol(server().app, 'Counter 1');
  const open = async (more: Record<string, unknown>) => station.give('case.open', openArgs(await station.takeNumber(), { receivedAt: now, isMajorRepair: true, ...more }), { madeAt: now });
  await open({ description: 'Sea wall of Ana Núñez', departmentCode: 'WATER' });
  await open({ departmentCode: 'STREETS', assigneeId: 'streets' });
  await open({ departmentCode: 'STREETS', assigneeId: 'streets' });
  await open({ departmentCode: 'WATER', isMajorRepair: false });
  expect(await station.pushOutcomes()).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);

  await at(november(17));
  expect(await mails()).toEqual([]);
  await at(december(7));
  await Promise.all([1, 2, 3].map((minute) => at(december(7) + minute * MINUTE_MS)));
  const sent = await mails();
  expect(sent.map(({ to, subject }) => [to, subject])).toEqual([
    ['streets@testville.example', '2 progress reports are due'],
    ['water.head@testville.example', '1 progress report is due'],
  ]);
  expect(sent.map(({ text }) => text).join('\n')).not.toMatch(/Ana|Sea wall/);

  const away = { fromStaffId: 'streets', toStaffId: 'agent', from: now, until: now + 10 * DAY_MS, note: '' };
  const command = { uid: '00000000-0000-4000-8000-0000000000aa', type: 'office.delegate', v: OFFICE_COMMAND_VERSIONS.get('office.delegate') ?? 1, args: away, userId: 'streets', station: 'st-000000000009', madeAt: now };
  expect(await carryOut(server().deps, command, 'st-000000000009')).toMatchObject({ outcome: 'accepted' });
  await server().deps.pool.query('TRUNCATE message_outbox');
  await at(december(8));
  expect((await mails()).map(({ to }) => to)).toEqual(['agent@testville.example', 'water.head@testville.example']);
});
