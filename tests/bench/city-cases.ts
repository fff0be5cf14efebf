/**
 * The records of the demo city after ten years, case by case: services, channels, hours, places, names and times to closing are as
 * uneven as in `city-shape.ts`. Case `index` of `count` is always the same one; the first are the oldest.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Catalogue, type Service } from '../../src-shared/catalogue/catalogue.ts';
import { Command } from '../../src-shared/commands/index.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { decide } from '../../src-shared/domain/decide.ts';
import { trackingNumberFromPayload } from '../../src-shared/tracking-number/tracking-number.ts';
import { must } from '../../src-shared/util/assert.ts';
import { DAY_MS, HOUR_MS } from '../../src-shared/util/time.ts';
import { createRandom, type Random } from '../simulation/random.ts';
import {
  CHANNEL_SHARES,
  CLOSED_WITHIN_DAYS,
  CREW_NOTES,
  FIRST_NAMES,
  HOUR_SHARES,
  LAST_NAMES,
  PERCENT_WITHOUT_PLACE,
  SAID,
  SERVICE_SHARES,
  type Shares,
  STREET_SHARES,
  WEEKDAY_SHARES,
} from './city-shape.ts';

export const BENCH_CITY = Catalogue.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../resources/demo-city.json'), 'utf8')));

/** The moment the records stand at: a Wednesday morning. */
export const BENCH_NOW = 1_795_012_200_000;
const YEARS_MS = 3_650 * DAY_MS;
/** New York without its summer time: near enough for shares. */
const CITY_OFFSET_MS = 5 * HOUR_MS;
/** People for a million cases; some call often. */
const PEOPLE_PER_CASE = 0.6;

/** What somebody types to find one of them: the first letters, several words, a name, digits, tokens. */
export const CITY_SEARCHES = ['p', 'po', 'pot', 'potho', 'pothole redwood', 'nunez', 'sewer odor aft', '0142', 'garcia', 'redwood av', 'hay un olor', 'featherstone'];

/** What heads and clerks filter by, among open, closed and all cases. */
export const CITY_FILTERS = [
  'dept:water', 'overdue', 'dept:water overdue received:>2026-10-01 "redwood avenue"', 'assignee:me', 'service:pothole', 'service:pothole channel:letter', 'state:onhold', 'channel:phone kind:complaint',
  '-is:sealed', 'received:2019', 'received:>2026-10-01', 'received:2019 dept:parks', 'closed:yesterday', 'due:<today', 'hood:beachside', 'hood:beachside service:graffiti received:2023', 'pothole dept:streets',
  'pothole channel:letter', 'citizen:nunez', 'citizen:nunez place:redwood', 'is:late dept:police', 'unassigned', '-channel:web,phone', 'is:answered channel:text', 'garcia overdue', 'unassigned overdue dept:water',
];

export function cityCase(index: number, count: number): Case {
  const random = createRandom(index + 1);
  const receivedAt = momentOf(random, BENCH_NOW - (1 - index / count) * YEARS_MS);
  const wanted = pickShare(random, SERVICE_SHARES);
  const service = must(BENCH_CITY.services.find(({ code }) => code === wanted), 'shares name services of the demo city');
  let current = judge(null, openingOf(random, { index, count, receivedAt, service }));
  const closedAt = receivedAt + daysToClosing(random) * DAY_MS;
  const lastAt = Math.min(closedAt, BENCH_NOW);
  if (random.chance(0.6)) current = work(current, random, { type: 'case.logContact', v: 1, args: { method: 'phone', direction: 'toCitizen', outcome: 'reached', person: '', text: `${random.pick(CREW_NOTES)}, ${random.pick(SAID)}.` } }, between(random, receivedAt, Math.min(lastAt, receivedAt + 6 * DAY_MS)));
  if (random.chance(0.35)) current = work(current, random, { type: 'case.addProgressNote', v: 1, args: { text: `${random.pick(CREW_NOTES)}: ${random.pick(SAID)}.` } }, between(random, receivedAt, lastAt));
  if (closedAt > BENCH_NOW) return random.chance(0.12) ? work(current, random, { type: 'case.hold', v: 1, args: { reasonCode: random.pick(['CITIZEN', 'PARTS', 'WEATHER', 'AGENCY']), note: '', until: null } }, lastAt) : current;
  if (current.kind === 'complaint' && current.acknowledgedAt === null) current = work(current, random, { type: 'case.acknowledge', v: 1, args: { method: 'phone', text: '' } }, lastAt);
  return work(current, random, { type: 'case.close', v: 1, args: { disposition: random.pick(['RESOLVED', 'RESOLVED', 'RESOLVED', 'INFORMATION-GIVEN', 'NOT-FOUND', 'REFERRED', 'NO-ACTION']), closingNote: `${random.pick(CREW_NOTES)}. ${random.pick(SAID)}.`, completionDate: null } }, lastAt);
}

/** The call that comes next, after all of them. */
export function nextCall(random: Random, index: number): Command {
  const wanted = pickShare(random, SERVICE_SHARES);
  const service = must(BENCH_CITY.services.find(({ code }) => code === wanted), 'shares name services of the demo city');
  return openingOf(random, { index, count: 100_000, receivedAt: BENCH_NOW, service });
}

interface Opening {
  readonly index: number;
  readonly count: number;
  readonly receivedAt: number;
  readonly service: Service;
}

