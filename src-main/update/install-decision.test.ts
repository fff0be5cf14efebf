import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideInstall, type InstallSituation } from './install-decision.ts';

const calm: InstallSituation = { readyVersion: '1.2.0', openDrafts: 0, busyReasons: [] };

it('installs when an update is ready and nothing is under way', () => {
  expect(decideInstall(calm)).toEqual({ mayInstall: true });
});

it.each<[Partial<InstallSituation>, string, RegExp]>([
  [{ readyVersion: null }, 'nothingReady', /Check for one/],
  [{ openDrafts: 1 }, 'draftOpen', /^A draft is open\. Issue or discard it/],
  [{ openDrafts: 3 }, 'draftOpen', /^3 drafts are open\. Issue or discard them/],
  [{ openDrafts: null }, 'draftsUnknown', /Try again/],
  [{ busyReasons: ['A receipt is being printed', 'x'] }, 'pageBusy', /^A receipt is being printed\. Finish it/],
])('refuses with %o', (difference, reason, message) => {
  const decision = decideInstall({ ...calm, ...difference });
  expect(decision).toMatchObject({ mayInstall: false, reason });
  expect(decision.mayInstall ? '' : decision.message).toMatch(message);
});

it('never installs over a draft or a busy page', () => {
  const situations = fc.record({
    readyVersion: fc.option(fc.constant('1.2.0')),
    openDrafts: fc.option(fc.nat(3)),
    busyReasons: fc.array(fc.string(), { maxLength: 2 }),
  });
  fc.assert(
    fc.property(situations, (situation) => {
      const isCalm = situation.readyVersion !== null && situation.openDrafts === 0 && situation.busyReasons.length === 0;
      expect(decideInstall(situation).mayInstall).toBe(isCalm);
    }),
  );
});
