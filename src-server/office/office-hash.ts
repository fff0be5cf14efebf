import type { OfficeCommand } from '../../src-shared/office/commands/index.ts';
import type { OfficeFact } from '../../src-shared/office/office-fact.ts';
import { canonicalJson } from '../../src-shared/util/canonical-json.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { sha256Hex } from '../util/sha256.ts';

/** One accepted office command in the history that proves itself. */
export interface OfficeEntry {
  /** Of the office it led to; the entries of a city count from 1 without a gap. */
  readonly version: number;
  /** When the server took it. */
  readonly at: UtcMs;
  readonly command: OfficeCommand;
  readonly fact: OfficeFact;
}

/** The link of one entry in the office's chain: SHA-256 over the link before it and everything the entry says. The first follows `GENESIS_HASH`. */
export function officeHash(previousHash: string, entry: OfficeEntry): string {
  return sha256Hex(`${previousHash}\n${canonicalJson(entry)}`);
}
