import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { GENESIS_HASH } from '../../src-shared/protocol/outbox-hash.ts';
import { findCaseIdByNumber } from '../cases/case-queries.ts';
import { soundnessProblem } from '../db/backup.ts';
import { readSyncState } from '../sync/sync-state.ts';
import { openDesk, STATION } from '../testing/desk.ts';
import { chainHash, commandsAfter } from './outbox-queries.ts';

const CHILD = fileURLToPath(new URL('../testing/take-cases.ts', import.meta.url));
const ROUNDS = 50;

/** Lets a process take cases, kills it with SIGKILL right after it has shown `shown` numbers; all it showed, in order. */
async function takeAndKill(recordsFile: string, shown: number): Promise<readonly string[]> {
  const child: ChildProcessByStdio<null, Readable, null> = spawn(process.execPath, [CHILD, recordsFile], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    if (text.split('\n').length > shown) child.kill('SIGKILL');
  });
  await once(child, 'close');
  expect(child.signalCode).toBe('SIGKILL');
  return text.split('\n').slice(0, -1);
}

it(`loses no number that was shown and gives none out twice, killed ${ROUNDS} times`, async () => {
  const desk = openDesk(30); // the leased numbers run out on the way, so both kinds are killed
  try {
    const shown: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) shown.push(...(await takeAndKill(desk.path, 1 + (round % 3))));
    expect(shown.length).toBeGreaterThanOrEqual(ROUNDS);
    expect(new Set(shown).size).toBe(shown.length);
    for (const number of shown) expect(findCaseIdByNumber(desk.db, number), number).not.toBeNull();

    const rows = commandsAfter(desk.db, STATION, 0, 1_000_000);
    let hash = GENESIS_HASH;
    for (const [index, row] of rows.entries()) {
      expect(row.seq).toBe(index + 1);
      hash = chainHash(hash, row.seq, row.command);
      expect(row.hash).toBe(hash);
    }
    expect(readSyncState(desk.db).lastHash).toBe(hash);
    expect(soundnessProblem(desk.path)).toBeNull();
  } finally {
    desk.close();
  }
}, 180_000);
