import type { Command } from '../../src-shared/commands/index.ts';
import { chainText, GENESIS_HASH } from '../../src-shared/protocol/outbox-hash.ts';
import type { PushConflict, PushRequest } from '../../src-shared/protocol/push.ts';
import type { OpenedPush } from './text-key.ts';
import { sha256Hex } from '../util/sha256.ts';

type Pushed = OpenedPush;

/** Where the server's copy of a station's outbox ends. */
export interface StationPosition {
  readonly epoch: number;
  readonly lastSeq: number;
  readonly lastHash: string;
}

/** How a push fits the server's copy of the same outbox. */
export type Comparison =
  | { readonly kind: 'fits'; readonly repeated: readonly number[]; readonly fresh: readonly Pushed[] }
  | { readonly kind: 'conflict'; readonly conflict: PushConflict }
  | { readonly kind: 'malformed'; readonly where: string };

/**
 * Compares a push with what the server holds of its station.
 *
 * `stored` has the hashes of the rows from the one before the push's first command up to the last one stored. A push fits
 * when it continues the stored chain, with or without repeating its end. Otherwise the two histories have parted (`fork`),
 * something is missing between them (`gap`), or the server has begun a new life (`epoch`).
 */
export function compareOutbox(request: Omit<PushRequest, 'commands'> & { readonly commands: readonly Pushed[] }, position: StationPosition, stored: ReadonlyMap<number, string>): Comparison {
  const conflict = (why: PushConflict['why']): Comparison => ({
    kind: 'conflict',
    conflict: { why, epoch: position.epoch, seq: position.lastSeq, hash: position.lastHash },
  });
  const { commands, prevHash } = request;
  if (request.epoch !== position.epoch) return conflict('epoch');
  const [first] = commands;
  if (first === undefined) return { kind: 'fits', repeated: [], fresh: [] };
  const gapAt = commands.findIndex((command, at) => command.seq !== first.seq + at);
  if (gapAt >= 0) return { kind: 'malformed', where: `commands.${gapAt}.seq: not the one after the command before it` };
  if (first.seq > position.lastSeq + 1) return conflict('gap');
  if (prevHash !== hashBefore(first.seq, position, stored)) return conflict('fork');
  const repeated = commands.filter((command) => command.seq <= position.lastSeq);
  if (repeated.some((command) => command.hash !== stored.get(command.seq))) return conflict('fork');
  const fresh = commands.slice(repeated.length);
  const brokenAt = firstBrokenLink(position.lastHash, fresh);
  if (brokenAt !== null) return { kind: 'malformed', where: `commands.${repeated.length + brokenAt}.hash: does not fit the command` };
  return { kind: 'fits', repeated: repeated.map((command) => command.seq), fresh: fresh.map((pushed) => inItsName(pushed, request.station)) };
}

/** The station's own row knows the last hash, also when results so old are not kept any more. */
function hashBefore(seq: number, position: StationPosition, stored: ReadonlyMap<number, string>): string | undefined {
  if (seq === 1) return GENESIS_HASH;
  return seq === position.lastSeq + 1 ? position.lastHash : stored.get(seq - 1);
}

/** Index of the first command whose hash is not that of its content after the one before it. */
function firstBrokenLink(lastHash: string, fresh: readonly Pushed[]): number | null {
  let previous = lastHash;
  for (const [at, { seq, hash, command, asSent, isUnread }] of fresh.entries()) {
    // The chain is over what was given, readable or not; `chainText` writes any JSON value. A text sealed for another database fits nothing any more.
    const fits = (given: unknown): boolean => sha256Hex(chainText(previous, seq, given as Command)) === hash;
    if (!isUnread && !fits(command) && (asSent === undefined || !fits(asSent))) return at;
    previous = hash;
  }
  return null;
}

/** A sealed text names the workstation by the id it had when the text was sealed; it may have taken another since. */
function inItsName({ asSent, ...pushed }: Pushed, station: string): Pushed {
  return asSent === undefined || typeof pushed.command !== 'object' ? pushed : { ...pushed, command: { ...pushed.command, station } };
}
