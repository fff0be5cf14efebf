import { createRandom, type Random } from '../random.ts';
import type { EventKind, Meanwhile, ServerStop, SimEvent, StationStop, WireFault } from './event.ts';

/** How often each kind of event comes, of the sum. */
const WEIGHTS: Record<EventKind, number> = {
  command: 460,
  officeCommand: 80,
  settle: 20,
  round: 370,
  image: 22,
  putBack: 10,
  copyStarts: 5,
  restart: 8,
  cutOff: 9,
  reconnect: 16,
  late: 14,
  diskFills: 6,
  diskFreed: 12,
  numbersGone: 4,
  serverWatches: 16,
  serverRestart: 8,
  serverImage: 12,
  serverRestored: 5,
  serverPutBack: 5,
  serverAnew: 2,
  clock: 12,
  buckets: 14,
  staff: 6,
};

/** Kinds left out of a story, for runs that compare or that look for one thing. */
export type Without = ReadonlySet<EventKind | 'wireFaults' | 'stationStops' | 'serverStops' | 'meanwhile'>;

const FIRST_DESKS = 3;
const BUCKETS = ['dept:STREETS', 'dept:WATER', 'sealed:STREETS', 'sealed:WATER', 'sealed:HR'];
const FAULT_KINDS: readonly WireFault['kind'][] = ['requestLost', 'replyLost', 'deliveredTwice', 'replyCut', 'replyGarbled', 'requestHeld', 'replyHeld', 'readAbandoned'];
/** More exchanges than a round usually has. */
const EXCHANGES = 4;
const STATEMENTS = 90;
const QUERIES = 45;
const COMMITS = 4;

/** Everything that will happen in a run of this seed. It begins with a quiet round of each station. */
export function drawStory(seed: number, steps: number, without: Without = new Set()): readonly SimEvent[] {
  const random = createRandom(seed);
  const beginning = Array.from({ length: FIRST_DESKS }, (_, station) => ({ do: 'round' as const, station, faults: [], meanwhile: [], stop: null, serverStop: null }));
  const events = Array.from({ length: steps }, () => drawEvent(random, without));
  return [...beginning, ...events].map((event, id) => ({ ...event, id, minutes: random.below(10) }));
}

type Drawn = SimEvent extends infer E ? (E extends SimEvent ? Omit<E, 'id' | 'minutes'> : never) : never;

function drawEvent(random: Random, without: Without): Drawn {
  const station = random.below(FIRST_DESKS + (random.chance(0.2) ? 2 : 0));
  const salt = random.below(2 ** 31);
  const kind = drawKind(random, without);
  switch (kind) {
    case 'command':
    case 'officeCommand':
    case 'settle':
      return { do: kind, station, salt, stop: without.has('stationStops') ? null : drawStationStop(random, 0.06) };
    case 'round':
      return drawRound(random, station, without);
    case 'clock':
      return { do: kind, who: random.chance(0.3) ? 'server' : station, days: random.below(13) - 6 };
    case 'buckets': {
      const granted = BUCKETS.filter(() => random.chance(0.3));
      const revoked = [...BUCKETS, 'city'].filter((bucket) => !granted.includes(bucket) && random.chance(bucket === 'city' ? 0.1 : 0.4));
      return { do: kind, station, granted: [...granted, ...(revoked.includes('city') ? [] : ['city'])], revoked };
    }
    case 'staff':
      return { do: kind, salt };
    case 'serverWatches':
    case 'serverRestart':
    case 'serverImage':
    case 'serverRestored':
    case 'serverPutBack':
    case 'serverAnew':
      return { do: kind };
    default:
      return { do: kind, station };
  }
}

function drawKind(random: Random, without: Without): EventKind {
  const kinds = (Object.keys(WEIGHTS) as EventKind[]).filter((kind) => !without.has(kind)); // safe: keys of a Record<EventKind, …>
  let left = random.next() * kinds.reduce((sum, kind) => sum + WEIGHTS[kind], 0);
  return kinds.find((kind) => (left -= WEIGHTS[kind]) < 0) ?? 'command';
}

function drawRound(random: Random, station: number, without: Without): Drawn {
  const faults = Array.from({ length: EXCHANGES }, (_, nth) => ({ nth, kind: random.pick(FAULT_KINDS) })).filter(() => random.chance(0.08));
  const meanwhile = random.chance(0.25) ? [drawMeanwhile(random)] : [];
  const stop = drawStationStop(random, 0.08);
  const serverStop = random.chance(0.1) ? drawServerStop(random) : null;
  return {
    ...{ do: 'round', station },
    faults: without.has('wireFaults') ? [] : faults,
    meanwhile: without.has('meanwhile') ? [] : meanwhile,
    stop: without.has('stationStops') ? null : stop,
    serverStop: without.has('serverStops') ? null : serverStop,
  };
}

function drawMeanwhile(random: Random): Meanwhile {
  const events = Array.from({ length: 1 + random.below(3) }, () => ({
    do: random.chance(0.6) ? ('command' as const) : ('round' as const),
    station: random.below(FIRST_DESKS),
    salt: random.below(2 ** 31),
  }));
  return { nth: random.below(EXCHANGES), when: random.chance(0.5) ? 'reading' : 'before', events };
}

function drawStationStop(random: Random, rate: number): StationStop | null {
  const stop: StationStop = { nth: 1 + random.below(STATEMENTS), how: random.chance(0.75) ? 'killed' : 'diskFull' };
  return random.chance(rate) ? stop : null;
}

function drawServerStop(random: Random): ServerStop {
  const of = random.chance(0.4) ? 'commit' : 'query';
  return {
    nth: 1 + random.below(of === 'commit' ? COMMITS : QUERIES),
    of,
    when: random.chance(0.5) ? 'before' : 'after',
    how: random.chance(0.6) ? 'killed' : 'connectionLost',
  };
}
