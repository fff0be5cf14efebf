import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS, utcMs } from '../../src-shared/util/time.ts';
import { type Desk, NOW, openArgs, openDesk, STATION } from '../testing/desk.ts';
import { updateSyncState } from '../sync/sync-state.ts';
import { hashAt, markConfirmed, markOutcome } from './outbox-queries.ts';
import { pruneOutbox } from './prune-outbox.ts';

const now = utcMs(NOW);
let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => {
  desk.close();
});

const seqs = (): readonly number[] => desk.db.query<Record<string, never>, { seq: number }>('SELECT seq FROM outbox ORDER BY seq').all({}).map((row) => row.seq);

describe('what was sent', () => {
  it('stays until the server cannot be put back behind it any more, and then goes; the chain goes on', () => {
    for (let taken = 0; taken < 3; taken += 1) expect(desk.give({ type: 'case.open', args: openArgs() }).ok).toBe(true);
    markConfirmed(desk.db, STATION, { seq: 2, at: now });
    const last = hashAt(desk.db, STATION, 3);
    expect(pruneOutbox(desk.db, utcMs(now + 48 * DAY_MS))).toBe(0);
    expect(pruneOutbox(desk.db, utcMs(now + 50 * DAY_MS))).toBe(1);
    expect(seqs()).toEqual([2, 3]); // the link that the next one continues, and what was not sent yet
    markConfirmed(desk.db, STATION, { seq: 3, at: now });
    pruneOutbox(desk.db, utcMs(now + 50 * DAY_MS));
    expect(seqs()).toEqual([3]); // the link that the next one continues
    expect(desk.give({ type: 'case.open', args: openArgs() }).ok).toBe(true);
    expect(hashAt(desk.db, STATION, 3)).toBe(last);
    expect(seqs()).toEqual([3, 4]);
  });

  it('stays for as long as the server keeps its backups', () => {
    desk.give({ type: 'case.open', args: openArgs() });
    markConfirmed(desk.db, STATION, { seq: 1, at: now });
    updateSyncState(desk.db, { keepDays: 400 });
    expect(pruneOutbox(desk.db, utcMs(now + 300 * DAY_MS))).toBe(0);
  });

  it('stays while somebody has to decide about it', () => {
    desk.give({ type: 'case.open', args: openArgs() });
    markOutcome(desk.db, STATION, { seq: 1, state: 'refused', code: 'notPermitted', detail: {} });
    expect(pruneOutbox(desk.db, utcMs(now + 300 * DAY_MS))).toBe(0);
  });
});
