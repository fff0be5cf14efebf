import { expect, test } from 'vitest';
import { utcMs } from '../../../src-shared/util/time.ts';
import { whichOfAlike } from './alike.ts';

const mail = (change: { event?: string; at?: number; staffId?: string | null; to?: string } = {}) => {
  const { event = 'monthlyReport', at = 60_000, staffId = 's.one', to = 'o•••@city.example' } = change;
  return { event, at: utcMs(at), staffId, to };
};

test('mails of one minute, kind and person are numbered; any other is the only one', () => {
  const others = [mail({ event: 'dailyList' }), mail({ at: 120_000 }), mail({ staffId: null }), mail({ to: 't•••@city.example' })];
  expect(whichOfAlike([mail(), ...others, mail({ at: 119_999 }), mail()])).toEqual([1, 1, 1, 1, 1, 2, 3]);
});
