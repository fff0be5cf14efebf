import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tryLock, withLock } from './lock.mjs';
import { inRoot } from './paths.mjs';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portreeve-lock-'));
  path = join(folder, 'locks', 'lock');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => {
    child.once('exit', resolve);
  });
  return child.pid ?? 0;
}

/** Another process that tries for the lock, holds it until its input ends, and prints whether it got it. */
function contender() {
  const program = `const { tryLock } = await import(${JSON.stringify(inRoot('scripts/lib/lock.mjs'))});
    const attempt = await tryLock(${JSON.stringify(path)});
    console.log(attempt.taken);
    process.stdin.resume().on('end', () => process.exit());`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answer = new Promise<string>((resolve) => {
    child.stdout.once('data', (text: Buffer) => {
      resolve(text.toString().trim());
    });
  });
  return { child, answer };
}

describe('tryLock', () => {
  it('holds off others while its process lives, and lets go when told', async () => {
    const lock = await tryLock(path);
    if (!lock.taken) throw new Error('the first try must get it');
    const other = contender();
    expect(await other.answer).toBe('false');
    other.child.stdin.end();
    lock.release();
    expect(existsSync(path)).toBe(false);
  });

  it('is let go when its process ends, even without a word', async () => {
    const other = contender();
    expect(await other.answer).toBe('true');
    expect(await tryLock(path)).toEqual({ taken: false, heldBy: other.child.pid });
    other.child.kill('SIGKILL');
    await new Promise((resolve) => {
      other.child.once('exit', resolve);
    });
    expect(await tryLock(path)).toMatchObject({ taken: true });
  });

  it('of many that find a dead lock at once, one takes it over', async () => {
    mkdirSync(join(folder, 'locks'));
    writeFileSync(path, String(await deadProcess()));
    const contenders = [contender(), contender(), contender(), contender()];
    const answers = await Promise.all(contenders.map(({ answer }) => answer));
    for (const { child } of contenders) child.stdin.end();
    expect(answers.filter((answer) => answer === 'true')).toHaveLength(1);
  });
});

describe('withLock', () => {
  it('waits for the holder, says so once, and works when it is gone', async () => {
    const other = contender();
    expect(await other.answer).toBe('true');
    const waitedFor: number[] = [];
    const working = withLock(path, () => Promise.resolve(readFileSync(path, 'utf8')), (holder) => {
      waitedFor.push(holder);
      other.child.stdin.end();
    });
    expect(await working).toBe(String(process.pid));
    expect(waitedFor).toEqual([other.child.pid]);
    expect(existsSync(path)).toBe(false);
  });
});
