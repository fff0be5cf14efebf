import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import path from 'node:path';
import { z } from 'zod';

/** The workstation's own code makes the file, so that it has what a workstation would have made of the same lines. */
const BUILDER = path.join(import.meta.dirname, '..', '..', 'src-data', 'snapshot', 'build-snapshot.ts');

const Progress = z.object({ done: z.int().min(0) });
const Built = z.object({ schema: z.string(), bytes: z.int().positive(), sha256: z.string(), caseCount: z.int().min(0) });
export type Built = z.infer<typeof Built>;

export interface BuilderRun {
  /** Rejects with a sentence of what went wrong; the folder is of no use then. */
  readonly built: Promise<Built>;
  /** Cases written so far. */
  done(): number;
  /** Ends it at once. */
  stop(): void;
}

/** Starts a process that makes `folder/snapshot.gz` from the lines. */
export function runBuilder(folder: string, lines: AsyncGenerator<string>): BuilderRun {
  const child = spawn(process.execPath, [BUILDER, folder], { stdio: ['pipe', 'pipe', 'pipe'] });
  let done = 0;
  const built = finish(child, (count) => (done = count));
  // What goes wrong with the pipe shows in how the process ends; the lines' own failure ends the process.
  pipeline(Readable.from(lines, { objectMode: false }), child.stdin).catch(() => child.kill('SIGKILL'));
  built.catch(() => undefined);
  return { built, done: () => done, stop: () => void child.kill('SIGKILL') };
}

async function finish(child: ChildProcess, onDone: (count: number) => void): Promise<Built> {
  let last: Built | null = null;
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaint = `${complaint}${chunk.toString('utf8')}`.slice(-2_000)));
  const reading = (async () => {
    if (!child.stdout) return;
    for await (const line of createInterface({ input: child.stdout })) {
      const message: unknown = JSON.parse(line);
      const progress = Progress.safeParse(message);
      if (progress.success) onDone(progress.data.done);
      else last = Built.parse(message);
    }
  })();
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (...how: [number | null, string | null]) => resolve(how));
  });
  await reading;
  const built = last as Built | null; // assigned in a callback, which the compiler does not follow
  // The complaint may repeat what a line of the record says: only its first line's name of the error is told.
  if (code !== 0 || built === null) throw new Error(`the builder ended with ${code ?? signal}: ${/^\w*Error\b[^\n]{0,80}/m.exec(complaint)?.[0].split(':')[0] ?? 'no reason'}`);
  return built;
}

/** The schema level the builder's code makes. */
export async function builderSchema(): Promise<string> {
  const child = spawn(process.execPath, [BUILDER, '--schema'], { stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`the builder ended with ${code}`);
  return z.object({ schema: z.string() }).parse(JSON.parse(text)).schema;
}
