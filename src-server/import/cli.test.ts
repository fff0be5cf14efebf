import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { fixture } from './testing/fixtures.ts';

const CLI = fileURLToPath(new URL('cli.ts', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'portreeve-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('the command itself', () => {
  it('explains itself', () => {
    expect(run('--help')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('npm run import -- FILE.csv --server URL') });
  });

  it('answers bad arguments with a sentence and exit code 2', () => {
    expect(run()).toEqual({ status: 2, stdout: '', stderr: 'Name the CSV file to import. --help shows everything it takes.\n' });
  });

  it('answers a file it cannot read with a sentence and exit code 1', () => {
    expect(run(fixture('web-page.csv'))).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/^web-page\.csv is a web page [^\n]*\n$/) });
  });

  it('answers a server that is not there with a sentence and exit code 1', () => {
    const { status, stderr } = run(fixture('boston-311.csv'), '--server', 'http://127.0.0.1:1');
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'No server answers at http://127.0.0.1:1. Check the address, or start one: npm run server -- --data DIR --seed demo.\n',
    });
  });

  it('writes a suggested mapping for a file nobody has described and ends with exit code 3', () => {
    copyFileSync(fixture('semicolons-windows-1252.csv'), path.join(folder, 'old city.csv'));
    expect(run('old city.csv')).toMatchObject({ status: 3, stdout: expect.stringContaining('--mapping "old city.mapping.json" --dry-run') });
    expect(readdirSync(folder).sort()).toEqual(['old city.csv', 'old city.mapping.json']);
  });
});
