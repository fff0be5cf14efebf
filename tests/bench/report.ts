/** What the measurements come to: a table, JSON, and what moved since the figures were last recorded. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { BenchRow } from './measure.ts';

export const RECORDED = 'tests/bench/recorded.json';
/** Smaller movements are this machine breathing. */
const NOTABLE_CHANGE = 0.25;

export function report(rows: readonly BenchRow[]): string {
  const beside = rows.flatMap(besideLines);
  return [table(rows), ...(beside.length === 0 ? [] : ['', 'Seen beside', ...beside])].join('\n');
}

/** One row on one line, to be told while the others are still to come. */
export function inShort({ measure, work, p50, unit, ratio, load }: BenchRow): string {
  return `${measure}, ${work}: ${figure(p50, unit)}, ${ratio.toFixed(2)}x at load ${(load ?? 0).toFixed(1)}`;
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
    (row.load ?? 0).toFixed(1),
  ]);
  const lines = [['measure', 'work', 'p50', 'p95', 'limit', 'ratio', 'goal', 'load'], ...cells];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
}

function besideLines({ measure, work, beside }: BenchRow): readonly string[] {
  if (!beside) return [];
  const figures = Object.entries(beside).map(([name, value]) => `${name} ${short(value)}`);
  return [`  ${measure}, ${work}: ${figures.join(' · ')}`];
}

function figure(value: number, unit: string): string {
  return `${short(value)} ${unit}`;
}

function short(value: number): string {
  return value >= 100 || Number.isInteger(value) ? value.toFixed(0) : value.toPrecision(3);
}

export function asJson(rows: readonly BenchRow[]): string {
  return `${JSON.stringify({ measuredAt: new Date().toISOString(), rows }, null, 2)}\n`;
}

/** Keeps the figures; rows that were not measured this time stay as they were. */
export function recordRows(rows: readonly BenchRow[]): void {
  const kept = recordedRows().map((old) => rows.find((row) => isSame(row, old)) ?? old);
  const added = rows.filter((row) => !kept.includes(row));
  writeFileSync(RECORDED, asJson([...kept, ...added]));
}

export function movements(rows: readonly BenchRow[]): string {
  if (!existsSync(RECORDED)) return 'No figures recorded yet.';
  const before = recordedRows();
  const moved = rows.flatMap((row) => {
    const old = before.find((other) => isSame(row, other));
    if (!old) return [`new: ${row.measure}, ${row.work}`];
    const change = row.ratio / old.ratio - 1;
    if (Math.abs(change) < NOTABLE_CHANGE) return [];
    return [`${change > 0 ? 'slower' : 'faster'}: ${row.measure}, ${row.work}: ratio ${old.ratio.toFixed(2)} → ${row.ratio.toFixed(2)}`];
  });
  return moved.length === 0 ? 'Nothing moved since the figures were last recorded.' : moved.join('\n');
}

function isSame(one: BenchRow, other: BenchRow): boolean {
  return one.measure === other.measure && one.work === other.work;
}

function recordedRows(): readonly BenchRow[] {
  if (!existsSync(RECORDED)) return [];
  return (JSON.parse(readFileSync(RECORDED, 'utf8')) as { rows: readonly BenchRow[] }).rows;
}
