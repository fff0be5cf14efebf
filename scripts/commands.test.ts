import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inRoot } from './lib/paths.mjs';

interface Answer {
  readonly code: number;
  readonly said: string;
}

function run(script: string, ...args: string[]): Promise<Answer> {
  const env = { ...process.env, PORTREEVE_DATA_DIR: '', PORTREEVE_SERVER_URL: '' };
  return new Promise((resolve) => {
    execFile(process.execPath, [inRoot(script), ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), said: stdout + stderr });
    });
  });
}

const commands = ['start', 'test', 'check', 'words', 'screens', 'workstation', 'package'];

describe('the commands', () => {
  it.each(commands)('npm run %s says what it does and takes', async (name) => {
    const { code, said } = await run(`scripts/${name}.mjs`, '--help');
    expect(code).toBe(0);
    expect(said).toMatch(/^Usage: npm .*\n\n.+\n\n {2}--/);
  });

  it.each(commands)('npm run %s answers an option it does not know with a sentence and code 2', async (name) => {
    const { code, said } = await run(`scripts/${name}.mjs`, '--no-such-option');
    expect(code).toBe(2);
    expect(said).toContain("Unknown option '--no-such-option'.\nUsage: npm");
  });

  it.each([
    ['test', ['--only', 'nothing'], 'give one of check, unit, pg, e2e'],
    ['test', ['--only'], 'missing'],
    ['test', ['some-file'], 'needs --only'],
    ['test', ['--only', 'check', 'some-file'], 'needs --only'],
    ['test', ['--only', 'unit', 'one', 'two'], 'one pattern at most'],
    ['workstation', ['--server', 'http://127.0.0.1:8311'], '--data-dir DIR'],
    ['workstation', ['--data-dir', 'x'], '--server URL'],
    ['workstation', ['--data-dir', '', '--server', 'http://127.0.0.1:8311'], '--data-dir needs a value'],
    ['workstation', ['--data-dir', 'x', '--server', 'city.example'], 'must look like'],
    ['workstation', ['--data-dir', 'x', '--server', 'ftp://city.example'], 'must look like'],
    ['workstation', ['--data-dir', 'x', '--server', 'https://city.example/portreeve'], 'Give https://city.example, not'],
    ['workstation', ['--data-dir', 'x', '--server', 'https://city.example?a=b'], 'ends with its host and port'],
    ['workstation', ['--data-dir', 'x', '--server', 'https://me:word@city.example'], 'takes no user name and no password'],
    ['start', ['now'], "Unexpected argument 'now'"],
  ])('npm run %s answers %j with a sentence and code 2', async (name, args, sentence) => {
    const { code, said } = await run(`scripts/${name}.mjs`, ...args);
    expect(code).toBe(2);
    expect(said).toContain(sentence);
    expect(said).not.toMatch(/^\s+at /m);
  });

  it.each([
    ['bench', 'bench', ['--no-such-option'], "Unknown option '--no-such-option'."],
    ['bench', 'bench', ['now'], "Unexpected argument 'now'."],
    ['bench', 'bench', ['--cases', 'many'], '--cases takes a number from 100'],
    ['simulate', 'simulation', ['--no-such-option'], "Unknown option '--no-such-option'."],
    ['simulate', 'simulation', ['--steps', 'some'], '--steps takes a whole number, not "some".'],
    ['chaos', 'chaos', ['--rounds', 'some'], '--rounds takes a whole number, not "some".'],
    ['chaos', 'chaos', ['--only', 'flood'], '--only knows no mishap "flood".'],
  ])('npm run %s hands over to tests/%s/run.ts, which answers %j with a sentence and code 2', async (name, folder, args, sentence) => {
    const { code, said } = await run(`tests/${folder}/run.ts`, ...args);
    expect(code).toBe(2);
    expect(said.split('\n')[0]).toContain(sentence);
    expect(said).toContain(`npm run ${name} -- [`);
    expect(said).not.toMatch(/^\s+at /m);
  });

  it('are all in package.json, and each has its file', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
    const files = readdirSync(inRoot('scripts')).map((file) => `node scripts/${file}`);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['start', 'test', 'check', 'server', 'workstation', 'import', 'bench', 'simulate', 'chaos']));
    expect(files).toEqual(expect.arrayContaining(Object.values(scripts)));
  });
});
