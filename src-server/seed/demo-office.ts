import { z } from 'zod';
import { OFFICE_COMMAND_VERSIONS } from '../../src-shared/office/commands/index.ts';
import { SuggestionSubject } from '../../src-shared/office/suggestion.ts';
import { TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { must } from '../../src-shared/util/assert.ts';
import { Code, StaffId, type StationId } from '../../src-shared/util/ids.ts';
import { fromWallTime, toWallTime } from '../../src-shared/util/moment.ts';
import { DAY_MS, HOUR_MS, type UtcMs, utcMs } from '../../src-shared/util/time.ts';
import { carryOut, type OfficeDeps } from '../office/carry-out.ts';
import { CaseAt, demoId, HoursAgo } from './demo-case.ts';
import { demoCaseId } from './demo-commands.ts';

const given = { by: StaffId, hoursAgo: HoursAgo };

/** Whole days on; or the next time the city's clocks show `at`, with at least two hours to go. */
const Until = z.union([z.strictObject({ days: z.number().positive() }), z.strictObject({ at: z.string() })]);

/** `resources/demo-office.json`: what the demo city's office keeps beside its cases. */
export const DemoOffice = z.strictObject({
  bulletins: z.array(
    z.strictObject({ ...given, title: z.string(), text: z.string(), serviceCodes: z.array(Code), placeWords: z.array(z.string()), case: CaseAt.nullable(), until: Until }),
  ),
  delegations: z.array(z.strictObject({ ...given, fromStaffId: StaffId, toStaffId: StaffId, until: Until, note: z.string() })),
  events: z.array(z.strictObject({ ...given, name: z.string(), daysAgo: z.int().min(0), place: z.string(), neighborhoodCode: Code.nullable(), endedHoursAgo: HoursAgo.optional() })),
  guidesRead: z.array(z.strictObject({ ...given, guideCode: Code, version: z.int().positive() })),
  suggestions: z.array(z.strictObject({ ...given, about: SuggestionSubject, text: z.string() })),
});
export type DemoOffice = z.infer<typeof DemoOffice>;

interface OfficeSetting {
  readonly station: StationId;
  readonly loadedAt: UtcMs;
  readonly timeZone: string;
}

interface Given {
  readonly id: string;
  readonly type: string;
  readonly by: string;
  readonly hoursAgo: number;
  readonly args: unknown;
}

/** Gives the office commands of the demo city, once: loaded again after an interruption, those that were carried out are answered as before. */
export async function loadDemoOffice(deps: OfficeDeps, office: DemoOffice, setting: OfficeSetting): Promise<void> {
  const { station, loadedAt } = setting;
  for (const { id, type, by: userId, hoursAgo, args } of [...plainCommands(office, setting), ...(await bulletinCommands(deps, office, setting))]) {
    const command = { uid: demoId(id), type, v: OFFICE_COMMAND_VERSIONS.get(type) ?? 1, args, userId, station, madeAt: Math.round(loadedAt - hoursAgo * HOUR_MS) };
    const { outcome, code, detail } = await carryOut(deps, command, station);
    if (outcome !== 'accepted') throw new Error(`demo office: ${id} was ${outcome} (${code} ${JSON.stringify(detail)})`);
  }
}

function plainCommands({ delegations, events, guidesRead, suggestions }: DemoOffice, setting: OfficeSetting): readonly Given[] {
  const { loadedAt } = setting;
  return [
    ...events.flatMap((event, at) => eventCommands(event, at, setting)),
    ...delegations.map(({ by, hoursAgo, until, ...args }, at): Given => ({ id: `delegation ${at}`, type: 'office.delegate', by, hoursAgo, args: { ...args, from: loadedAt - Math.round(hoursAgo * HOUR_MS), until: endOf(until, setting) } })),
    ...guidesRead.map(({ by, hoursAgo, ...args }, at): Given => ({ id: `guide read ${at}`, type: 'office.readGuide', by, hoursAgo, args })),
    ...suggestions.map(({ by, hoursAgo, ...args }, at): Given => ({ id: `suggestion ${at}`, type: 'office.suggest', by, hoursAgo, args })),
  ];
}

function eventCommands({ by, hoursAgo, daysAgo, endedHoursAgo, ...args }: DemoOffice['events'][number], at: number, { loadedAt, timeZone }: OfficeSetting): readonly Given[] {
  const date = toWallTime(utcMs(loadedAt - daysAgo * DAY_MS), timeZone).slice(0, 10);
  const added: Given = { id: `event ${at}`, type: 'office.addEvent', by, hoursAgo, args: { ...args, date } };
  if (endedHoursAgo === undefined) return [added];
  return [added, { id: `end of event ${at}`, type: 'office.endEvent', by, hoursAgo: endedHoursAgo, args: { eventId: demoId(`event ${at}`) } }];
}

async function bulletinCommands(deps: OfficeDeps, { bulletins }: DemoOffice, setting: OfficeSetting): Promise<readonly Given[]> {
  return Promise.all(
    bulletins.map(async ({ by, hoursAgo, case: at, until, ...words }, index): Promise<Given> => {
      const trackingNumber = at === null ? null : await numberOfCase(deps, at);
      return { id: `bulletin ${index}`, type: 'office.postBulletin', by, hoursAgo, args: { ...words, trackingNumber, from: setting.loadedAt - Math.round(hoursAgo * HOUR_MS), until: endOf(until, setting) } };
    }),
  );
}

async function numberOfCase({ pool }: OfficeDeps, index: number): Promise<TrackingNumber> {
  const { rows } = await pool.query<{ number: string }>(`SELECT document->>'trackingNumber' AS number FROM case_ WHERE id = $1`, [demoCaseId(index)]);
  return TrackingNumber.parse(must(rows[0], `the demo city has a case ${index}`).number);
}

const LEAST_MS = 2 * HOUR_MS;

function endOf(until: z.infer<typeof Until>, { loadedAt, timeZone }: OfficeSetting): UtcMs {
  if ('days' in until) return utcMs(loadedAt + until.days * DAY_MS);
  const onDay = (from: number): UtcMs => must(fromWallTime(`${toWallTime(utcMs(from), timeZone).slice(0, 10)}T${until.at}`, timeZone), `${until.at} is a time of day`);
  const today = onDay(loadedAt);
  return today - loadedAt >= LEAST_MS ? today : onDay(loadedAt + DAY_MS);
}
