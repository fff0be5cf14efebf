/** npm run chaos: see HELP. */
import { parseArgs } from 'node:util';
import { refuseOddNumbers, wrongArguments } from '../wrong-arguments.ts';
import { MISHAPS, type MishapName } from './mishaps.ts';
import { storm, type StormReport } from './storm.ts';

const HELP = `npm run chaos -- [--rounds N] [--storms K] [--desks D] [--seed S] [--only MISHAP,…] [--verbose] [--keep]

Real processes on this computer: a server with its PostgreSQL, workstations without windows, a spoiling proxy between them. They
live through rounds of work and mishap (kill -9 of anything, power cuts, partitions, cut answers, wrong clocks, copied and
restored disks and servers); then everything is healed, every number that was given out is looked up at every workstation, and
every typed word searched for.

  --rounds N     rounds in each storm (default 100)
  --storms K     how many storms, each with the next seed (default 3)
  --desks D      workstations in each (default 6)
  --seed S       the first seed (default 1)
  --only LIST    only these mishaps, by comma: ${MISHAPS.join(', ')}
  --verbose      tell everything as it happens; else the story is printed when a storm fails
  --keep         leave the folders of a storm that fails, and say where
`;

const WRONG_ARGUMENTS = 2;
const INTERRUPTED = 130;
const MOST_SHOWN = 40;

interface Wanted {
  readonly rounds: number;
  readonly storms: number;
  readonly desks: number;
  readonly first: number;
  readonly only: readonly MishapName[] | null;
  readonly isVerbose: boolean;
  readonly isKept: boolean;
}

/** Null: only help was asked for. Throws a sentence for arguments that cannot be meant. */
function readWanted(): Wanted | null {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({ options: { rounds: text, storms: text, desks: text, seed: text, only: text, verbose: flag, keep: flag, help: flag } });
  if (values.help) return null;
  refuseOddNumbers(values, ['rounds', 'storms', 'desks', 'seed']);
  return {
    rounds: Number(values.rounds ?? 100),
    storms: Number(values.storms ?? 3),
    desks: Math.max(1, Number(values.desks ?? 6)),
    first: Number(values.seed ?? 1),
    only: values.only === undefined ? null : readMishaps(values.only),
    isVerbose: values.verbose,
    isKept: values.keep,
  };
}

function readMishaps(list: string): readonly MishapName[] {
  return list.split(',').map((typed) => {
    const found = MISHAPS.find((name) => name === typed.trim());
    if (!found) throw new Error(`--only knows no mishap "${typed}".`);
    return found;
  });
}

async function run(wanted: Wanted): Promise<void> {
  let failed = 0;
  for (let seed = wanted.first; seed < wanted.first + wanted.storms; seed += 1) {
    const tell = (line: string): void => void (wanted.isVerbose && process.stdout.write(`${line}\n`));
    const startedAt = performance.now();
    const report = await storm({ ...wanted, seed, keep: wanted.isKept, tell });
    process.stdout.write(`${summary(report, Math.round((performance.now() - startedAt) / 1000))}\n`);
    if (report.wrong.length === 0) continue;
    failed += 1;
    if (!wanted.isVerbose) process.stdout.write(`\nThe story of seed ${seed}:\n${report.story.join('\n')}\n\n`);
    process.stdout.write(`${report.wrong.slice(0, MOST_SHOWN).join('\n')}\n`);
    if (report.keptIn !== null) process.stdout.write(`Its folders are kept in ${report.keptIn}\n`);
  }
  process.stdout.write(`${wanted.storms - failed} of ${wanted.storms} storms left everything as it must be. One again: npm run chaos -- --storms 1 --rounds ${wanted.rounds} --desks ${wanted.desks} --seed S\n`);
  process.exitCode = failed > 0 ? 1 : 0;
}

function summary(report: StormReport, seconds: number): string {
  const { seed, rounds, carriedOut, gone, wrong } = report;
  const list = (counts: ReadonlyMap<string, number>): string => [...counts].map(([name, count]) => `${name} ${count}`).join(', ');
  const verdict = wrong.length === 0 ? 'all found' : `${wrong.length} THINGS WRONG`;
  return `seed ${seed}: ${rounds} rounds, ${carriedOut} orders (${gone} gone with the only disk that had them), ${seconds} s: ${verdict}\n  mishaps: ${list(report.mishaps)}\n  spoilt: ${list(report.faults)}`;
}

let wanted: Wanted | null | undefined;
try {
  wanted = readWanted();
} catch (error) {
  process.stderr.write(`${wrongArguments(error)}\n\n${HELP}`);
  process.exitCode = WRONG_ARGUMENTS;
}
// What was started is on a leash: it ends when this process does.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(INTERRUPTED));
if (wanted === null) process.stdout.write(HELP);
else if (wanted) await run(wanted);
