import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { embeddedRoot, finishSettingAside, replaceCluster, restoreFolder } from './set-aside.ts';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'portreeve-set-aside-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

function cluster(root: string, content: string): void {
  mkdirSync(root, { recursive: true });
  writeFileSync(path.join(root, 'content'), content);
}

const contentOf = (folder: string) => readFileSync(path.join(dataDir, folder, 'content'), 'utf8');

test('the new cluster takes the place of the old one, which is kept beside it', () => {
  cluster(embeddedRoot(dataDir), 'old');
  cluster(embeddedRoot(restoreFolder(dataDir)), 'new');
  expect(replaceCluster(dataDir, 'aside')).toBe(path.join(dataDir, 'aside'));
  expect([contentOf('postgresql'), contentOf('aside'), readdirSync(dataDir).sort()]).toEqual(['new', 'old', ['aside', 'postgresql']]);
});

test('where there was none, nothing is set aside', () => {
  cluster(embeddedRoot(restoreFolder(dataDir)), 'new');
  expect(replaceCluster(dataDir, 'aside')).toBe(null);
  expect([contentOf('postgresql'), readdirSync(dataDir)]).toEqual(['new', ['postgresql']]);
});

test('killed after the decision, at any step, the next start finishes it', () => {
  const decided = () => writeFileSync(path.join(restoreFolder(dataDir), 'decided.json'), JSON.stringify({ asideName: 'aside' }));
  const steps = [
    () => {}, // nothing moved yet
    () => renameSync(embeddedRoot(dataDir), path.join(dataDir, 'aside')),
    () => renameSync(embeddedRoot(restoreFolder(dataDir)), embeddedRoot(dataDir)),
  ];
  for (let killedAfter = 1; killedAfter <= steps.length; killedAfter += 1) {
    cluster(embeddedRoot(dataDir), 'old');
    cluster(embeddedRoot(restoreFolder(dataDir)), 'new');
    decided();
    for (const step of steps.slice(0, killedAfter)) step();
    finishSettingAside(dataDir);
    expect([contentOf('postgresql'), contentOf('aside'), existsSync(restoreFolder(dataDir))]).toEqual(['new', 'old', false]);
    for (const folder of ['postgresql', 'aside']) rmSync(path.join(dataDir, folder), { recursive: true });
  }
});

test('what was never decided is left alone', () => {
  cluster(embeddedRoot(dataDir), 'old');
  cluster(embeddedRoot(restoreFolder(dataDir)), 'half made');
  finishSettingAside(dataDir);
  expect(contentOf('postgresql')).toBe('old');
});
