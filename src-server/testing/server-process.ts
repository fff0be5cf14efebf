import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { beginWithNewCluster } from './new-cluster.ts';
import { programFile } from './program-file.ts';

export type ServerProcess = ChildProcessByStdio<null, Readable, Readable>;

/** A server as people start it: a process of its own. */
export interface StartedServer {
  readonly child: ServerProcess;
  readonly url: string;
}

export interface ProcessEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const ENTRY = programFile('src-server/index.ts');

/** Processes of one test file; `stopAll` belongs into `afterEach`. */
export class ServerProcesses {
  readonly #children: ServerProcess[] = [];

  /** Starts the entry with any arguments. */
  spawn(args: readonly string[]): ServerProcess {
    return this.#keep(spawn(process.execPath, [ENTRY, ...args], { stdio: ['ignore', 'pipe', 'pipe'] }));
  }

  /** The same in a shell that first says `preparation`, e.g. a limit. */
  spawnInShell(preparation: string, args: readonly string[]): ServerProcess {
    const script = `${preparation} && exec "$0" "$@"`;
    return this.#keep(spawn('bash', ['-c', script, process.execPath, ENTRY, ...args], { stdio: ['ignore', 'pipe', 'pipe'] }));
  }

  #keep(child: ServerProcess): ServerProcess {
    this.#children.push(child);
    return child;
  }

  /** Starts a server on any free port and waits until it is ready. */
  async start(dataDir: string, ...more: readonly string[]): Promise<StartedServer> {
    if (!more.includes('--database-url')) beginWithNewCluster(dataDir);
    const child = this.spawn(['--data', dataDir, '--port', '0', ...more]);
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    for await (const line of createInterface(child.stdout)) {
      child.stdout.resume();
      return { child, url: (JSON.parse(line) as { url: string }).url };
    }
    throw new Error(`the server did not become ready: ${said}`);
  }

  run(args: readonly string[]): Promise<ProcessEnd> {
    return toEnd(this.spawn(args));
  }

  async stopAll(): Promise<void> {
    for (const child of this.#children.splice(0)) await endProcess(child, 'SIGTERM');
  }
}

/** What a process said until it ended. */
export async function toEnd(child: ServerProcess): Promise<ProcessEnd> {
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...output };
}

/** Sends a signal and waits for the end; nothing to do when it has ended. */
export async function endProcess(child: ServerProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

interface InjectedRequest {
  readonly method?: string;
  readonly url: string;
  readonly payload?: unknown;
  readonly headers?: Record<string, string>;
}

/** A server elsewhere for `TestStation`, which only injects requests. `url` is asked anew each time: servers come back on other ports. */
export function remoteApp(url: () => string): FastifyInstance {
  const inject = async ({ method = 'GET', url: at, payload, headers = {} }: InjectedRequest) => {
    const isText = typeof payload === 'string';
    const body = payload === undefined || payload === '' ? null : isText ? payload : JSON.stringify(payload);
    const type: Record<string, string> = body === null || isText ? {} : { 'content-type': 'application/json' };
    const response = await fetch(`${url()}${at}`, { method, headers: { ...type, ...headers }, body });
    const text = await response.text();
    return { statusCode: response.status, body: text, json: () => JSON.parse(text) as unknown };
  };
  return { inject } as unknown as FastifyInstance; // safe for TestStation, which calls nothing else
}
