import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { redact } from './redact.ts';

export interface RotatingFileOptions {
  readonly directory: string;
  /** File name without `.log`. */
  readonly name: string;
  /** A file past this size is set aside as `name.1.log`, the one before as `name.2.log` … */
  readonly maximumBytes?: number;
  /** How many set-aside files are kept. */
  readonly keep?: number;
}

export interface RotatingFile {
  /** Writes one line, redacted, with the time before it. Never throws: a full disk must not stop the app. */
  writeLine(line: string): void;
}

/** A log file that stays small for ever. Synchronous, so that the last line before a crash is there. */
export function openRotatingFile(options: RotatingFileOptions): RotatingFile {
  const { directory, name, maximumBytes = 1_000_000, keep = 4 } = options;
  const path = join(directory, `${name}.log`);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  let sizeBytes = existsSync(path) ? statSync(path).size : 0;

  function setAside(): void {
    rmSync(join(directory, `${name}.${keep}.log`), { force: true });
    for (let age = keep - 1; age >= 1; age -= 1) {
      const older = join(directory, `${name}.${age}.log`);
      if (existsSync(older)) renameSync(older, join(directory, `${name}.${age + 1}.log`));
    }
    renameSync(path, join(directory, `${name}.1.log`));
    sizeBytes = 0;
  }

  function writeLine(line: string): void {
    const text = `${new Date().toISOString()} ${redact(line)}\n`;
    try {
      if (sizeBytes > 0 && sizeBytes + text.length > maximumBytes) setAside();
      appendFileSync(path, text, { mode: 0o600 });
      sizeBytes += Buffer.byteLength(text);
    } catch {
      // Nowhere left to say it.
    }
  }

  return { writeLine };
}
