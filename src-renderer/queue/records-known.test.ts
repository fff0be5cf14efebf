import { expect, it } from 'vitest';
import { utcMs } from '../../src-shared/util/time.ts';
import { onTheirWay } from './records-known.ts';
import { viewMark } from './queue-words.ts';

const fresh = { gettingReady: null, lastPullAt: null, hasCases: false, serverUrl: 'http://city' };

it('takes no count for one before the first pull has ended', () => {
  expect(onTheirWay(undefined)).not.toBeNull();
  expect(onTheirWay(fresh)).not.toBeNull();
  expect(onTheirWay({ ...fresh, lastPullAt: utcMs(1), gettingReady: 'Fetching 100,000 cases' })).toBe('Fetching 100,000 cases');
  expect(onTheirWay({ ...fresh, lastPullAt: utcMs(1) })).toBeNull();
  expect(onTheirWay({ ...fresh, hasCases: true })).toBeNull();
  expect(onTheirWay({ ...fresh, serverUrl: null })).toBeNull();
});

it('says so beside the name of a view, to those who see it and to those who hear it', () => {
  expect(viewMark('Open', { count: 57, isMore: false }, true)).toEqual({ label: 'Open · 57' });
  expect(viewMark('Open', { count: 1_000, isMore: true }, true)).toEqual({ label: 'Open · 1,000+' });
  expect(viewMark('Open', { count: 0, isMore: false }, false)).toEqual({ label: 'Open · …', spoken: 'Open, not counted yet' });
  expect(viewMark('Open', undefined, true)).toEqual({ label: 'Open · …', spoken: 'Open, not counted yet' });
});
