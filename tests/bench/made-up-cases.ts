/** Cases in any number, always the same ones: the words and streets of a small city, one call every few minutes. */
import { randomUUID } from 'node:crypto';
import { Command } from '../../src-shared/commands/index.ts';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { decide } from '../../src-shared/domain/decide.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { trackingNumberFromPayload } from '../../src-shared/tracking-number/tracking-number.ts';
import { MINUTE_MS } from '../../src-shared/util/time.ts';
import { createRandom, type Random } from '../simulation/random.ts';

const STREETS = ['Elm', 'Oak', 'Lime', 'Ocean', 'Palm', 'Seacrest', 'Federal', 'Congress', 'Boynton', 'Woolbright', 'Gateway', 'Quantum'];
const KINDS = ['Street', 'Avenue', 'Court', 'Boulevard', 'Lane', 'Drive'];
const THINGS = ['pothole', 'street light', 'water main', 'garbage', 'loose dog', 'graffiti', 'sidewalk', 'storm drain', 'tree', 'noise', 'traffic signal', 'abandoned car'];
const STATES = ['broken', 'leaking', 'blocked', 'missing', 'dangerous', 'overflowing', 'out since Tuesday', 'again', 'near the school', 'behind the church'];
const FIRST = ['Ana', 'José', 'Mary', 'Thanh', 'Luis', 'Grace', 'Ivan', 'Fatima', 'Bo', 'María José', 'Siobhan', 'Dwayne'];
const LAST = ['Núñez', 'Smith', 'Nguyen', 'García-López', 'Johnson', 'Xiong', 'O’Neil', 'Brown', 'Pierre', 'Rodríguez', 'Lee', 'Davis'];

const LAST_RECEIVED = 1_795_000_000_000;

/** What somebody types to find one of them: the first letters, several words, a name, digits. */
export const SEARCHES = ['p', 'po', 'pot', 'potho', 'pothole elm', 'nunez', 'water main lea', '0142', 'garcia', 'oak av'];

/** Case `index` of `count`; the first ones are the oldest, nine in ten are closed. */
export function madeUpCase(index: number, count: number): Case {
  const random = createRandom(index + 1);
  const opened = judge(null, openCommand(random, index, LAST_RECEIVED - (count - index) * 3 * MINUTE_MS));
  if (index > count * 0.97 || random.chance(0.1)) return opened;
  return judge(opened, closeCommand(random, opened));
}

function judge(current: Case | null, command: Command): Case {
  const decision = decide(current, command, { catalogue: SMALL_CITY, actor: findStaff(SMALL_CITY, 'agent') ?? null });
  if (!decision.ok) throw new Error(`made-up case refused: ${decision.reason}`);
  return decision.next;
}

/** The command that opens a made-up case; `caseId` and `uid` are its own. */
export function openCommand(random: Random, index: number, receivedAt: number): Command {
  const name = `${random.pick(FIRST)} ${random.pick(LAST)}`;
  const args = {
    kind: 'serviceRequest',
    nature: 'action',
    channel: random.pick(['phone', 'phone', 'counter', 'letter', 'web']),
    serviceCode: random.pick(['POTHOLE', 'QUESTION']),
    description: `The ${random.pick(THINGS)} is ${random.pick(STATES)}, and the ${random.pick(THINGS)} is ${random.pick(STATES)}. Report ${index}.`,
    location: { text: `${random.below(2_000)} ${random.pick(STREETS)} ${random.pick(KINDS)}`, unit: '', point: { latitude: 26.5 + random.next() / 10, longitude: -80.1 + random.next() / 10 } },
    requester: {
      name,
      phone: `(561) 555-${String(random.below(10_000)).padStart(4, '0')}`,
      email: '',
      address: '',
      language: random.pick(['en', 'en', 'es']),
      preference: 'phone',
      needs: '',
    },
    onBehalfOf: null,
    answers: { SIZE: 'large' },
    receivedAt,
    isMajorRepair: false,
    trackingNumber: trackingNumberFromPayload(100_000_000 + index),
    pin: '0417',
    departmentCode: null,
    assigneeId: null,
    isSealed: false,
    source: null,
    answeredNow: null,
  };
  return Command.parse({ uid: random.uuid(), caseId: random.uuid(), type: 'case.open', v: 2, args, userId: 'agent', station: 'bench', madeAt: receivedAt });
}

function closeCommand(random: Random, current: Case): Command {
  const args = { disposition: 'RESOLVED', closingNote: `Repaired by crew ${random.below(40)}.`, completionDate: null };
  return Command.parse({ uid: randomUUID(), caseId: current.id, type: 'case.close', v: 1, args, userId: 'agent', station: 'bench', madeAt: current.receivedAt + 60 * MINUTE_MS });
}
