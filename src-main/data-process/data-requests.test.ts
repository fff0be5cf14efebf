import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MainToData } from '../../src-shared/protocol/data-process.ts';
import { createDataRequests } from './data-requests.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp() {
  const posted: MainToData[] = [];
  const requests = createDataRequests((message) => {
    posted.push(message);
    return true;
  });
  return { posted, requests };
}

describe('questions to the data process', () => {
  it('are answered by the message with the same id', async () => {
    const { posted, requests } = setUp();
    const drafts = requests.countOpenDrafts();
    const backup = requests.exportBackup('/media/stick/records.db');
    expect(posted).toEqual([
      { type: 'drafts.count', id: 1 },
      { type: 'backup.export', id: 2, path: '/media/stick/records.db' },
    ]);
    requests.receive({ type: 'backup.result', id: 2, message: null });
    requests.receive({ type: 'drafts.result', id: 1, open: 3 });
    expect(await drafts).toBe(3);
    expect(await backup).toBeNull();
  });

  it('count as unanswered when nobody is there, when it takes too long, and when the process ends', async () => {
    const nobody = createDataRequests(() => false);
    expect(await nobody.countOpenDrafts()).toBeNull();

    const { requests } = setUp();
    const slow = requests.countOpenDrafts();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await slow).toBeNull();

    const cut = requests.exportBackup('/x');
    requests.processEnded();
    expect(await cut).toMatch(/not finished/);
  });

  it('are not confused by an answer that comes too late or twice', async () => {
    const { requests } = setUp();
    const slow = requests.countOpenDrafts();
    await vi.advanceTimersByTimeAsync(2_000);
    requests.receive({ type: 'drafts.result', id: 1, open: 7 });
    requests.receive({ type: 'drafts.result', id: 1, open: 7 });
    expect(await slow).toBeNull();
  });
});
