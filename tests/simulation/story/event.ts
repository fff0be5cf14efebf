/**
 * A story is a list of events, drawn from the seed before anything runs. So it can be run again, shortened and kept.
 *
 * An event carries all the chance it needs (`salt`, faults, where to break), so that leaving another one out does not change
 * what it does, except by what it finds.
 */
import { z } from 'zod';

/** What happens to one exchange of a round; `nth` counts the exchanges of the round from 0. */
export const WireFault = z.object({
  nth: z.int().min(0),
  kind: z.enum(['requestLost', 'replyLost', 'deliveredTwice', 'replyCut', 'replyGarbled', 'requestHeld', 'replyHeld', 'readAbandoned']),
});
export type WireFault = z.infer<typeof WireFault>;

/**
 * Where a program stops: at its nth statement from the beginning of the event. `killed`: nothing after it runs. `diskFull`:
 * the statement throws and the program goes on.
 */
export const StationStop = z.object({ nth: z.int().positive(), how: z.enum(['killed', 'diskFull']) });
export type StationStop = z.infer<typeof StationStop>;

/**
 * The same for the server: at its nth query, or its nth COMMIT, before or after it took effect. `killed`: the server is gone
 * and starts again. `connectionLost`: PostgreSQL is, for this connection; the server lives.
 */
export const ServerStop = z.object({
  nth: z.int().positive(),
  of: z.enum(['query', 'commit']),
  when: z.enum(['before', 'after']),
  how: z.enum(['killed', 'connectionLost']),
});
export type ServerStop = z.infer<typeof ServerStop>;

const station = z.int().min(0);
const salt = z.int().min(0);

/** Somebody gives a command. */
export const CommandEvent = z.object({ do: z.literal('command'), station, salt, stop: StationStop.nullable() });

/** Somebody gives an office command or changes the catalogue. */
export const OfficeCommandEvent = z.object({ do: z.literal('officeCommand'), station, salt, stop: StationStop.nullable() });

/** Somebody signs in and decides about something that needs attention. */
export const SettleEvent = z.object({ do: z.literal('settle'), station, salt, stop: StationStop.nullable() });

/** At the nth exchange of a round (before it, or while its answer is read) other people's work goes on. */
export const Meanwhile = z.object({
  nth: z.int().min(0),
  when: z.enum(['before', 'reading']),
  /** `command`: at this station's other window or at another station; `round`: another station's whole round. */
  events: z.array(z.object({ do: z.enum(['command', 'round']), station, salt })),
});
export type Meanwhile = z.infer<typeof Meanwhile>;

export const RoundEvent = z.object({
  do: z.literal('round'),
  station,
  faults: z.array(WireFault),
  meanwhile: z.array(Meanwhile),
  stop: StationStop.nullable(),
  serverStop: ServerStop.nullable(),
});
export type RoundEvent = z.infer<typeof RoundEvent>;

const OfStation = z.object({
  /**
   * `image`, `putBack`: the disk. `copyStarts`: the last image runs on another computer beside its original. `restart`.
   * `cutOff`, `reconnect`: its network. `late`: what was held up on its way arrives. `diskFills`, `diskFreed`.
   * `numbersGone`: its stock of numbers was given out on paper.
   */
  do: z.enum(['image', 'putBack', 'copyStarts', 'restart', 'cutOff', 'reconnect', 'late', 'diskFills', 'diskFreed', 'numbersGone']),
  station,
});
const OfServer = z.object({
  /** `serverImage`: a copy of its database. `serverRestored`: put back, with a new epoch. `serverPutBack`: put back by copying files, without a word. */
  /** `serverWatches`: it states what the clock has brought. */
  do: z.enum(['serverWatches', 'serverRestart', 'serverImage', 'serverRestored', 'serverPutBack', 'serverAnew']),
});
const ClockEvent = z.object({ do: z.literal('clock'), who: z.union([z.literal('server'), station]), days: z.number() });
const BucketsEvent = z.object({ do: z.literal('buckets'), station, granted: z.array(z.string()), revoked: z.array(z.string()) });
const StaffEvent = z.object({ do: z.literal('staff'), salt });

const Timed = z.object({ id: z.int().min(0), minutes: z.number().min(0) });

export const SimEvent = z
  .discriminatedUnion('do', [CommandEvent, OfficeCommandEvent, SettleEvent, RoundEvent, OfStation, OfServer, ClockEvent, BucketsEvent, StaffEvent])
  .and(Timed);
/** `id`: its place in the story as drawn; `minutes`: how long after the event before. */
export type SimEvent = z.infer<typeof SimEvent>;
export const Story = z.array(SimEvent);
/** What happens to one computer. */
export type StationEvent = z.infer<typeof OfStation> & z.infer<typeof Timed>;
export type EventKind = SimEvent['do'];
export type EventOf<K extends EventKind> = SimEvent & { do: K };
