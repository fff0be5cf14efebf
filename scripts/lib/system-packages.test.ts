import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureElectronLibraries } from './system-packages.mjs';

let folder: string;
const log = () => {};

/** Puts a shell script on the PATH, before the command it stands for. */
function standIn(command: string, script: string): void {
  writeFileSync(join(folder, 'bin', command), `#!/bin/sh\ncd '${folder}'\n${script}\n`, { mode: 0o755 });
}

const aptCalls = () => (existsSync(join(folder, 'calls')) ? readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n') : []);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portreeve-apt-'));
  mkdirSync(join(folder, 'bin'));
  vi.stubEnv('PATH', `${join(folder, 'bin')}${delimiter}${process.env['PATH']}`);
  standIn('ldd', 'echo "  libc.so.6 => /lib/libc.so.6 (0x1)"; test -e installed || echo "  libgtk-3.so.0 => not found"');
  standIn('apt-cache', 'printf "libgtk-3-0\\nlibnss3\\nlibasound2\\nlibasound2t64\\n"');
  standIn('apt-get', 'echo "$@" >> calls; if [ "$1" = install ]; then touch installed; fi');
  standIn('sudo', 'exit 1');
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const asUser = (uid: number) => vi.spyOn(process, 'getuid').mockReturnValue(uid);
const ensure = () => ensureElectronLibraries('/some/electron', { log });

describe('ensureElectronLibraries', () => {
  it('leaves a machine alone that has them', async () => {
    writeFileSync(join(folder, 'installed'), '');
    asUser(0);
    await ensure();
    expect(aptCalls()).toEqual([]);
  });

  it('installs them as root, after one update, by the names that this release knows', async () => {
    asUser(0);
    await ensure();
    expect(aptCalls()).toEqual(['update', 'install -y --no-install-recommends libgtk-3-0 libnss3 libasound2t64 libgbm1 libxss1 libatk-bridge2.0-0']);
  });

  it('installs them through sudo where it asks for no password', async () => {
    asUser(1000);
    standIn('sudo', 'shift; exec "$@"');
    await ensure();
    expect(aptCalls()).toHaveLength(2);
  });

  it('tells an ordinary user what an administrator has to type, and changes nothing', async () => {
    asUser(1000);
    await expect(ensure()).rejects.toThrow(/sudo apt-get update && sudo apt-get install -y --no-install-recommends libgtk-3-0 libnss3 libasound2t64/);
    expect(aptCalls()).toEqual([]);
  });

  it('says what apt-get said when it fails', async () => {
    asUser(0);
    standIn('apt-get', 'echo "E: no space left on device" >&2; exit 100');
    await expect(ensure()).rejects.toThrow(/no space left on device/);
  });

  it('says what is still missing when the packages did not bring it', async () => {
    asUser(0);
    standIn('apt-get', 'exit 0');
    await expect(ensure()).rejects.toThrow(/still misses these system libraries: libgtk-3\.so\.0/);
  });
});
