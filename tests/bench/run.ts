/** npm run bench: see HELP. Every figure is divided by a limit measured in the same run, on the same machine. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchDesk } from './bench-desk.ts';
import { benchRecords } from './bench-records.ts';
import { benchSync } from './bench-sync.ts';
import { benchWindow } from './bench-window.ts';
import { wrongArguments } from '../wrong-arguments.ts';
import type { BenchRow } from './measure.ts';

const HELP = `npm run bench -- [--cases N] [--commands N] [--no-window] [--record]

Measures Portreeve against what the machine could do at best, and says what moved since the figures were last recorded.

  --cases N      cases on the workstation's disk (default 100000; the first run of a size fills a file, which is kept)
  --commands N   commands of an outage for push and pull (default 10000)
  --no-window    leaves out the rows that need real Electron
  --record       writes tests/bench/recorded.json
`;

const RECORDED = 'tests/bench/recorded.json';
const WORK_FOLDER = '.data/bench';
const WRONG_ARGUMENTS = 2;
/** Smaller movements are this machine breathing. */
const NOTABLE_CHANGE = 0.25;

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

async function bench(wanted: { readonly cases: number; readonly commands: number; readonly window: boolean; readonly record: boolean }): Promise<void> {
  tell(`filling records with ${wanted.cases} cases`);
  const records = benchRecords(WORK_FOLDER, wanted.cases, tell);
  tell('desk');
  const rows: BenchRow[] = [...(await benchDesk(records, wanted.cases))];
  tell('sync');
  rows.push(...(await benchSync(wanted.commands, tell)));
  if (wanted.window) {
    tell('window');
    rows.push(...(await benchWindow(records, wanted.cases)));
  }
  process.stdout.write(`${table(rows)}\n`);
  mkdirSync(WORK_FOLDER, { recursive: true });
  const json = `${JSON.stringify({ measuredAt: new Date().toISOString(), rows }, null, 2)}\n`;
  writeFileSync(join(WORK_FOLDER, 'latest.json'), json);
  process.stdout.write(`${movements(rows)}\nAs JSON: ${join(WORK_FOLDER, 'latest.json')}\n`);
  if (wanted.record) writeFileSync(RECORDED, json);
}

function table(rows: readonly BenchRow[]): string {
  const cells = rows.map((row) => [
    row.measure,
    row.work,
    figure(row.p50, row.unit),
    figure(row.p95, row.unit),
    `${row.limit}: ${figure(row.limitValue, row.unit)}`,
    `${row.ratio.toFixed(2)}x`,
    row.goal === null ? '' : `≤ ${row.goal}x${row.ratio > row.goal ? ' missed' : ''}`,
  ]);
  const lines = [['measure', 'work', 'p50', 'p95', 'limit', 'ratio', 'goal'], ...cells];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
}

function figure(value: number, unit: string): string {
  return `${value >= 100 ? value.toFixed(0) : value.toPrecision(3)} ${unit}`;
}

function movements(rows: readonly BenchRow[]): string {
  if (!existsSync(RECORDED)) return 'No figures recorded yet.';
  const { rows: before } = JSON.parse(readFileSync(RECORDED, 'utf8')) as { rows: readonly BenchRow[] };
  const moved = rows.flatMap((row) => {
    const old = before.find((other) => other.measure === row.measure && other.work === row.work);
    if (!old) return [`new: ${row.measure}`];
    const change = row.ratio / old.ratio - 1;
    if (Math.abs(change) < NOTABLE_CHANGE) return [];
    return [`${change > 0 ? 'slower' : 'faster'}: ${row.measure}: ratio ${old.ratio.toFixed(2)} → ${row.ratio.toFixed(2)}`];
  });
  return moved.length === 0 ? 'Nothing moved since the figures were last recorded.' : moved.join('\n');
}

function readWanted() {
  const { values } = parseArgs({
    options: { cases: { type: 'string' }, commands: { type: 'string' }, 'no-window': { type: 'boolean' }, record: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) return null;
  const wanted = { cases: Number(values.cases ?? 100_000), commands: Number(values.commands ?? 10_000), window: !values['no-window'], record: values.record === true };
  if (!Number.isInteger(wanted.cases) || !Number.isInteger(wanted.commands) || wanted.cases < 100 || wanted.commands < 1) throw new Error('--cases takes a number from 100, --commands one from 1.');
  return wanted;
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
