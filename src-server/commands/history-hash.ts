import type { Command } from '../../src-shared/commands/index.ts';
import type { Fact } from '../../src-shared/domain/fact.ts';
import { canonicalJson } from '../../src-shared/util/canonical-json.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { sha256Hex } from '../util/sha256.ts';

/** One accepted command in the history that proves itself. */
export interface HistoryEntry {
  readonly station: string;
  readonly seq: number;
  /** When the server took it. */
  readonly at: UtcMs;
  readonly command: Command;
  readonly facts: readonly Fact[];
}

/**
 * The link of one entry in its case's chain: SHA-256 over the link before it and everything the entry says.
 *
 * One chain per case, not one for all: entries of different cases are written at the same time. The first link of a case
 * follows `GENESIS_HASH`.
 */
export function historyHash(previousHash: string, entry: HistoryEntry): string {
  return sha256Hex(`${previousHash}\n${canonicalJson(entry)}`);
}
