/**
 * Practice mode is the same app started once more, with a data folder of its own and without a server: another process, another
 * data process, another lock. What is done there cannot reach the records of this one, whatever goes wrong.
 */
import { t } from '../../src-shared/language/language.ts';
import { type ChildProcess, spawn } from 'node:child_process';
import { app } from 'electron';
import type { PracticeReply } from '../../src-shared/protocol/desktop-api.ts';
import { practiceArguments, practiceEnvironment } from './practice-arguments.ts';

export interface PracticeWindowOptions {
  /** Of this workstation; practice makes a folder of its own in it. */
  readonly dataDir: string;
  readonly stationName: string;
  /** True in the practice window itself, which opens no further one. */
  readonly isPractice: boolean;
  readonly log: (line: string) => void;
}

export interface PracticeWindow {
  /** Opens it. One that is open already comes to the front: the second start finds the first one's lock and ends. */
  start(): Promise<PracticeReply>;
  /** It closes with the workstation: an update could not replace files that it has open. */
  close(): void;
}

export function createPracticeWindow({ dataDir, stationName, isPractice, log }: PracticeWindowOptions): PracticeWindow {
  const running = new Set<ChildProcess>();

  function start(): Promise<PracticeReply> {
    if (isPractice) return Promise.resolve({ outcome: 'failed', message: t`This is practice mode already.` });
    const given = { dataDir, stationName, appPath: process.defaultApp ? app.getAppPath() : null, isWithoutSandbox: app.commandLine.hasSwitch('no-sandbox') };
    // An AppImage runs from a mount of its own that ends with it.
    const program = process.env['APPIMAGE'] ?? process.execPath;
    return new Promise((resolve) => {
      const child = spawn(program, practiceArguments(given), { env: practiceEnvironment(process.env), stdio: 'ignore' });
      child.once('spawn', () => {
        running.add(child);
        log('practice: started');
        resolve({ outcome: 'started' });
      });
      child.once('exit', () => {
        running.delete(child);
      });
      child.once('error', (error) => {
        log(`practice: not started, ${String(error)}`);
        resolve({ outcome: 'failed', message: t`Practice mode could not be opened. Close Portreeve, open it again and try once more; if it fails again, export the logs for your IT office.` });
      });
    });
  }

  return {
    start,
    close() {
      for (const child of running) child.kill();
    },
  };
}
