import type { Command } from '../commands/index.ts';
import { canonicalJson } from '../util/canonical-json.ts';

/** The hash before a station's first command: 64 zeros. */
export const GENESIS_HASH = '0'.repeat(64);

/**
 * The text whose SHA-256 (lower-case hex) is a command's link in its station's outbox chain.
 *
 * The chain shows that two copies of one disk have gone different ways: sync stops them instead of losing commands.
 */
export function chainText(previousHash: string, seq: number, command: Command): string {
  return `${previousHash}\n${canonicalJson({ seq, command })}`;
}
