import { describe, expect, it } from 'vitest';
import { redact } from './redact.ts';

describe('redact', () => {
  it.each([
    ['caller 612-555-0142 hung up', 'caller [number] hung up'],
    ['caller +1 (612) 555 0142', 'caller [number]'],
    ['case 48-2913-5067 refused', 'case [number] refused'],
    ['UNIQUE failed: 4829135067', 'UNIQUE failed: [number]'],
    ['to=ana.nunez+311@mail.example.gov; retry', 'to=[mail]; retry'],
    ['"who":"a.b@city.example"', '"who":"[mail]"'],
  ])('hides the citizen in: %s', (line, expected) => {
    expect(redact(line)).toBe(expected);
  });

  it.each([
    '2026-11-22T05:27:31.412Z ready in 214 ms',
    'restart 3 of 8 in 800 ms, exit code 9',
    'at Module._compile (node:internal/modules/cjs/loader:1554:14)',
    'portreeve 0.1.0, electron 33.2.1, chrome 130.0.6723',
  ])('keeps what is needed to mend things: %s', (line) => {
    expect(redact(line)).toBe(line);
  });

  it('cuts a line that has no end', () => {
    expect(redact('x'.repeat(100_000)).length).toBeLessThan(4_100);
  });
});
