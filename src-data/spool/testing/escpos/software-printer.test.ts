import { expect, it } from 'vitest';
import { readAvailable, readCommands } from './commands.ts';
import { printOnPaper } from './software-printer.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

it.each([
  ['an unknown command', '\x1bZ', 'Unknown ESC command'],
  ['the command that opens a cash drawer', '\x1bp\x00\x19\xfa', 'Unknown ESC command'],
  ['a control character', 'a\x07b', 'Unknown control character'],
  ['a command that ends too early', '\x1dv0\x00\x02\x00\x02\x00\xff', 'ends inside a command'],
])('takes %s for a mistake', (_case, text, message) => {
  expect(() => readCommands(bytes(text))).toThrow(message);
});

it('waits for the rest of a command that arrives in pieces', () => {
  const { commands, rest } = readAvailable(bytes('\x1b@\x1dv0\x00\x01\x00\x02\x00\xff'));
  expect([commands.map((command) => command.kind), rest.length]).toEqual([['reset'], 9]);
});

it('refuses text that runs over the edge of the paper', () => {
  expect(() => printOnPaper(bytes(`\x1b@\x1bt\x13${'x'.repeat(43)}\n`), 42)).toThrow('edge');
});

it('prints where it is told, in the size it is told', () => {
  const { lines, paper } = printOnPaper(bytes('\x1b@\x1bt\x13\x1b$\x18\x00\x1d!\x11\x1bE\x01A\xa4\n'), 42);
  expect(lines).toEqual([{ text: 'Añ', from: 24, to: 72, height: 2, isBold: true, isInverted: false }]);
  expect(paper.height).toBe(48);
});
