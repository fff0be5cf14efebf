import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { happen } from './actions/index.ts';
import { findBroken } from './invariants/index.ts';
import { simulate } from './simulate.ts';
import { Story } from './story/event.ts';
import { useCluster } from './use-cluster.ts';
import { TYPED_WORDS } from './words.ts';
import { createWorld, type World } from './world.ts';

const cluster = useCluster();
const FOLDER = new URL('kept-stories/', import.meta.url);
const Kept = z.object({ seed: z.int(), story: Story });

/** Shrunk stories of seeds that failed once (`npm run simulate -- --keep FILE`), each named for what went wrong. */
it.each(readdirSync(FOLDER).map((file) => [file.replace('.json', '').replaceAll('-', ' '), file] as const))('%s', async (_name, file) => {
  const { seed, story } = Kept.parse(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')));
  const report = await simulate({ cluster: cluster(), seed, story });
  expect(report.broken, report.told.join('\n')).toEqual([]);
});

const round = (id: number) => ({ do: 'round' as const, id, minutes: 1, station: 0, faults: [], meanwhile: [], stop: null, serverStop: null });
const command = (id: number) => ({ do: 'command' as const, id, minutes: 1, station: 0, salt: id, stop: null });

async function inWorld(work: (world: World) => Promise<void>): Promise<void> {
  const world = await createWorld({ cluster: cluster(), seed: 1, bug: null, words: TYPED_WORDS, isMixed: false, tell: () => undefined });
  try {
    await work(world);
    expect(await findBroken(await world.look('step'), null)).toEqual([]);
    expect(await findBroken(await world.look('end'), new Set(['I9']))).toEqual([]);
  } finally {
    await world.dispose();
  }
}

it('an outbox that lost its first row: the rounds end, and the rest gets through', async () => {
  await inWorld(async (world) => {
    await happen(world, round(0));
    for (let id = 1; id <= 6; id += 1) await happen(world, command(id));
    const { raw } = world.desk(0).station.db();
    const lost = raw.prepare<[], string>('DELETE FROM outbox WHERE seq = 1 RETURNING case_id').pluck().get();
    raw.prepare('DELETE FROM case_ WHERE case_id = ?').run(lost);
    raw.prepare('DELETE FROM shadow WHERE case_id = ?').run(lost);
    for (let id = 10; id < 15; id += 1) await happen(world, round(id));
    expect(raw.prepare(`SELECT count(*) FROM outbox WHERE state IN ('queued', 'sent')`).pluck().get()).toBe(0);
  });
});
