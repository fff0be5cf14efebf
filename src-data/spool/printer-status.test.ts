import { expect, it } from 'vitest';
import { isDoneAnswer, isRealTimeAnswer, problemOfStatus } from './printer-status.ts';

it.each([
  ['ready', [0x12, 0x12, 0x12], null],
  ['ready with little paper left', [0x12, 0x12, 0x1e], null],
  ['out of paper', [0x1a, 0x32, 0x7e], 'paperOut'],
  ['out of paper, told by the paper sensor alone', [0x12, 0x12, 0x72], 'paperOut'],
  ['open', [0x1a, 0x16, 0x12], 'coverOpen'],
  ['open and out of paper: first the cover', [0x1a, 0x36, 0x7e], 'coverOpen'],
  ['jammed', [0x1a, 0x52, 0x12], 'printerFault'],
  ['offline for no reason it gives', [0x1a, 0x12, 0x12], 'offline'],
] as const)('understands a printer that is %s', (_case, answers, problem) => {
  expect(problemOfStatus(answers)).toBe(problem);
});

it('tells an answer in real time from the answer that all is done, whatever else they say', () => {
  for (let byte = 0; byte < 256; byte += 1) expect(isRealTimeAnswer(byte) && isDoneAnswer(byte)).toBe(false);
  expect([0x00, 0x03, 0x0c, 0x0f].every(isDoneAnswer)).toBe(true);
  expect([0x12, 0x1e, 0x7e].every(isRealTimeAnswer)).toBe(true);
});
