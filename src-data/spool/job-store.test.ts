import { describe, expect, it } from 'vitest';
import { reprintOf } from '../../src-shared/receipt/receipt-data.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { OTHER_NUMBER, SAMPLE_NUMBER, SAMPLE_RECEIPT } from '../../src-shared/receipt/testing/sample-receipt.ts';
import { openDatabase, type WriteDb } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { applyEvent, nextCopyNumber, nextWaitingJob, printJobRows, queueReceipt, storedReceipt, unsettledJobs } from './job-store.ts';

function freshDb(): WriteDb {
  const db = openDatabase(':memory:');
  migrate(db);
  return db;
}

function queue(db: WriteDb, jobId: string, now: number, receipt = SAMPLE_RECEIPT): void {
  queueReceipt(db, { jobId, receipt, now: utcMs(now) });
}

it('keeps the whole receipt until it is printed, and not a word of it afterwards', () => {
  const db = freshDb();
  queue(db, 'a', 1);
  expect(storedReceipt(db, 'a')).toEqual(SAMPLE_RECEIPT);
  applyEvent(db, 'a', { kind: 'sendingStarted' }, utcMs(2));
  expect(storedReceipt(db, 'a')).toEqual(SAMPLE_RECEIPT);
  applyEvent(db, 'a', { kind: 'allPrinted' }, utcMs(3));
  expect(storedReceipt(db, 'a')).toBeNull();
});

it('queues one job once, however often it is asked to', () => {
  const db = freshDb();
  queue(db, 'a', 1);
  applyEvent(db, 'a', { kind: 'leave' }, utcMs(2));
  queue(db, 'a', 3);
  expect(unsettledJobs(db)).toEqual([]);
});

it('gives the oldest waiting job first, and passes over those that need a look', () => {
  const db = freshDb();
  for (const jobId of ['a', 'b', 'c']) queue(db, jobId, 1);
  applyEvent(db, 'a', { kind: 'waitedTooLong' }, utcMs(2));
  expect(nextWaitingJob(db)?.jobId).toBe('b');
  expect(unsettledJobs(db).map((job) => job.jobId)).toEqual(['a', 'b', 'c']);
});

it('changes nothing when an event comes too late', () => {
  const db = freshDb();
  queue(db, 'a', 1);
  applyEvent(db, 'a', { kind: 'leave' }, utcMs(2));
  expect(applyEvent(db, 'a', { kind: 'sendingStarted' }, utcMs(3))).toBeNull();
  expect(applyEvent(db, 'no such job', { kind: 'leave' }, utcMs(3))).toBeNull();
});

it('waits anew from the moment a person asks for it again', () => {
  const db = freshDb();
  queue(db, 'a', 1);
  applyEvent(db, 'a', { kind: 'waitedTooLong' }, utcMs(50));
  applyEvent(db, 'a', { kind: 'printAgain' }, utcMs(60));
  expect(nextWaitingJob(db)).toMatchObject({ queuedAt: 1, waitingSince: 60, problem: null });
});

describe('copies', () => {
  it('are counted per number, also when the first one was left', () => {
    const db = freshDb();
    expect(nextCopyNumber(db, SAMPLE_NUMBER)).toBe(0);
    queue(db, 'a', 1);
    applyEvent(db, 'a', { kind: 'leave' }, utcMs(2));
    queue(db, 'b', 3, reprintOf(SAMPLE_RECEIPT, utcMs(3)));
    expect([nextCopyNumber(db, SAMPLE_NUMBER), nextCopyNumber(db, OTHER_NUMBER)]).toEqual([2, 0]);
  });
});

it('lists what a screen shows: what is open with its problem in words, then what was printed last', () => {
  const db = freshDb();
  queue(db, 'printed', 1);
  applyEvent(db, 'printed', { kind: 'sendingStarted' }, utcMs(2));
  applyEvent(db, 'printed', { kind: 'allPrinted' }, utcMs(3));
  queue(db, 'waits', 4, reprintOf(SAMPLE_RECEIPT, utcMs(4)));
  applyEvent(db, 'waits', { kind: 'notSent', problem: 'paperOut' }, utcMs(5));
  queue(db, 'left', 6);
  applyEvent(db, 'left', { kind: 'leave' }, utcMs(7));
  expect(printJobRows(db)).toEqual([
    {
      jobId: 'waits',
      trackingNumber: SAMPLE_NUMBER,
      queuedAt: 4,
      state: 'waiting',
      problem: 'The printer is out of paper. Put in a new roll; the receipt then prints by itself.',
      isReprint: true,
      isForm: false,
    },
    { jobId: 'printed', trackingNumber: SAMPLE_NUMBER, queuedAt: 1, state: 'printed', problem: null, isReprint: false, isForm: false },
  ]);
});
