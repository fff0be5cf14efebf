import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { collectLogs } from './collect-logs.ts';

it('puts every log into one text, oldest lines first', () => {
  const directory = mkdtempSync(join(tmpdir(), 'portreeve-logs-'));
  onTestFinished(() => {
    rmSync(directory, { recursive: true });
  });
  for (const name of ['main.log', 'data.log', 'data.1.log', 'data.10.log', 'data.2.log']) writeFileSync(join(directory, name), `in ${name}\n`);
  writeFileSync(join(directory, 'records.db'), 'not a log');

  const text = collectLogs(directory, ['app 0.1.0']);

  expect(text.split('\n').filter((line) => line !== '' && !line.startsWith('='))).toEqual([
    'Portreeve logs',
    'app 0.1.0',
    'in data.10.log',
    'in data.2.log',
    'in data.1.log',
    'in data.log',
    'in main.log',
  ]);
});
