/** `--scan-command`: a virus scanner of the city's own, run on each file once it is whole. */
import { spawn } from 'node:child_process';

/** Program and arguments; one of them is, or holds, `{file}`. */
export type ScanCommand = readonly [program: string, ...args: string[]];

/** `unknown`: the scanner could not be run, took too long, or ended with another code; the file is tried again later. */
export type ScanVerdict = 'clean' | 'infected' | 'unknown';

const PLACE = '{file}';
const SCAN_TIMEOUT_MS = 300_000;

/** Splits at spaces, with "…" and '…' holding together; no shell is ever asked. Null when it is not a command with `{file}`. */
export function readScanCommand(text: string): ScanCommand | null {
  const parts = [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  const [program, ...args] = parts;
  if (program === undefined || program === '' || program.includes(PLACE)) return null;
  return args.some((arg) => arg.includes(PLACE)) ? [program, ...args] : null;
}

/** Runs the scanner on a file: exit 0 is clean, 1 infected, anything else unknown. What it prints is not kept. */
export function runScan([program, ...args]: ScanCommand, file: string, timeoutMs = SCAN_TIMEOUT_MS): Promise<ScanVerdict> {
  return new Promise((resolve) => {
    const child = spawn(program, args.map((arg) => arg.replaceAll(PLACE, file)), { stdio: 'ignore', timeout: timeoutMs, killSignal: 'SIGKILL' });
    child.once('error', () => resolve('unknown'));
    child.once('exit', (code) => resolve(code === 0 ? 'clean' : code === 1 ? 'infected' : 'unknown'));
  });
}
