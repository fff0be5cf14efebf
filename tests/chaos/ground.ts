/** The place where one run of chaos happens: a folder for all it writes, and a leash on all it starts. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';

/** Everyone's in the city of chaos. */
export const PASSWORD = 'storm-proof';

export interface Ground {
  readonly folder: string;
  /** A folder for the server's `--city`. */
  readonly cityDir: string;
  /** For child processes: they start faster when the code compiled by those before them is at hand. */
  readonly env: NodeJS.ProcessEnv;
  /** Ends every process whose command line names the folder, then removes it, unless `keep`. */
  close(options?: { readonly keep?: boolean }): Promise<void>;
}

export function openGround(): Ground {
  const folder = mkdtempSync(join(tmpdir(), 'portreeve-chaos-'));
  chmodSync(folder, 0o755); // the database's account passes through it
  writeFileSync(join(folder, 'city.json'), JSON.stringify(SMALL_CITY));
  writeFileSync(join(folder, 'passwords.json'), JSON.stringify(Object.fromEntries(SMALL_CITY.staff.map(({ id }) => [id, PASSWORD]))));
  const leash = spawn(process.execPath, [join(import.meta.dirname, 'leash.ts'), folder], { stdio: ['pipe', 'ignore', 'inherit'], detached: true });
  const ended = new Promise<void>((resolve) => {
    leash.once('exit', () => resolve());
  });
  return {
    folder,
    cityDir: folder,
    env: { NODE_COMPILE_CACHE: join(folder, 'compiled'), ...process.env },
    async close({ keep = false } = {}) {
      leash.stdin.end(keep ? 'keep\n' : '');
      await ended;
    },
  };
}
