/**
 * Has every stored file scanned, also those that came before there was a scanner. Replicas share the work: whoever scans a file has
 * first moved its next try into the future, so a replica that dies over it leaves it to another.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MINUTE_MS, SECOND_MS } from '../../src-shared/util/time.ts';
import type { AppDeps } from '../app-deps.ts';
import { safeError } from '../log.ts';
import { readBlob } from './read-blob.ts';
import { runScan, type ScanCommand, type ScanVerdict } from './scan-command.ts';

export interface ScanWorker {
  /** A file has come: do not wait for the next look. */
  wake(): void;
  /** Resolves when the scan at hand has ended. */
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 15 * SECOND_MS;
/** A scan that has not ended by then was given up by its replica. */
const CLAIM_MS = 10 * MINUTE_MS;
const RETRY_BASE_MS = 15 * SECOND_MS;
const RETRY_MAX_MS = 60 * MINUTE_MS;

const INFECTED = 'The virus scanner found something in this file. It was put aside and is given to nobody. Ask the citizen for another copy, and tell your IT office.';

const SQL = {
  claim: `UPDATE blob SET scan_after = $1::bigint + ${CLAIM_MS}, scan_tries = scan_tries + 1
           WHERE sha256 = (SELECT sha256 FROM blob WHERE state = 'stored' AND NOT is_clean AND scan_after <= $1
                            ORDER BY scan_after LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING sha256, size_bytes AS "sizeBytes", scan_tries AS "tries"`,
  clean: `UPDATE blob SET is_clean = true WHERE sha256 = $1 AND state = 'stored'`,
  infected: `UPDATE blob SET state = 'infected', why = $2 WHERE sha256 = $1 AND state = 'stored'`,
  forgetThumbnail: 'DELETE FROM blob_thumbnail WHERE sha256 = $1',
  later: `UPDATE blob SET scan_after = $2 WHERE sha256 = $1 AND state = 'stored'`,
};

interface Claimed {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly tries: number;
}

/** Looks for files to scan until it is stopped. */
export function startScanWorker({ pool, log, now }: AppDeps, command: ScanCommand): ScanWorker {
  let isStopped = false;
  let isWanted = false;
  let wakeUp: (() => void) | null = null;

  async function run(): Promise<void> {
    while (!isStopped) {
      isWanted = false;
      try {
        while (!isStopped && (await scanNext())) isWanted = false;
      } catch (error) {
        log.warn({ error: safeError(error) }, 'files could not be scanned; trying again');
      }
      if (!isStopped && !isWanted) await sleep();
    }
  }

  async function scanNext(): Promise<boolean> {
    const { rows } = await pool.query<Claimed>(SQL.claim, [now()]);
    const [claimed] = rows;
    if (claimed === undefined) return false;
    await note(claimed, await scan(claimed));
    return true;
  }

  async function scan({ sha256, sizeBytes }: Claimed): Promise<ScanVerdict> {
    const folder = await mkdtemp(path.join(tmpdir(), 'portreeve-scan-'));
    try {
      const file = path.join(folder, sha256);
      await writeFile(file, readBlob(pool, sha256, { start: 0, end: sizeBytes - 1 }), { mode: 0o600 });
      return await runScan(command, file);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async function note({ sha256, tries }: Claimed, verdict: ScanVerdict): Promise<void> {
    if (verdict === 'clean') await pool.query(SQL.clean, [sha256]);
    if (verdict === 'infected') {
      await pool.query(SQL.infected, [sha256, INFECTED]);
      await pool.query(SQL.forgetThumbnail, [sha256]);
      log.error({ sha256 }, 'the virus scanner found an infected file; it is kept aside and not handed out');
    }
    if (verdict === 'unknown') {
      const waitMs = Math.min(RETRY_MAX_MS, RETRY_BASE_MS * 2 ** Math.min(tries - 1, 12));
      await pool.query(SQL.later, [sha256, now() + waitMs]);
      log.warn({ sha256, tries }, 'the virus scanner gave no verdict; the file waits, and is tried again');
    }
  }

  function sleep(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(wake, LOOK_EVERY_MS);
      timer.unref();
      function wake(): void {
        clearTimeout(timer);
        wakeUp = null;
        resolve();
      }
      wakeUp = wake;
    });
  }

  const finished = run();
  return {
    wake() {
      isWanted = true;
      wakeUp?.();
    },
    async stop() {
      isStopped = true;
      wakeUp?.();
      await finished;
    },
  };
}
