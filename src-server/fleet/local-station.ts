import { generateKeyPairSync } from 'node:crypto';
import type { Command } from '../../src-shared/commands/index.ts';
import { chainText } from '../../src-shared/protocol/outbox-hash.ts';
import { type CommandResult, MAX_PUSH_COMMANDS, PushRequest } from '../../src-shared/protocol/push.ts';
import type { TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import type { StationId } from '../../src-shared/util/ids.ts';
import { inTransaction } from '../db/transaction.ts';
import type { NumberLeases } from '../numbers/leases.ts';
import { push, type PushDeps } from '../sync/push.ts';
import { sha256Hex } from '../util/sha256.ts';
import { enrolStation } from './enrol-station.ts';

export type LocalStationDeps = PushDeps & { readonly numbers: NumberLeases };

/** A station inside the server: its commands take exactly the way those of a workstation take, only without HTTP. */
export interface LocalStation {
  readonly id: StationId;
  leaseNumbers(count: number): Promise<readonly TrackingNumber[]>;
  /** Carries out commands in order, 200 to a transaction; one result for each. One caller at a time. */
  submit(commands: readonly Command[]): Promise<readonly CommandResult[]>;
}

/**
 * Enrols a station that holds all buckets, with a key nobody keeps: nothing can ever be sent or pulled in its name from
 * outside. `departmentCodes`: whose sealed cases it may touch.
 */
export async function openLocalStation(deps: LocalStationDeps, name: string, departmentCodes: readonly string[]): Promise<LocalStation> {
  const publicKey = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' });
  const buckets = ['city', ...departmentCodes.map((code) => `sealed:${code}`)];
  const { station } = await enrolStation(deps.pool, { name, publicKey, app: 'server', buckets, now: deps.now() });
  return localStation(deps, station);
}

/** One that was opened before. */
export function localStation(deps: LocalStationDeps, station: StationId): LocalStation {
  return {
    id: station,
    leaseNumbers: (count) => inTransaction(deps.pool, {}, (tx) => deps.numbers.lease(tx, station, count, deps.now())),
    async submit(commands) {
      const results: CommandResult[] = [];
      for (let at = 0; at < commands.length; at += MAX_PUSH_COMMANDS) {
        results.push(...(await submitPart(deps, station, commands.slice(at, at + MAX_PUSH_COMMANDS))));
      }
      return results;
    },
  };
}

const POSITION = `SELECT (SELECT epoch FROM sync_clock) AS epoch, last_seq AS seq, encode(last_hash, 'hex') AS hash FROM station WHERE id = $1`;

async function submitPart(deps: LocalStationDeps, station: StationId, commands: readonly Command[]): Promise<readonly CommandResult[]> {
  const { rows } = await deps.pool.query<{ epoch: number; seq: number; hash: string }>(POSITION, [station]);
  const [position] = rows;
  if (position === undefined) throw new Error('the local station has no row');
  const request = PushRequest.parse({
    station,
    epoch: position.epoch,
    prevHash: position.hash,
    commands: chained(position, commands),
  });
  const outcome = await push(deps, request);
  if (!outcome.ok) throw new Error(`two callers used the local station at once (${outcome.conflict.why})`);
  return outcome.reply.results;
}

/** Outbox rows that continue the chain at `position`. */
function chained(position: { readonly seq: number; readonly hash: string }, commands: readonly Command[]) {
  let previous = position.hash;
  return commands.map((command, at) => {
    const seq = position.seq + 1 + at;
    previous = sha256Hex(chainText(previous, seq, command));
    return { seq, hash: previous, command };
  });
}
