/** npm run simulate: see HELP. */
import { parseArgs } from 'node:util';
import { startTestCluster } from '../../src-server/testing/fresh-database.ts';
import { wrongArguments } from '../wrong-arguments.ts';
import { simulate } from './simulate.ts';

const HELP = `npm run simulate -- [--seeds N] [--steps M] [--seed S]

Lives through random work and random faults (lost, doubled and cut messages, killed stations, disks put back, clock jumps,
server restarts) with the real station and server code, and checks that nothing was lost, doubled or shown wrongly.

  --seeds N   how many seeds to run (default 20)
  --steps M   steps in each (default 200)
  --seed S    the first seed (default 1); with --seeds 1 its story is printed when it fails
`;

const WRONG_ARGUMENTS = 2;

interface Wanted {
  readonly seeds: number;
  readonly steps: number;
  readonly first: number;
}

/** Null: only help was asked for. Throws a sentence for arguments that cannot be meant. */
function readWanted(): Wanted | null {
  const { values } = parseArgs({
    options: { seeds: { type: 'string' }, steps: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) return null;
  for (const name of ['seeds', 'steps', 'seed'] as const) {
    const value = values[name];
    if (value !== undefined && !/^\d{1,9}$/.test(value)) throw new Error(`--${name} takes a whole number, not "${value}".`);
  }
  return { seeds: Number(values.seeds ?? 20), steps: Number(values.steps ?? 200), first: Number(values.seed ?? 1) };
}

async function run(wanted: Wanted): Promise<void> {
  const cluster = await startTestCluster();
  let failed = 0;
  try {
    for (let seed = wanted.first; seed < wanted.first + wanted.seeds; seed += 1) {
      const report = await simulate({ cluster: cluster.address, seed, steps: wanted.steps });
      const { commands, refused, kills, disksPutBack, broken } = report;
      process.stdout.write(`seed ${seed}: ${commands} commands, ${refused} refused, ${kills} kills, ${disksPutBack} disks put back: ${broken.length === 0 ? 'all holds' : 'BROKEN'}\n`);
      if (broken.length === 0) continue;
      failed += 1;
      process.stdout.write(`${broken.slice(0, 20).join('\n')}\n`);
      if (wanted.seeds === 1) process.stdout.write(`\nThe story:\n${report.story.join('\n')}\n`);
    }
  } finally {
    await cluster.stop();
  }
  process.stdout.write(`${wanted.seeds - failed} of ${wanted.seeds} seeds hold. To see a story: npm run simulate -- --seeds 1 --steps ${wanted.steps} --seed S\n`);
  process.exitCode = failed > 0 ? 1 : 0;
}

let wanted: Wanted | null | undefined;
try {
  wanted = readWanted();
} catch (error) {
  process.stderr.write(`${wrongArguments(error)}\n\n${HELP}`);
  process.exitCode = WRONG_ARGUMENTS;
}
if (wanted === null) process.stdout.write(HELP);
else if (wanted) await run(wanted);
