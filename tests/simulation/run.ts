/** npm run simulate: see HELP. */
import { parseArgs } from 'node:util';
import { startTestCluster } from '../../src-server/testing/fresh-database.ts';
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

function readWanted(): Wanted | string {
  try {
    const { values } = parseArgs({
      options: { seeds: { type: 'string' }, steps: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean' } },
    });
    if (values.help) return HELP;
    const wanted = { seeds: Number(values.seeds ?? 20), steps: Number(values.steps ?? 200), first: Number(values.seed ?? 1) };
    if (Object.values(wanted).every((value) => Number.isInteger(value) && value >= 0)) return wanted;
  } catch {
    // An unknown option: the sentence below says what is known.
  }
  process.exitCode = WRONG_ARGUMENTS;
  return `--seeds, --steps and --seed take whole numbers.\n\n${HELP}`;
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

const wanted = readWanted();
if (typeof wanted === 'string') process.stdout.write(wanted);
else await run(wanted);
