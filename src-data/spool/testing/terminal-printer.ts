import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Mechanism, type PrinterManners, takeBytes } from './escpos/tcp-printer.ts';
import type { PrintedReceipt } from './escpos/software-printer.ts';

/** A receipt printer behind a pseudo-terminal: a device file that is written to and answers, as `/dev/usb/lp0` does. */
export interface TerminalPrinter {
  /** Such as `/dev/pts/3`. */
  readonly path: string;
  readonly manners: PrinterManners;
  printed(): PrintedReceipt;
  close(): Promise<void>;
}

/** Of util-linux, which every Debian has. */
export const hasTerminals: boolean = process.platform === 'linux' && existsSync('/usr/bin/script');

/** `script` makes the terminal and stands at its other end: what is written to the device comes out of it, what goes into it is read from the device. */
export async function startTerminalPrinter(given: Partial<PrinterManners> = {}): Promise<TerminalPrinter> {
  const child: ChildProcess = spawn('script', ['-qfec', 'stty raw -echo; tty; exec sleep 600', '/dev/null'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const mechanism = new Mechanism(given);
  let waiting: Buffer = Buffer.alloc(0);
  const path = await new Promise<string>((resolve, reject) => {
    let found: string | null = null;
    child.once('error', reject);
    child.stdout?.on('data', (chunk: Buffer) => {
      waiting = Buffer.concat([waiting, chunk]);
      if (found === null) {
        const line = /^(\/dev\/\S+)\r?\n/.exec(waiting.toString('latin1'));
        if (!line?.[1]) return;
        found = line[1];
        waiting = waiting.subarray(line[0].length);
        resolve(found);
      }
      waiting = takeBytes(mechanism, waiting, (answer) => child.stdin?.write(Uint8Array.of(answer)));
    });
  });
  return {
    path,
    manners: mechanism.manners,
    printed: () => mechanism.printer.result(),
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    },
  };
}
