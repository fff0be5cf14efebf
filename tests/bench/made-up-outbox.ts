/** A station's outbox in memory: made-up cases as they go over the wire, chained as the server wants them. */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { Command } from '../../src-shared/commands/index.ts';
import { chainText, GENESIS_HASH } from '../../src-shared/protocol/outbox-hash.ts';
import type { PushedCommand } from '../../src-shared/protocol/push.ts';
import { createRandom } from '../simulation/random.ts';
import { openCommand } from './made-up-cases.ts';
import { deskOf } from './station.ts';

export interface MadeUpOutbox {
  readonly rows: readonly z.infer<typeof PushedCommand>[];
  /** Takes case `index` under a leased number; its id. */
  take(index: number, trackingNumber: string): string;
  /** Rows after `seq`, at most `count`, and the hash they follow. */
  after(seq: number, count: number): { readonly prevHash: string; readonly commands: z.infer<typeof PushedCommand>[] };
  hashAt(seq: number): string | null;
}

export function madeUpOutbox(station: string, catalogue: Catalogue): MadeUpOutbox {
  const rows: z.infer<typeof PushedCommand>[] = [];
  const { actor, service } = deskOf(catalogue);
  const hashAt = (seq: number): string | null => (seq === 0 ? GENESIS_HASH : (rows[seq - 1]?.hash ?? null));
  return {
    rows,
    hashAt,
    take(index, trackingNumber) {
      const random = createRandom(index + 1);
      const made = openCommand(random, index, Date.now() - 60_000);
      const args = { ...made.args, trackingNumber, serviceCode: service.code, answers: {} };
      const command = Command.parse({ ...made, args, station, userId: actor.id, madeAt: Date.now() });
      const seq = rows.length + 1;
      rows.push({ seq, hash: createHash('sha256').update(chainText(hashAt(seq - 1) ?? '', seq, command)).digest('hex'), command });
      return command.caseId;
    },
    after: (seq, count) => ({ prevHash: hashAt(seq) ?? '', commands: rows.slice(seq, seq + count) }),
  };
}
