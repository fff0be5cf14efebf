/**
 * Holds everything a run of chaos starts, and cleans up behind it however it ends: a process of its own that waits for the end
 * of its standard input, which the system closes when the run is over, also when it was killed.
 *
 * `node leash.ts FOLDER`. It ends every process whose command line names the folder, and removes the folder unless a line "keep" came.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';

const TRIES = 40;
const PAUSE_MS = 50;

const folder = process.argv[2];
if (!folder?.includes('portreeve-chaos-')) throw new Error('leash.ts takes the folder of a run of chaos');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

let said = '';
process.stdin.setEncoding('utf8').on('data', (text: string) => (said += text));
process.stdin.on('end', () => void cleanUp(folder, said.includes('keep')));

async function cleanUp(root: string, isKept: boolean): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const left = processesOf(root);
    if (left.length === 0) break;
    for (const pid of left) end(pid);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  if (!isKept) rmSync(root, { recursive: true, force: true, maxRetries: 5 });
}

function processesOf(root: string): readonly number[] {
  const table = execFileSync('ps', ['-Ao', 'pid=,args='], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return table
    .split('\n')
    .filter((line) => line.includes(root))
    .map((line) => Number.parseInt(line, 10))
    .filter((pid) => Number.isInteger(pid) && pid !== process.pid);
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // gone already
  }
}
