import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * All log files of a folder as one readable text, oldest first within each log, under a heading that says where they come from.
 *
 * @param facts lines for the heading, such as versions; no personal text.
 */
export function collectLogs(directory: string, facts: readonly string[]): string {
  const files = readdirSync(directory)
    .filter((name) => name.endsWith('.log'))
    .toSorted((a, b) => sortKey(a).localeCompare(sortKey(b)));
  const parts = files.map((name) => `\n===== ${name} =====\n${readFileSync(join(directory, name), 'utf8')}`);
  return ['Portreeve logs', ...facts, ...parts].join('\n');
}

/** `data.2.log` before `data.1.log` before `data.log`. */
function sortKey(name: string): string {
  const [log = '', age] = name.replace(/\.log$/, '').split('.');
  return `${log}.${String(999 - Number(age ?? 0)).padStart(3, '0')}`;
}
