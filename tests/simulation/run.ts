/** npm run simulate: see HELP. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type ClusterAddress, startTestCluster } from '../../src-server/testing/fresh-database.ts';
import { refuseOddNumbers, wrongArguments } from '../wrong-arguments.ts';
import { INVARIANTS } from './invariants/index.ts';
import { dropFreeDatabases } from './server/own-database.ts';
import { type Tried, tellFailure, trySeed } from './try-seed.ts';
import { wordsOfFolder } from './words.ts';
import type { Counts } from './world.ts';

const HELP = `npm run simulate -- [--seeds N] [--steps M] [--seed S] [--minutes T] [--words FOLDER] [--keep FILE]

Lives through random work and random faults with the real workstation code on real SQLite and the real server code on real
PostgreSQL, under one clock and one source of randomness, and checks after every step that nothing was lost, doubled or shown
wrongly. The same seed is the same story. A seed that fails is shrunk, and the short story is told.

  --seeds N       how many seeds to run (default 20)
  --steps M       events in each (default 200)
  --seed S        the first seed (default 1)
  --minutes T     stop after so many minutes, whatever is left
  --words FOLDER  what people type: every cell of every CSV file there (default: the lines of fixtures/typed-words.txt)
  --keep FILE     the shrunk story of the last failing seed as JSON, to become a named test in kept-stories/

What happens: commands; rounds whose requests and answers are lost, doubled, held up, cut, garbled, read slowly or abandoned;
two windows; a station killed or out of room at any statement, the server killed or cut from its database before or after any
query and any commit; disks put back, copied and full; computers cut off and started again; the server restored with a new epoch,
put back without a word, set up anew; clocks that jump by days; buckets granted and revoked; staff who leave and change.

What is checked:
${INVARIANTS.map(({ id, says }) => `  ${id.padEnd(4)}${says}`).join('\n')}
  I16 mixed versions end in the same record (tests/simulation/mixed-versions.pg.test.ts)
`;

const WRONG_ARGUMENTS = 2;
const SHRINK_TRIES = 80;
const MINUTE_MS = 60_000;

interface Wanted {
  readonly seeds: number;
  readonly steps: number;
  readonly first: number;
  readonly minutes: number;
  readonly words: string | null;
  readonly keep: string | null;
}

/** Null: only help was asked for. Throws a sentence for arguments that cannot be meant. */
function readWanted(): Wanted | null {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { seeds: text, steps: text, seed: text, minutes: text, words: text, keep: text, help: { type: 'boolean' } } });
  if (values.help) return null;
  refuseOddNumbers(values, ['seeds', 'steps', 'seed', 'minutes']);
  return {
    seeds: Number(values.seeds ?? 20),
    steps: Number(values.steps ?? 200),
    first: Number(values.seed ?? 1),
    minutes: Number(values.minutes ?? Number.POSITIVE_INFINITY),
    words: values.words ?? null,
    keep: values.keep ?? null,
  };
}

async function run(wanted: Wanted): Promise<void> {
  const cluster = await startTestCluster();
  const startedAt = Date.now();
  let isInterrupted = false; // the seed at hand is finished, and PostgreSQL stopped
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (isInterrupted = true));
  const sums = new Map<string, number>();
  let [done, failed] = [0, 0];
  try {
    for (let seed = wanted.first; seed < wanted.first + wanted.seeds; seed += 1) {
      if (isInterrupted || Date.now() - startedAt > wanted.minutes * MINUTE_MS) break;
      const { report, failing } = await runSeed(cluster.address, seed, wanted);
      done += 1;
      failed += Number(failing !== null);
      for (const [name, count] of Object.entries(report.counts)) sums.set(name, (sums.get(name) ?? 0) + count);
    }
  } finally {
    await dropFreeDatabases(cluster.address);
    await cluster.stop();
  }
  const seconds = Math.round((Date.now() - startedAt) / 1_000);
  say(`\n${done - failed} of ${done} seeds hold; ${wanted.steps} steps each, ${seconds} s. In all: ${inWords(Object.fromEntries(sums) as unknown as Counts)}.`); // safe: the sums of Counts
  const hasWorked = (sums.get('commands') ?? 0) > 0;
  if (!hasWorked && done > 0) say('Nobody could do any work in these runs, so they show nothing.');
  process.exitCode = failed > 0 || !hasWorked ? 1 : 0;
}

async function runSeed(cluster: ClusterAddress, seed: number, { steps, words, keep }: Wanted): Promise<Tried> {
  const tried = await trySeed({ cluster, seed, steps, shrinkTries: SHRINK_TRIES, onBroken: ({ broken }) => say(`seed ${seed} breaks ${broken[0]?.invariant}: ${broken[0]?.what}; looking for the shortest story …`), ...(words === null ? {} : { words: wordsOfFolder(words) }) });
  const { failing, report } = tried;
  say(`seed ${seed}: ${inWords(report.counts)}: ${failing === null ? 'all holds' : 'BROKEN'}`);
  if (failing === null) return tried;
  say(`${tellFailure(failing)}\n\nAgain: npm run simulate -- --seeds 1 --steps ${steps} --seed ${seed}\n`);
  if (keep !== null) writeFileSync(keep, `${JSON.stringify({ seed, story: failing.story }, null, 1)}\n`);
  return tried;
}

function inWords(counts: Counts): string {
  const { commands, officeCommands, refused, exchanges, kills, serverKills, disksPutBack, forks, epochs, restores } = counts;
  return [
    `${commands} commands, ${refused} not accepted, ${officeCommands} for the office, ${exchanges} exchanges`,
    `${kills} stations and ${serverKills} servers killed, ${disksPutBack} disks put back, ${forks} new enrolments`,
    `${restores} servers restored, ${epochs} new epochs taken on`,
  ].join(', ');
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
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
