import { describe, expect, it } from 'vitest';
import { readCommandLine } from './cli-arguments.ts';

describe('readCommandLine', () => {
  it('needs only the file', () => {
    expect(readCommandLine(['city.csv'], {})).toEqual({
      kind: 'run',
      options: { file: 'city.csv', serverUrl: 'http://127.0.0.1:8311', mapping: null, isDryRun: false, signIn: null, rejectsFile: null },
    });
  });

  it('takes server and password from the environment, the command line first', () => {
    const env = { PORTREEVE_SERVER_URL: 'https://city.example/', PORTREEVE_PASSWORD: 'secret' };
    expect(readCommandLine(['city.csv', '--staff', 'w.ortiz', '--mapping', 'sf-311', '--dry-run'], env)).toMatchObject({
      options: { serverUrl: 'https://city.example', signIn: { staffId: 'w.ortiz', password: 'secret' }, mapping: 'sf-311', isDryRun: true },
    });
    expect(readCommandLine(['city.csv', '--server', 'http://other:1'], env)).toMatchObject({ options: { serverUrl: 'http://other:1', signIn: null } });
  });

  it.each([
    [[], 'Name the CSV file to import.'],
    [['a.csv', 'b.csv'], 'One file at a time: a.csv and b.csv were given.'],
    [['a.csv', '--server', 'city'], '--server city is not a server’s address'.replace('’', "'")],
    [['a.csv', '--server', 'ftp://city'], 'is not a server'],
    [['a.csv', '--staff', 'x'], '--staff needs a password'],
    [['a.csv', '--password', 'x'], '--password needs --staff ID.'],
    [['a.csv', '--dryrun'], "Unknown option '--dryrun'."],
    [['a.csv', '--mapping'], "Option '--mapping <value>' argument missing."],
  ])('%j: one sentence that says what is wrong', (args, sentence) => {
    const line = readCommandLine(args, {});
    expect(line.kind === 'wrong' && line.message).toContain(sentence);
    expect(line.kind === 'wrong' && line.message).toMatch(/--help shows everything it takes\.$/);
  });

  it('--help wins over everything that is missing', () => {
    expect(readCommandLine(['--help'], {})).toEqual({ kind: 'help' });
  });
});
