import { describe, expect, test } from 'vitest';
import { readCommand } from './read-command.ts';

const note = (args: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  uid: '00000000-0000-4000-8000-000000000001',
  caseId: '00000000-0000-4000-8000-000000000002',
  ...{ userId: 'agent', station: 'st-000000000001', madeAt: 1, type: 'case.addNote', v: 1, args },
  ...more,
});
const read = (command: unknown) => {
  const result = readCommand({ seq: 1, hash: '0'.repeat(64), command });
  return result.kind === 'readable' ? result.command.type : `${result.reason}: ${result.detail.problem}`;
};

describe('readCommand', () => {
  test('reads a command', () => expect(read(note({ text: 'Called back' }))).toBe('case.addNote'));
  test('cleans what people paste', () => {
    const result = readCommand({ seq: 1, hash: '0'.repeat(64), command: note({ text: ' a\r\nb ' }) });
    expect(result).toMatchObject({ kind: 'readable', command: { args: { text: 'a\nb' } } });
  });
  test('tells a newer command from a wrong one', () => {
    expect(read(note({ text: 'x' }, { type: 'case.vanish' }))).toMatch(/^unsupportedCommand/);
    expect(read(note({ text: 'x' }, { v: 2 }))).toMatch(/^unsupportedCommand/);
    expect(read(note({}))).toMatch(/^invalidCommand: args\.text/);
  });
  test.each([[null], [undefined], [7], ['case.addNote'], [[]], [{}]])('refuses %j as a value', (command) => expect(read(command)).toMatch(/^invalidCommand/));
  test('refuses characters PostgreSQL cannot store, also where no schema looks', () => {
    expect(read(note({ text: 'x' }, { later: 'a\u0000b' }))).toMatch(/cannot be stored/);
    expect(read(note({ text: 'x' }, { 'key\u0000': 1 }))).toMatch(/cannot be stored/);
    expect(read(note({ text: 'x' }, { later: '\ud800' }))).toMatch(/cannot be stored/);
  });
  test('takes the letters of such an escape for what they are', () => {
    expect(read(note({ text: 'a folder named C:\\u0000 and \\ud800' }))).toBe('case.addNote');
  });
});
