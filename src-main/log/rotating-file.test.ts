import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRotatingFile } from './rotating-file.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'portreeve-log-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

describe('openRotatingFile', () => {
  it('writes redacted lines with their time, readable by the owner alone', () => {
    openRotatingFile({ directory, name: 'main' }).writeLine('call from 612-555-0142');
    const path = join(directory, 'main.log');
    expect(readFileSync(path, 'utf8')).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z call from \[number\]\n$/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('never takes more room than it was given, and keeps the newest lines', () => {
    const file = openRotatingFile({ directory, name: 'data', maximumBytes: 1_000, keep: 2 });
    for (let line = 0; line < 500; line += 1) file.writeLine(`line ${line} end`);
    expect(readdirSync(directory).toSorted()).toEqual(['data.1.log', 'data.2.log', 'data.log']);
    for (const name of readdirSync(directory)) expect(statSync(join(directory, name)).size).toBeLessThanOrEqual(1_000);
    expect(readFileSync(join(directory, 'data.log'), 'utf8')).toContain('line 499 end');
  });

  it('goes on with the file of the last run', () => {
    openRotatingFile({ directory, name: 'main' }).writeLine('first run');
    openRotatingFile({ directory, name: 'main' }).writeLine('second run');
    expect(readFileSync(join(directory, 'main.log'), 'utf8').match(/run/g)).toHaveLength(2);
  });

  it('says nothing when the disk refuses', () => {
    const file = openRotatingFile({ directory, name: 'main' });
    rmSync(directory, { recursive: true });
    expect(() => {
      file.writeLine('lost');
    }).not.toThrow();
  });
});
