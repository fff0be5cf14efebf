import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endLeftovers, noteProcesses } from './leftovers.mjs';
import { isAlive, processEntry } from './process-table.mjs';
import { Supervisor } from './supervisor.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portreeve-supervisor-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A program that says when it is ready; `onTerm` is what it does when asked to end. */
async function start(onTerm: string): Promise<ChildProcess & { readonly pid: number }> {
  const program = `const fs = require('node:fs');
    process.on('SIGTERM', () => { ${onTerm} });
    setInterval(() => {}, 1000);
    console.log('ready');`;
  const child = spawn(process.execPath, ['-e', program], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => {
    child.stdout.once('data', resolve);
  });
  if (child.pid === undefined) throw new Error('it did not start');
  return Object.assign(child, { pid: child.pid });
}

const log = () => join(folder, 'log');
const writesToLog = (word: string) => `fs.appendFileSync(${JSON.stringify(log())}, '${word} '); process.exit(0);`;

describe('Supervisor', () => {
  it('ends the last started first, and waits for each', async () => {
    const supervisor = new Supervisor();
    supervisor.add('first', await start(writesToLog('first')));
    supervisor.add('second', await start(`setTimeout(() => { ${writesToLog('second')} }, 300)`));
    await supervisor.stopAll();
    expect(readFileSync(log(), 'utf8')).toBe('second first ');
  });

  it('ends one that does not listen', async () => {
    const supervisor = new Supervisor();
    const child = await start('/* no */');
    supervisor.add('deaf', child, 200);
    await supervisor.stopAll();
    expect(isAlive(child.pid)).toBe(false);
  });

  it('ends what a part leaves behind', async () => {
    const supervisor = new Supervisor();
    const leaver = `const { spawn } = require('node:child_process');
      const left = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
      fs.writeFileSync(${JSON.stringify(log())}, String(left.pid)); process.exit(0);`;
    supervisor.add('leaver', await start(leaver));
    await supervisor.stopAll();
    const leftPid = Number(readFileSync(log(), 'utf8'));
    await expect.poll(() => isAlive(leftPid)).toBe(false);
  });

  it('tells of the first that ends by itself', async () => {
    const supervisor = new Supervisor();
    const [staying, leaving] = [await start('process.exit(0)'), await start('process.exit(3)')];
    supervisor.add('staying', staying);
    supervisor.add('leaving', leaving);
    const first = supervisor.firstToEnd();
    leaving.kill('SIGTERM');
    expect(await first).toMatchObject({ part: { name: 'leaving' }, code: 3, signal: null });
    await supervisor.stopAll();
  });

  it('does not tell of one that it ended itself', async () => {
    const supervisor = new Supervisor();
    supervisor.add('staying', await start('process.exit(0)'));
    const told: string[] = [];
    void supervisor.firstToEnd().then(({ part }) => told.push(part.name));
    await supervisor.stopAll();
    expect(told).toEqual([]);
  });

  it('ends at once what is added after it was told to stop', async () => {
    const supervisor = new Supervisor();
    await supervisor.stopAll();
    const late = await start('/* no */');
    await supervisor.add('late', late).ended;
    expect(isAlive(late.pid)).toBe(false);
  });
});

describe('endLeftovers', () => {
  it('ends the processes that were noted, and forgets them', async () => {
    const note = join(folder, 'note.json');
    const child = await start('process.exit(0)');
    noteProcesses(note, [child.pid]);
    await endLeftovers(note);
    expect(isAlive(child.pid)).toBe(false);
    expect(() => readFileSync(note)).toThrow();
  });

  it('leaves alone a later process that was given the same id', async () => {
    const note = join(folder, 'note.json');
    const child = await start('process.exit(0)');
    noteProcesses(note, [child.pid]);
    const startedAt = processEntry(child.pid)?.startedAt ?? '';
    writeFileSync(note, readFileSync(note, 'utf8').replace(startedAt, `${Number(startedAt) - 1}`));
    await endLeftovers(note);
    expect(isAlive(child.pid)).toBe(true);
    child.kill('SIGKILL');
  });

  it('does nothing where nothing was noted', async () => {
    await expect(endLeftovers(join(folder, 'none.json'))).resolves.toBeUndefined();
  });
});
