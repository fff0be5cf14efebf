import { expect, it } from 'vitest';
import { isTrustedSender } from './trusted-sender.ts';

const trusted = new Set(['app://portreeve']);

it('listens to the main frame of our own page only', () => {
  expect(isTrustedSender({ origin: 'app://portreeve', parent: null }, trusted)).toBe(true);
});

it.each([
  ['a frame that is gone', null],
  ['an embedded frame', { origin: 'app://portreeve', parent: {} }],
  ['the trouble screen', { origin: 'app://trouble', parent: null }],
  ['a foreign page', { origin: 'https://portreeve', parent: null }],
  ['an origin that begins alike', { origin: 'app://portreeve.example', parent: null }],
  ['a page without origin', { origin: 'null', parent: null }],
])('does not listen to %s', (_name, frame) => {
  expect(isTrustedSender(frame, trusted)).toBe(false);
});
