import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { firstClosedFolder } from './account.ts';
import { prepareBinaries } from './binaries.ts';

const NOBODY = { uid: 65_534, gid: 65_534 };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portreeve-binaries-'));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A package of the shape the npm one has, with its library links missing. */
function packageIn(parent: string): { nativeDir: string; version: string } {
  const nativeDir = path.join(parent, 'native');
  mkdirSync(path.join(nativeDir, 'bin'), { recursive: true });
  mkdirSync(path.join(nativeDir, 'lib'));
  writeFileSync(path.join(nativeDir, 'bin', 'postgres'), 'program');
  writeFileSync(path.join(nativeDir, 'lib', 'libx.so.6.1'), 'library');
  const links = [{ source: 'native/lib/libx.so.6.1', target: 'native/lib/libx.so.6' }];
  writeFileSync(path.join(nativeDir, 'pg-symlinks.json'), JSON.stringify(links));
  return { nativeDir, version: '1.2.3' };
}

describe('prepareBinaries', () => {
  test('makes the missing library links in an open package and uses it in place', () => {
    const platformPackage = packageIn(folder);
    const binaries = prepareBinaries({ platformPackage, account: NOBODY });
    expect(binaries.postgres).toBe(path.join(platformPackage.nativeDir, 'bin', 'postgres'));
    expect(readFileSync(path.join(platformPackage.nativeDir, 'lib', 'libx.so.6'), 'utf8')).toBe('library');
  });

  test('copies a package that lies in a closed home folder, once', () => {
    const home = path.join(folder, 'home');
    mkdirSync(home, { mode: 0o700 });
    const platformPackage = packageIn(home);
    const cacheDir = path.join(folder, 'cache');
    const first = prepareBinaries({ platformPackage, account: NOBODY, cacheDir });
    expect(first.postgres).toBe(path.join(cacheDir, 'postgresql-1.2.3', 'bin', 'postgres'));
    expect(existsSync(path.join(cacheDir, 'postgresql-1.2.3', 'lib', 'libx.so.6'))).toBe(true);
    expect(existsSync(path.join(platformPackage.nativeDir, 'lib', 'libx.so.6'))).toBe(false);
    const made = statSync(first.postgres).mtimeMs;
    prepareBinaries({ platformPackage, account: NOBODY, cacheDir });
    expect(statSync(first.postgres).mtimeMs).toBe(made);
  });

  test('says which folder to open when the copy cannot be reached either', () => {
    const home = path.join(folder, 'home');
    mkdirSync(home, { mode: 0o700 });
    const platformPackage = packageIn(home);
    expect(() => prepareBinaries({ platformPackage, account: NOBODY, cacheDir: path.join(home, 'cache') })).toThrow(
      `${home} is closed to the account that runs them. Open it ("chmod a+x ${home}")`,
    );
  });
});

describe('firstClosedFolder', () => {
  test('names the outermost closed folder, and none for the server’s own account', () => {
    const closed = path.join(folder, 'closed');
    const inner = path.join(closed, 'inner');
    mkdirSync(inner, { recursive: true });
    chmodSync(closed, 0o700);
    expect(firstClosedFolder(inner, NOBODY)).toBe(closed);
    expect(firstClosedFolder(folder, NOBODY)).toBe(null);
    expect(firstClosedFolder(inner, null)).toBe(null);
  });

  test('takes the owner’s and the group’s rights for what they are', () => {
    const { uid, gid } = statSync(folder);
    chmodSync(folder, 0o100);
    expect(firstClosedFolder(folder, { uid, gid })).toBe(null);
    chmodSync(folder, 0o010);
    expect(firstClosedFolder(folder, { uid, gid })).toBe(folder);
    expect(firstClosedFolder(folder, { uid: 65_533, gid })).toBe(null);
    chmodSync(folder, 0o700);
  });
});
