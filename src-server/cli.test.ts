import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCommandLine } from './cli.ts';

describe('readCommandLine', () => {
  test('needs only the data folder', () => {
    expect(readCommandLine(['--data', 'here'], {})).toEqual({
      kind: 'run',
      options: { port: 8311, host: '127.0.0.1', dataDir: path.resolve('here'), databaseUrl: null, seed: 'empty', cityDir: null, enrolCode: null, scanCommand: null, backups: { folder: path.resolve('here/backups'), keepDays: 35, hour: 2 }, messages: { smtp: null, gateway: null, folder: null, from: null }, horizon: {}, publicUrl: null },
    });
  });

  test('takes how long and in how much room workstations hold closed cases', () => {
    const line = readCommandLine(['--data', 'd', '--closed-days', '0', '--station-megabytes', '2048'], {});
    expect(line.kind === 'run' && line.options.horizon).toEqual({ days: 0, boundBytes: 2_147_483_648 });
  });

  test('takes the data folder from the environment, the command line first', () => {
    const folderOf = (args: string[]) => {
      const line = readCommandLine(args, { PORTREEVE_DATA_DIR: '/from-environment' });
      return line.kind === 'run' ? line.options.dataDir : line;
    };
    expect(folderOf([])).toBe('/from-environment');
    expect(folderOf(['--data', '/typed'])).toBe('/typed');
  });

  test.each([
    [['--data', 'd', '--port', '99999'], '--port 99999 is not a port: give a number from 0 to 65535.'],
    [['--data', 'd', '--port', 'abc'], '--port abc is not a port'],
    [[], 'Say where the server keeps its data: --data DIR.'],
    [['--data', 'd', '--seed', 'full'], '--seed full is not known: give demo or empty.'],
    [['--data', 'd', '--database-url', 'mysql://x'], '--database-url must look like postgresql://'],
    [['--data', 'd', '--enrol-code', 'short'], '--enrol-code needs at least 8 characters.'],
    [['--data', 'd', '--scan-command', 'clamdscan'], '--scan-command must name a program and hold {file} among its arguments'],
    [['--data', 'd', '--keep-backups', '0'], '--keep-backups 0 is not a number of days: give 1 or more.'],
    [['--data', 'd', '--backup-hour', '24'], '--backup-hour 24 is not an hour: give 0 to 23, or off.'],
    [['--data', 'd', '--closed-days', 'two'], '--closed-days two is not a number of days: give 0 or more.'],
    [['--data', 'd', '--station-megabytes', '5'], '--station-megabytes 5 is too little or no number: give 100 or more.'],
    [['--data', 'd', '--verbose'], "Unknown option '--verbose'."],
    [['--data'], "Option '--data <value>' argument missing."],
    [['--data', 'd', 'extra'], "Unexpected argument 'extra'."],
  ])('%j: one sentence that says what is wrong', (args, sentence) => {
    const line = readCommandLine(args, {});
    expect(line.kind === 'wrong' && line.message).toContain(sentence);
    expect(line.kind === 'wrong' && line.message).toMatch(/--help shows everything it takes\.$/);
  });

  test('backups go where, stay how long and are taken when one says', () => {
    const line = readCommandLine(['--data', 'd', '--backup-dir', '/mnt/backups', '--keep-backups', '400', '--backup-hour', 'off'], {});
    expect(line.kind === 'run' && line.options.backups).toEqual({ folder: path.resolve('/mnt/backups'), keepDays: 400, hour: null });
  });

  test('--help wins over everything else that is missing', () => {
    expect(readCommandLine(['--help'], {})).toEqual({ kind: 'help' });
  });
});
