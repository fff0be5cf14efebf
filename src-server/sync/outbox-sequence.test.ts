import type { Command } from '../../src-shared/commands/index.ts';
import { chainText, GENESIS_HASH } from '../../src-shared/protocol/outbox-hash.ts';
import { PushRequest } from '../../src-shared/protocol/push.ts';
import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../util/sha256.ts';
import { compareOutbox } from './outbox-sequence.ts';

/** A chain of `length` outbox rows; from `partsAt` on their content differs. */
function outbox(length: number, partsAt = Number.POSITIVE_INFINITY) {
  let previous = GENESIS_HASH;
  return Array.from({ length }, (_, at) => {
    const seq = at + 1;
    const command = { note: `${seq}${seq >= partsAt ? ' otherwise' : ''}` };
    previous = sha256Hex(chainText(previous, seq, command as unknown as Command));
    return { seq, hash: previous, command };
  });
}

const server = outbox(5);
const stored = new Map(server.map((row) => [row.seq, row.hash]));
const position = { epoch: 3, lastSeq: 5, lastHash: stored.get(5) ?? '' };

/** Rows `from` to `to` of an outbox, as a push. */
function push(rows: ReturnType<typeof outbox>, from: number, to: number, epoch = 3) {
  const prevHash = rows[from - 2]?.hash ?? GENESIS_HASH;
  return PushRequest.parse({ station: 'st-000000000001', epoch, prevHash, commands: rows.slice(from - 1, to) });
}

describe('compareOutbox', () => {
  const kindAndSeqs = (request: ReturnType<typeof push>) => {
    const comparison = compareOutbox(request, position, stored);
    if (comparison.kind === 'fits') return [comparison.repeated, comparison.fresh.map((command) => command.seq)];
    return comparison.kind === 'conflict' ? comparison.conflict.why : comparison.where;
  };

  test('takes what continues the chain', () => expect(kindAndSeqs(push(outbox(8), 6, 8))).toEqual([[], [6, 7, 8]]));
  test('tells the repeated from the new', () => expect(kindAndSeqs(push(outbox(8), 4, 7))).toEqual([[4, 5], [6, 7]]));
  test('takes a whole repeat, also of the first command', () => expect(kindAndSeqs(push(outbox(8), 1, 5))).toEqual([[1, 2, 3, 4, 5], []]));
  test('takes a push without commands', () => expect(kindAndSeqs(push(outbox(8), 6, 5))).toEqual([[], []]));
  test('gap: a command is missing in between', () => expect(kindAndSeqs(push(outbox(8), 7, 8))).toBe('gap'));
  test('fork: the same numbers, other commands', () => expect(kindAndSeqs(push(outbox(8, 4), 4, 8))).toBe('fork'));
  test('fork: what comes before the first new command differs', () => expect(kindAndSeqs(push(outbox(8, 2), 6, 8))).toBe('fork'));
  test('epoch comes before everything else', () => expect(kindAndSeqs(push(outbox(8, 2), 7, 8, 2))).toBe('epoch'));

  test('a conflict says where the server stands', () => {
    expect(compareOutbox(push(outbox(8), 7, 8), position, stored)).toEqual({
      kind: 'conflict',
      conflict: { why: 'gap', epoch: 3, seq: 5, hash: position.lastHash },
    });
  });

  test('names the command whose hash does not fit its content', () => {
    const rows = outbox(8);
    rows[6]!.command = { note: 'changed on the way' };
    expect(kindAndSeqs(push(rows, 5, 8))).toBe('commands.2.hash: does not fit the command');
  });

  test('names the command that is out of order', () => {
    const rows = outbox(8);
    const request = push(rows, 6, 8);
    request.commands.reverse();
    expect(kindAndSeqs(request)).toBe('commands.1.seq: not the one after the command before it');
  });
});
