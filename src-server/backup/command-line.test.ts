import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBackupCommandLine } from './command-line.ts';

const commandOf = (...args: string[]) => {
  const line = readBackupCommandLine(args, {});
  return line?.kind === 'run' ? line.command : line;
};

describe('readBackupCommandLine', () => {
  test('leaves every other line to the server', () => {
    expect(commandOf('--data', 'd')).toBe(null);
    expect(commandOf()).toBe(null);
  });

  test('reads each command', () => {
    const dataDir = path.resolve('d');
    expect(commandOf('backup', '--data', 'd')).toEqual({ name: 'backup', dataDir, databaseUrl: null, folder: path.join(dataDir, 'backups'), isTried: true });
    expect(commandOf('backup', '--data', 'd', '--to', '/b', '--quick')).toMatchObject({ folder: path.resolve('/b'), isTried: false });
    expect(commandOf('restore', '--data', 'd', '--from', 'f.backup')).toEqual({ name: 'restore', dataDir, databaseUrl: null, file: path.resolve('f.backup') });
    expect(commandOf('new-epoch', '--database-url', 'postgresql://h/d')).toMatchObject({ name: 'new-epoch', databaseUrl: 'postgresql://h/d', reason: 'database restored by other means' });
  });

  test('takes the data folder from the environment', () => {
    const line = readBackupCommandLine(['backup'], { PORTREEVE_DATA_DIR: '/there' });
    expect(line?.kind === 'run' && line.command.dataDir).toBe(path.resolve('/there'));
  });

  test.each([
    [['backup'], 'Say where the server keeps its data: --data DIR. "backup --help" shows everything it takes.'],
    [['backup', '--database-url', 'postgresql://h/d'], 'Say where the server keeps its data'],
    [['restore', '--data', 'd'], 'Say which backup to restore: --from FILE. "restore --help"'],
    [['restore', '--data', 'd', '--to', 'x'], "Unknown option '--to'."],
    [['new-epoch', '--data', 'd', '--database-url', 'x'], '--database-url must look like postgresql://'],
    [['backup', '--data', 'd', 'extra'], "Unexpected argument 'extra'."],
  ])('%j: one sentence that says what is wrong', (args, sentence) => {
    const line = readBackupCommandLine(args, {});
    expect(line?.kind === 'wrong' && line.message).toContain(sentence);
  });

  test.each(['backup', 'restore', 'new-epoch'])('%s --help names its options', (name) => {
    const line = readBackupCommandLine([name, '--help'], {});
    expect(line?.kind === 'help' && line.text).toContain(`npm run server -- ${name} --data DIR`);
  });
});
