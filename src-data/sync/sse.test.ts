import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSseReader, type ServerEvent } from './sse.ts';

function read(...chunks: readonly Uint8Array[]): readonly ServerEvent[] {
  const events: ServerEvent[] = [];
  const take = createSseReader((event) => events.push(event));
  for (const chunk of chunks) take(chunk);
  return events;
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function cut(whole: Uint8Array, places: readonly number[]): readonly Uint8Array[] {
  const at = [...new Set(places.map((place) => place % (whole.length + 1)))].sort((a, b) => a - b);
  return [0, ...at].map((from, index) => whole.subarray(from, at[index] ?? whole.length));
}

const word = fc.string({ unit: fc.constantFrom('a', ':', ' ', 'ñ', 'Nguyễn', '🌪', '{', '"'), maxLength: 8 });
const sent = fc.record({ event: word.filter((text) => text.trim() !== '' && !text.startsWith(' ')), data: fc.array(word, { minLength: 1, maxLength: 3 }) });
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');

describe('server-sent events', () => {
  it('are the same wherever the stream is cut', () => {
    fc.assert(
      fc.property(fc.array(sent, { maxLength: 5 }), lineEnd, fc.array(fc.nat(), { maxLength: 40 }), (events, end, places) => {
        const lines = events.flatMap(({ event, data }) => [': still here', `event: ${event}`, ...data.map((line) => `data: ${line}`), '']);
        // The first byte of what follows: a CR alone is a line end only when something comes after it.
        const whole = bytes(`${lines.map((line) => line + end).join('')}:`);
        const expected = events.map(({ event, data }) => ({ event, data: data.join('\n') }));
        expect(read(whole)).toEqual(expected);
        expect(read(...cut(whole, places))).toEqual(expected);
        expect(read(...Array.from(whole, (byte) => Uint8Array.of(byte)))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('count only when they have data and their empty line has come', () => {
    expect(read(bytes('event: poke\n\n'), bytes('data: 1\n'), bytes('id: 7\nretry: 5\ndata:2\n\ndata: 3\n'))).toEqual([{ event: 'message', data: '1\n2' }]);
  });
});
