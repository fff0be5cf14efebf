import type { z } from 'zod';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { RuleBook } from '../../src-shared/catalogue/time-rules.ts';
import type { CommandResult, PushedCommand } from '../../src-shared/protocol/push.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { Connection } from '../db/pool.ts';
import type { NumberLeases } from '../numbers/leases.ts';
import { type Deferral, judgeBatch, resultOf } from './judge-batch.ts';
import { loadBatch } from './load-known.ts';
import { readCommand } from './read-command.ts';
import { writeOutcomes } from './write-outcomes.ts';

/** The next commands of one station, none of which was seen before. */
export interface FreshBatch {
  readonly station: string;
  readonly catalogue: Catalogue;
  /** All the city has had. */
  readonly ruleBooks: readonly RuleBook[];
  /** For those of its numbers that turn out to be on another slip. */
  readonly leases: NumberLeases;
  readonly commands: readonly z.infer<typeof PushedCommand>[];
  readonly deferral: Deferral;
  readonly at: UtcMs;
}

export interface AppliedBatch {
  readonly rev: number;
  readonly results: readonly CommandResult[];
  /** How long the clock was held, until just before the commit. */
  readonly heldMs: number;
}

/** Carries out a batch in the caller's transaction, which must hold the station's row: read, lock, judge, write. */
export async function applyBatch(tx: Connection, batch: FreshBatch): Promise<AppliedBatch> {
  const { station, at } = batch;
  const reads = batch.commands.map(readCommand);
  const { known, historyHashes } = await loadBatch(tx, batch, reads);
  const outcomes = judgeBatch(reads, { ...known, deferredCases: batch.deferral.cases }, batch.deferral);
  const { rev, heldMs } = await writeOutcomes(tx, { station, catalogue: batch.catalogue, outcomes, historyHashes, at });
  return { rev, heldMs, results: outcomes.map(resultOf) };
}