function openingOf(random: Random, { index, count, receivedAt, service }: Opening): Command {
  const channel = pickShare(random, CHANNEL_SHARES);
  const staff = BENCH_CITY.staff.filter(({ departmentCodes }) => departmentCodes.includes(service.departmentCode));
  const args = {
    kind: service.kind,
    nature: service.nature,
    channel,
    serviceCode: service.code,
    description: `${service.name}: ${Array.from({ length: 1 + random.below(4) }, () => random.pick(SAID)).join(', ')}.`,
    location: service.needsLocation || random.below(100) >= PERCENT_WITHOUT_PLACE ? placeOf(random) : null,
    requester: channel === 'web' && random.chance(0.3) ? null : personOf(random, count),
    onBehalfOf: null,
    answers: Object.fromEntries(service.questions.map(({ code, type, choices }) => [code, type === 'choice' ? random.pick(choices) : type === 'yesNo' ? random.pick(['yes', 'no']) : random.pick(SAID)])),
    receivedAt,
    isMajorRepair: false,
    trackingNumber: trackingNumberFromPayload(100_000_000 + index),
    pin: '0417',
    departmentCode: null,
    assigneeId: staff.length > 0 && random.chance(0.7) ? random.pick(staff).id : null,
    isSealed: false,
    source: null,
    answeredNow: null,
  };
  return Command.parse({ uid: random.uuid(), caseId: random.uuid(), type: 'case.open', v: 2, args, ...author(receivedAt) });
}

function personOf(random: Random, count: number) {
  // The square brings the same people back: a few call often, most once.
  const one = Math.floor(random.next() ** 1.5 * count * PEOPLE_PER_CASE);
  const own = createRandom(one + 7);
  const name = `${own.pick(FIRST_NAMES)} ${own.pick(LAST_NAMES)}`;
  const phone = `(561) ${200 + (Math.floor(one / 10_000) % 700)}-${String((one * 7_919) % 10_000).padStart(4, '0')}`;
  const email = own.chance(0.4) ? `${name.normalize('NFD').replaceAll(/[^A-Za-z]/g, '').toLowerCase()}${one % 1_000}@example.com` : '';
  return { name, phone, email, address: '', language: own.pick(['en', 'en', 'en', 'es'] as const), preference: email ? 'email' : own.pick(['phone', 'phone', 'text', 'none'] as const), needs: '' };
}

function placeOf(random: Random) {
  const street = pickShare(random, STREET_SHARES);
  const at = createRandom(street.length * 7_001 + street.charCodeAt(0) * 131 + street.charCodeAt(1));
  const number = 100 + random.below(240) * 10;
  const along = (number - 1_300) / 60_000;
  const point = { latitude: 26.5 + at.next() * 0.09 + along, longitude: -80.08 + at.next() * 0.06 };
  return { text: `${number} ${street}`, unit: random.chance(0.16) ? `Apt ${1 + random.below(40)}` : '', point: random.chance(0.9) ? point : null };
}

/** The same day or a little later, at an hour and on a day of the week that callers like. */
function momentOf(random: Random, near: number): number {
  const day = Math.floor((near - CITY_OFFSET_MS) / DAY_MS);
  const shift = [0, 1, 2].find((days) => random.next() * 1_700 < must(WEEKDAY_SHARES[(day + days + 3) % 7], 'seven days')) ?? 0;
  const hour = pickShare(random, HOUR_SHARES.map((share, at) => [at, share] as const));
  const at = (day + shift) * DAY_MS + hour * HOUR_MS + random.below(HOUR_MS) + CITY_OFFSET_MS;
  return at > BENCH_NOW ? BENCH_NOW - random.below(10 * HOUR_MS) : at;
}

function daysToClosing(random: Random): number {
  const percent = random.next() * 100;
  const above = CLOSED_WITHIN_DAYS.findIndex(([upTo]) => upTo >= percent);
  const [[low, fewest], [high, most]] = [must(CLOSED_WITHIN_DAYS[Math.max(0, above - 1)], 'lower'), must(CLOSED_WITHIN_DAYS[Math.max(1, above)], 'upper')];
  return fewest + ((percent - low) / (high - low)) * (most - fewest);
}

function work(current: Case, random: Random, body: { readonly type: string; readonly v: number; readonly args: object }, at: number): Case {
  return judge(current, Command.parse({ uid: random.uuid(), caseId: current.id, ...body, ...author(at, current.isSealed) }));
}

function judge(current: Case | null, command: Command): Case {
  const actor = BENCH_CITY.staff.find(({ id }) => id === command.userId) ?? null;
  const decision = decide(current, command, { catalogue: BENCH_CITY, actor });
  if (!decision.ok) throw new Error(`made-up case refused: ${decision.reason} (${command.type})`);
  return decision.next;
}

/** Sealed cases are HR's. */
const author = (at: number, isSealed = false) => ({ userId: isSealed ? 'n.abrams' : 'l.tran', station: 'bench', madeAt: Math.round(at) });
const between = (random: Random, from: number, to: number): number => from + random.next() * Math.max(0, to - from);

const sums = new WeakMap<object, number>();
function pickShare<Value>(random: Random, shares: Shares<Value>): Value {
  const sum = sums.get(shares) ?? shares.reduce((all, [, share]) => all + share, 0);
  sums.set(shares, sum);
  let left = random.next() * sum;
  for (const [value, share] of shares) {
    left -= share;
    if (left < 0) return value;
  }
  return must(shares.at(-1), 'shares of something')[0];
}
