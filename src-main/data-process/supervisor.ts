import { createInterface } from 'node:readline';
import { utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import { DataToMain, type MainToData } from '../../src-shared/protocol/data-process.ts';
import { unreachable } from '../../src-shared/util/unreachable.ts';
import { INITIAL_LIFECYCLE, transition, type Lifecycle, type LifecycleEffect, type LifecycleEvent } from './lifecycle.ts';

/** How long a data process may take to close its files before it is killed. */
const CLOSE_DEADLINE_MS = 3_000;

export interface SupervisorOptions {
  /** The built data process, `out/main/data.js`. */
  readonly entryPath: string;
  /** First message to every process that is started. */
  readonly start: Extract<MainToData, { type: 'start' }>;
  /** Added to the environment of the next process. */
  readonly environment: () => Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
  /** What the data process writes to its standard output and error, line by line. */
  readonly logOutput: (line: string) => void;
  readonly onMessage: (message: DataToMain) => void;
  /** Called after each change of phase; in phases without a process `post` answers false. */
  readonly onChange: (state: Lifecycle) => void;
}

/** Keeps one data process running: carries out what `lifecycle.ts` decides. */
export class Supervisor {
  readonly #options: SupervisorOptions;
  #state: Lifecycle = INITIAL_LIFECYCLE;
  #process: UtilityProcess | null = null;
  #restartTimer: NodeJS.Timeout | null = null;
  #whenClosed: (() => void)[] = [];

  constructor(options: SupervisorOptions) {
    this.#options = options;
  }

  get state(): Lifecycle {
    return this.#state;
  }

  /** Starts the data process, or starts it again after it was given up. */
  start(): void {
    this.#apply({ kind: 'startRequested' });
  }

  /** Ends the process that runs and starts another, whose environment is new. */
  replace(): void {
    this.#apply({ kind: 'replaceRequested' });
    if (this.#state.phase === 'replacing') this.#killLater();
  }

  /** Returns false, and keeps the ports, when there is no process to take the message. */
  post(message: MainToData, ports: MessagePortMain[] = []): boolean {
    if (this.#process === null) return false;
    this.#process.postMessage(message, ports);
    return true;
  }

  /** Asks the data process to close its files and end; kills it after three seconds. Resolves when it is gone. */
  async close(): Promise<void> {
    if (this.#state.phase === 'closed') return;
    const closed = new Promise<void>((resolve) => this.#whenClosed.push(resolve));
    this.#apply({ kind: 'closeRequested' });
    const deadline = this.#killLater();
    await closed;
    clearTimeout(deadline);
  }

  #killLater(): NodeJS.Timeout {
    const asked = this.#process;
    return setTimeout(() => {
      if (this.#process === asked) this.#apply({ kind: 'closeDeadline' });
    }, CLOSE_DEADLINE_MS);
  }

  #apply(event: LifecycleEvent): void {
    const { state, effects } = transition(this.#state, event);
    const isNews = state.phase !== this.#state.phase;
    this.#state = state;
    for (const effect of effects) this.#carryOut(effect);
    if (isNews) {
      this.#options.log(`data process: ${state.phase}`);
      this.#options.onChange(state);
    }
    if (state.phase === 'closed') for (const resolve of this.#whenClosed.splice(0)) resolve();
  }

  #carryOut(effect: LifecycleEffect): void {
    switch (effect.kind) {
      case 'fork':
        this.#fork();
        return;
      case 'scheduleRestart':
        this.#restartTimer = setTimeout(() => {
          this.#apply({ kind: 'restartDue' });
        }, effect.delayMs);
        return;
      case 'cancelRestart':
        if (this.#restartTimer !== null) clearTimeout(this.#restartTimer);
        return;
      case 'askToClose':
        this.post({ type: 'close' });
        return;
      case 'kill':
        this.#kill();
        return;
      default:
        unreachable(effect);
    }
  }

  #fork(): void {
    const child = utilityProcess.fork(this.#options.entryPath, [], { serviceName: 'Portreeve data', stdio: 'pipe', env: { ...process.env, ...this.#options.environment() } });
    this.#process = child;
    for (const stream of [child.stdout, child.stderr]) {
      if (stream !== null) createInterface({ input: stream }).on('line', this.#options.logOutput);
    }
    child.on('message', (message: unknown) => {
      this.#receive(child, message);
    });
    child.once('exit', (code) => {
      // The handle goes first: posting to a process inside its exit listener brings main down (electron#53923).
      if (this.#process === child) this.#process = null;
      this.#options.log(`data process: ended with code ${code}`);
      this.#apply({ kind: 'exited', atMs: performance.now() });
    });
    child.postMessage(this.#options.start);
  }

  /** For good: a process that is stuck does not hear a polite signal. SQLite's files bear it. */
  #kill(): void {
    const pid = this.#process?.pid;
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  }

  #receive(child: UtilityProcess, message: unknown): void {
    if (child !== this.#process) return;
    const parsed = DataToMain.safeParse(message);
    if (!parsed.success) {
      this.#options.log(`data process: a message that main does not know was ignored (${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')})`);
      return;
    }
    if (parsed.data.type === 'ready') this.#apply({ kind: 'ready' });
    if (parsed.data.type === 'failed') {
      const { message: why, canExportBackup } = parsed.data;
      this.#options.log(`data process: cannot go on, ${why}`);
      this.#apply({ kind: 'failed', message: why, canExportBackup });
    }
    this.#options.onMessage(parsed.data);
  }
}
