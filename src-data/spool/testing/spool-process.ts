/**
 * A spool in a process of its own, to be killed. Arguments: database file, port of the printer or name of a queue of the system, and
 * `queue` to queue one receipt.
 *
 * Writes the open jobs as one line (`job:state:problem`, separated by spaces) at the start and after each change.
 */
import { SAMPLE_RECEIPT } from '../../../src-shared/receipt/testing/sample-receipt.ts';
import type { PrinterTarget } from '../../../src-shared/protocol/data-rpc/workstation-views.ts';
import { utcMs } from '../../../src-shared/util/time.ts';
import { openDatabase } from '../../db/database.ts';
import { migrate } from '../../db/migrate.ts';
import { escposBytes } from '../escpos.ts';
import { queueReceipt, unsettledJobs } from '../job-store.ts';
import { sendReceipt, takeBackReceipt } from '../send-receipt.ts';
import { createSpool } from '../spool.ts';
import { documentOf } from '../spool-paper.ts';

const [file = '', printer = '', queue] = process.argv.slice(2);
const target = (): PrinterTarget => (/^\d+$/.test(printer) ? { kind: 'tcp', host: '127.0.0.1', port: Number(printer) } : { kind: 'system', queue: printer });
const now = () => utcMs(Date.now());
const db = openDatabase(file);
migrate(db);
if (queue) queueReceipt(db, { jobId: 'receipt', receipt: SAMPLE_RECEIPT, now: now() });

function tell(): void {
  const jobs = unsettledJobs(db).map((job) => `${job.jobId}:${job.state}:${job.problem ?? ''}`);
  process.stdout.write(`open ${jobs.join(' ')}\n`);
}

const spool = createSpool({
  db,
  clock: {
    now,
    after(delayMs, work) {
      const timer = setTimeout(work, delayMs);
      return () => clearTimeout(timer);
    },
  },
  target,
  takeBack: (jobId) => takeBackReceipt(target(), jobId),
  layOut: (paper) => escposBytes(documentOf(paper), { columns: 48, codePage: 'cp858' }),
  send: sendReceipt,
  onChange: tell,
  log: (line) => process.stderr.write(`${line}\n`),
});
spool.start();
tell();
setInterval(() => undefined, 60_000); // lives until it is killed
