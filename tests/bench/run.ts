/** npm run bench: see HELP. Every figure is divided by a limit measured in the same run, on the same machine. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchBootstrap } from './bench-bootstrap.ts';
import { benchCosts } from './bench-costs.ts';
import { benchPlaces } from './bench-places.ts';
import { benchDesk } from './bench-desk.ts';
import { benchFeed } from './bench-feed.ts';
import { benchRecords } from './bench-records.ts';
import { benchReplicas } from './bench-replicas.ts';
import { benchStorm } from './bench-storm.ts';
import { benchStormOfMany } from './bench-storm-of-many.ts';
import { benchSync } from './bench-sync.ts';
import { benchWindow } from './bench-window.ts';
import { asJson, inShort, movements, recordRows, RECORDED, report } from './report.ts';
import { wrongArguments } from '../wrong-arguments.ts';
import type { BenchRow } from './measure.ts';

interface Wanted {
  readonly cases: number;
  readonly commands: number;
  readonly groups: readonly Group[];
  readonly isWholeDay: boolean;
  readonly record: boolean;
}

type Bench = (wanted: Wanted, tell: (line: string) => void) => Promise<readonly BenchRow[]>;

/** In the order they are run. */
const GROUPS = {
  desk: (wanted, tell) => benchDesk(records(wanted, tell), wanted.cases),
  sync: (wanted, tell) => benchSync(wanted.commands, tell),
  bootstrap: (wanted, tell) => benchBootstrap(wanted.cases, tell),
  storm: (_wanted, tell) => benchStorm(tell),
  many: (_wanted, tell) => benchStormOfMany(tell),
  feed: (_wanted, tell) => benchFeed(tell),
  replicas: (_wanted, tell) => benchReplicas(tell),
  costs: (_wanted, tell) => benchCosts(tell),
  places: (_wanted, tell) => benchPlaces(tell),
  window: (wanted, tell) => benchWindow(records(wanted, tell), wanted),
} satisfies Record<string, Bench>;
type Group = keyof typeof GROUPS;

const NAMES = Object.keys(GROUPS) as Group[]; // safe: the keys of GROUPS
const WORK_FOLDER = '.data/bench';
const WRONG_ARGUMENTS = 2;

const HELP = `npm run bench -- [--only NAMES] [--cases N] [--commands N] [--whole-day] [--no-window] [--record]

Measures Portreeve against what the machine could do at best, and says what moved since the figures were last recorded.

  --only NAMES   only some of ${NAMES.join(', ')}; several with commas between
  --cases N      cases on the workstation's disk (default 100000; the first run of a size fills a file, which is kept)
  --commands N   commands of an outage for push and pull (default 10000)
  --whole-day    plays all eight hours for memory (default: a quarter of them, with every step)
  --no-window    leaves out the rows that need real Electron
  --record       keeps the figures in ${RECORDED}; those of rows that were not run stay
`;

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

function records({ cases }: Wanted, say: (line: string) => void): string {
  say(`  records with ${cases} cases`);
  return benchRecords(WORK_FOLDER, cases, say);
}

async function bench(wanted: Wanted): Promise<void> {
  const rows: BenchRow[] = [];
  for (const name of wanted.groups) {
    tell(name);
    const done = await GROUPS[name](wanted, tell);
    for (const row of done) tell(`  ${inShort(row)}`);
    rows.push(...done);
  }
  process.stdout.write(`${report(rows)}\n`);
  mkdirSync(WORK_FOLDER, { recursive: true });
  writeFileSync(join(WORK_FOLDER, 'latest.json'), asJson(rows));
  process.stdout.write(`${movements(rows)}\nAs JSON: ${join(WORK_FOLDER, 'latest.json')}\n`);
  if (wanted.record) recordRows(rows);
}

function readWanted(): Wanted | null {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, cases: { type: 'string' }, commands: { type: 'string' }, 'whole-day': { type: 'boolean' }, 'no-window': { type: 'boolean' }, record: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) return null;
  const only = values.only?.split(',') ?? NAMES;
  const unknown = only.find((name) => !NAMES.some((known) => known === name));
  if (unknown !== undefined) throw new Error(`--only takes ${NAMES.join(', ')}, not ${unknown === '' ? 'nothing' : unknown}.`);
  const wanted = { cases: Number(values.cases ?? 100_000), commands: Number(values.commands ?? 10_000), isWholeDay: values['whole-day'] === true, record: values.record === true };
  if (!Number.isInteger(wanted.cases) || !Number.isInteger(wanted.commands) || wanted.cases < 100 || wanted.commands < 1) throw new Error('--cases takes a number from 100, --commands one from 1.');
  return { ...wanted, groups: NAMES.filter((name) => only.includes(name) && !(values['no-window'] && name === 'window')) };
}

let wanted: ReturnType<typeof readWanted> | undefined;
try {
  wanted = readWanted();
} catch (error) {
  process.stderr.write(`${wrongArguments(error)}\n\n${HELP}`);
  process.exitCode = WRONG_ARGUMENTS;
}
if (wanted === null) process.stdout.write(HELP);
else if (wanted) await bench(wanted);
