import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readableJson } from './readable-json.ts';

test('says exactly what JSON says', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    expect(JSON.parse(readableJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
  }));
});

test('keeps short things on one line and takes long ones apart', () => {
  const calendar = { code: 'CITY', hours: [{ from: '08:00', to: '17:00' }], days: Array.from({ length: 12 }, (_, day) => `2026-12-${day + 10}`) };
  expect(readableJson(calendar)).toBe(`{
  "code": "CITY",
  "hours": [{ "from": "08:00", "to": "17:00" }],
  "days": [
${calendar.days.map((day) => `    "${day}"`).join(',\n')}
  ]
}
`);
});
