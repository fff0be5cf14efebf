/** What is left of a sealed case on the disks of workstations that may not hold it: searched for byte by byte, in every file of theirs. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { writeVerifiedBackup } from '../../src-data/db/backup.ts';
import { saveDraft } from '../../src-data/drafts/drafts.ts';
import { printReceipt, receiptFor } from '../../src-data/receipts/print-receipt.ts';
import { savePrinterSettings } from '../../src-data/receipts/printer-settings.ts';
import { scrubWanted } from '../../src-data/traces/scrub-wanted.ts';
import { BACKUP_FILE } from '../../src-data/daily-backup.ts';
import { inTransaction } from '../../src-server/db/transaction.ts';
import { grantBuckets } from '../../src-server/feed/grants.ts';
import { useServer } from '../../src-server/testing/test-server.ts';
import { TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { openWholeDesk, type WholeDesk } from './whole-desk.ts';
import { filesWith } from './words-on-disk.ts';

const server = useServer();
const desks: WholeDesk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

const PATIENCE = { timeout: 60_000, interval: 100 };

/** Cases on a desk's disk. */
const holds = (desk: WholeDesk, caseId: string): boolean => desk.workstation.db.raw.prepare('SELECT 1 FROM case_ WHERE case_id = ?').get(caseId) !== undefined;
const isQuiet = (desk: WholeDesk): boolean => scrubWanted(desk.workstation.db) === null && desk.workstation.db.raw.prepare(`SELECT 1 FROM outbox WHERE state <> 'confirmed'`).get() === undefined;

async function openDesk(name: string, staffId: string, alsoHolds: readonly string[] = []): Promise<WholeDesk> {
  const desk = openWholeDesk(server, name);
  desks.push(desk);
  await expect.poll(() => desk.workstation.connection().kind, PATIENCE).toBe('online');
  const { pool } = server().deps;
  if (alsoHolds.length > 0) await inTransaction(pool, {}, (tx) => grantBuckets(tx, desk.station(), alsoHolds, utcMs(Date.now())));
  desk.signIn(staffId);
  return desk;
}

const WORDS = ['Zyxwabble', 'quiltfrombis', 'Grobnitschka', 'vexmolder', '5550199887'];
const CITIZEN = { name: 'Zyxwabble Quiltfrombis', phone: '(555) 019-9887', email: 'vexmolder@example.org', address: '', language: 'en', preference: 'phone', needs: '' };

test('a complaint about conduct is gone from the desk that took it once the server has it: text, citizen, place, draft, receipt', async () => {
  const desk = await openDesk('Counter 1', 'agent');
  const hr = await openDesk('Human Resources', 'hr', ['sealed:HR']);
  const { db, spool } = desk.workstation;
  savePrinterSettings(db, { target: { kind: 'file', path: join(desk.folder, '..', `paper-${randomUUID()}`) }, columns: 42, codePage: 'cp858', cuts: true });
  const draftId = randomUUID();
  saveDraft(db, { draftId, isParked: false, title: 'Zyxwabble', body: { description: 'He was vexmolder at the Grobnitschka' } }, utcMs(Date.now()));
  const fields = { kind: 'complaint', description: 'He was vexmolder', requester: CITIZEN, location: { text: '7 Grobnitschka Road', unit: '', point: null } };
  const taken = desk.take({ ...fields, misconduct: { accusedStaffId: 'streets', reason: 'Shouted quiltfrombis' } }, draftId);
  const wanted = { trackingNumber: TrackingNumber.parse(taken.trackingNumber), language: null };
  expect(printReceipt(db, { ...wanted, jobId: randomUUID(), now: utcMs(Date.now()) }).ok).toBe(true);
  spool.wake();
  await expect.poll(() => holds(desk, taken.caseId), PATIENCE).toBe(false);
  hr.workstation.hurrySync();
  await expect.poll(() => holds(hr, taken.caseId), PATIENCE).toBe(true);
  await expect.poll(() => db.raw.prepare(`SELECT state FROM spool_job`).pluck().get(), PATIENCE).toBe('printed');
  await expect.poll(() => isQuiet(desk), PATIENCE).toBe(true);
  await expect.poll(() => filesWith(desk.folder, WORDS), PATIENCE).toEqual([]);
  expect(filesWith(hr.folder, WORDS)).not.toEqual([]); // the search finds what is there
  expect(receiptFor(db, wanted, utcMs(Date.now()))).toMatchObject({ trackingNumber: taken.trackingNumber }); // from memory, for whoever took it
  desk.signIn('agent2');
  expect(receiptFor(db, wanted, utcMs(Date.now()))).toBeNull();
});

test('sealed later, a case goes from every desk that had it and from their copies, with the notes that were written there', async () => {
  const [one, two] = [await openDesk('Counter 1', 'agent'), await openDesk('Counter 2', 'agent2')];
  const { caseId } = one.take({ description: 'He was vexmolder', requester: CITIZEN, location: { text: '7 Grobnitschka Road', unit: '', point: null } });
  const other = one.take({ description: 'Another one', location: { text: '9 Elm Street', unit: '', point: null } });
  await expect.poll(() => holds(two, caseId) && holds(two, other.caseId), PATIENCE).toBe(true);
  two.give('case.addNote', caseId, { text: 'Said quiltfrombis to me' });
  await expect.poll(() => isQuiet(two), PATIENCE).toBe(true);
  for (const desk of [one, two]) await writeVerifiedBackup(desk.workstation.db, join(desk.folder, BACKUP_FILE));
  expect(filesWith(two.folder, WORDS).some((found) => found.startsWith(BACKUP_FILE))).toBe(true);
  two.give('case.seal', caseId, { accusedStaffId: 'streets', reason: 'vexmolder again' });
  for (const desk of [one, two]) {
    await expect.poll(() => holds(desk, caseId), PATIENCE).toBe(false);
    await expect.poll(() => isQuiet(desk), PATIENCE).toBe(true);
    await expect.poll(() => filesWith(desk.folder, WORDS), PATIENCE).toEqual([]);
    expect(existsSync(join(desk.folder, BACKUP_FILE))).toBe(true);
    expect([holds(desk, other.caseId), filesWith(desk.folder, ['Another one']).length > 0]).toEqual([true, true]);
  }
});
