import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SMALL_CITY } from '../testing/small-city.ts';
import { utcMs } from '../util/time.ts';
import { completeQuery } from './complete-query.ts';
import { readSpan } from './date-span.ts';
import { formatQuery, parseQuery, type QueryPiece } from './parse-query.ts';
import { allKeyNames, QUERY_FLAG_NAMES, QUERY_KEY_NAMES } from './query-keys.ts';
import { resolveQuery } from './resolve-query.ts';
import { problemSentence, tokenLabel } from './token-words.ts';

// Thursday, October 8, 2026, 10:00 in New York.
const NOW = utcMs(Date.UTC(2026, 9, 8, 14));
const CONTEXT = { catalogue: SMALL_CITY, staffId: 'agent', departmentCodes: ['WATER'], now: NOW };
const resolve = (text: string) => resolveQuery(parseQuery(text), text, CONTEXT);
const conditions = (text: string) => resolve(text).conditions;

describe('a query', () => {
  it('is taken apart into tokens, words and phrases', () => {
    expect(parseQuery('dept:water overdue received:>2026-10-01 "elm street" -graffiti lamp')).toEqual([
      { kind: 'token', key: 'department', values: ['water'], isNot: false },
      { kind: 'token', key: 'is', values: ['overdue'], isNot: false },
      { kind: 'token', key: 'received', values: ['>2026-10-01'], isNot: false },
      { kind: 'word', text: 'elm street', isPhrase: true, isNot: false },
      { kind: 'word', text: 'graffiti', isPhrase: false, isNot: true },
      { kind: 'word', text: 'lamp', isPhrase: false, isNot: false },
    ]);
  });

  it.each(['departamento:agua', 'DEPTO:agua', 'dept:agua'])('understands %s', (text) => {
    expect(parseQuery(text)).toEqual([{ kind: 'token', key: 'department', values: ['agua'], isNot: false }]);
  });

  it('keeps several values, quoted ones whole', () => {
    expect(parseQuery('-dept:"public works",water')).toEqual([{ kind: 'token', key: 'department', values: ['public works', 'water'], isNot: true }]);
  });

  it('takes what is no token for words: times, addresses of pages, numbers, half a name', () => {
    for (const text of ['10:30', 'https://example.com', '48-2913-5067', '(561) 555-0142', 'García-López', '-', '--', ':', 'a:']) {
      expect(parseQuery(text).every(({ kind }) => kind === 'word'), text).toBe(true);
    }
    expect(parseQuery('“overdue”')).toEqual([{ kind: 'word', text: 'overdue', isPhrase: true, isNot: false }]);
  });

  it('says which key may have been meant', () => {
    expect(parseQuery('servise:pothole')).toEqual([expect.objectContaining({ kind: 'word', text: 'servise:pothole', unknownKey: { name: 'servise', closest: 'service' } })]);
    expect(parseQuery('zzzzzz:1')).toEqual([expect.objectContaining({ unknownKey: { name: 'zzzzzz', closest: null } })]);
  });

  it('never throws, and reads as the same again when it is written anew', () => {
    const bits = fc.constantFrom(...allKeyNames(), ...QUERY_FLAG_NAMES, ':', '-', '"', ',', ' ', '>', '..', 'water', 'me', '2026-10-01', '7d', 'ñ', '“', '0', '\t');
    const typed = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.array(bits, { maxLength: 14 }).map((parts) => parts.join('')));
    fc.assert(
      fc.property(typed, (text) => {
        const pieces = parseQuery(text);
        const again = parseQuery(formatQuery(pieces));
        expect(again).toEqual(pieces);
        for (const token of resolve(text).tokens) expect(tokenLabel(token, SMALL_CITY).length).toBeGreaterThan(0);
        for (let caret = 0; caret <= text.length; caret += 1) completeQuery(text, caret, SMALL_CITY);
      }),
      { numRuns: 400 },
    );
  });

  it('made of known pieces is written so that they are read again', () => {
    const value = fc.stringMatching(/^[a-z0-9>.-]{1,8}( [a-z]{1,4})?$/);
    const token = fc.record({ kind: fc.constant('token' as const), key: fc.constantFrom(...QUERY_KEY_NAMES), values: fc.array(value, { maxLength: 3 }), isNot: fc.boolean() });
    fc.assert(
      fc.property(fc.array(token, { maxLength: 5 }), (pieces: readonly QueryPiece[]) => {
        expect(parseQuery(formatQuery(pieces))).toEqual(pieces);
      }),
    );
  });
});

describe('what it asks of this city', () => {
  it('finds codes by code, name and beginnings of words', () => {
    const name = SMALL_CITY.departments[0]?.name ?? '';
    const code = SMALL_CITY.departments[0]?.code ?? '';
    for (const text of [`dept:${code.toLowerCase()}`, `dept:"${name}"`, `dept:${code.slice(0, 4)}`]) expect(conditions(text), text).toEqual([{ field: 'department', codes: [code], isNot: false }]);
  });

  it('knows me, nobody, my department and the flags that are states', () => {
    expect(conditions('assignee:me')).toEqual([{ field: 'assignee', codes: ['agent'], isNot: false }]);
    expect(conditions('asignado:nadie')).toEqual(conditions('unassigned'));
    expect(conditions('dept:mine')).toEqual([{ field: 'department', codes: ['WATER'], isNot: false }]);
    expect(conditions('is:cerrado')).toEqual(conditions('state:closed'));
    expect(conditions('-is:sealed')).toEqual([{ field: 'flag', flag: 'sealed', isNot: true }]);
    expect(conditions('estado:"en espera",nuevo')).toEqual([{ field: 'state', codes: ['onHold', 'new'], isNot: false }]);
  });

  it('knows when to call again: now, today, on any day', () => {
    expect(conditions('call:due')).toMatchObject([{ field: 'call', since: null, until: NOW + 1, isNot: false }]);
    expect(conditions('llamar:hoy')).toMatchObject([{ since: Date.UTC(2026, 9, 8, 4), until: Date.UTC(2026, 9, 9, 4) }]);
    expect(resolve('call:due').tokens.map((token) => tokenLabel(token, SMALL_CITY))).toEqual(['Call again: it is time now']);
    expect(completeQuery('cal', 3, SMALL_CITY).completions).toMatchObject([{ text: 'call:', isWhole: false }]);
    expect(completeQuery('-call:d', 7, SMALL_CITY).completions).toMatchObject([{ text: '-call:due', isWhole: true }]);
    expect(resolve('call:someday').tokens[0]).toMatchObject({ condition: { codes: [] }, problem: { reason: 'unknownValue' } });
  });

  it('leaves words as they were typed, so that the last may be unfinished', () => {
    expect(resolve('lamp overdue po').words).toBe('lamp po');
    expect(resolve('lamp overdue ').words).toBe('lamp ');
    expect(resolve('po overdue').words).toBe('po ');
    expect(resolve('overdue').words).toBe('');
  });

  it('finds nothing by a filter it does not understand, and says what may have been meant', () => {
    const [token] = resolve('channel:phnoe').tokens;
    expect(token).toMatchObject({ condition: { codes: [] }, problem: { reason: 'unknownValue', closest: 'Phone' } });
    expect(problemSentence(token?.problem ?? { reason: 'unfinished' }, 'channel')).toContain('Did you mean “Phone”?');
    expect(resolve('received:someday').tokens[0]).toMatchObject({ condition: { codes: [] }, problem: { reason: 'notADate' } });
    expect(resolve('dept:').conditions).toEqual([]);
  });
});

describe('dates', () => {
  const at = (text: string): number => Date.parse(`${text}-04:00`);
  it.each([
    ['2026-10-01', false, '2026-10-01T00:00', '2026-10-02T00:00'],
    ['>2026-10-01', false, '2026-10-02T00:00', null],
    ['>=10/1/2026', false, '2026-10-01T00:00', null],
    ['<2026-10', false, null, '2026-10-01T00:00'],
    ['<=2026-10-01', false, null, '2026-10-02T00:00'],
    ['2026-09-30..2026-10-01', false, '2026-09-30T00:00', '2026-10-02T00:00'],
    ['ayer', false, '2026-10-07T00:00', '2026-10-08T00:00'],
    ['lastweek', false, '2026-09-28T00:00', '2026-10-05T00:00'],
    ['7d', false, '2026-10-01T00:00', null],
    ['>7d', false, null, '2026-10-01T00:00'],
    ['2d', true, '2026-10-08T10:00', '2026-10-11T00:00'],
    ['mañana', true, '2026-10-09T00:00', '2026-10-10T00:00'],
  ])('%s is a time of the city', (text, isAhead, from, to) => {
    expect(readSpan(text, { now: NOW, timeZone: 'America/New_York', isAhead })).toEqual({ from: from && at(from), to: to && at(to) });
  });

  it.each(['2026-13-01', '2026-02-30', 'soon', '>', '..', '', '1/2', 'constructor'])('%s is none', (text) => {
    expect(readSpan(text, { now: NOW, timeZone: 'America/New_York', isAhead: false })).toBeNull();
  });
});

describe('completing', () => {
  const offered = (text: string) => completeQuery(text, text.length, SMALL_CITY);
  it('offers keys, then what they may name', () => {
    expect(offered('lamp de')).toMatchObject({ from: 5, completions: [{ text: 'dept:', isWhole: false }] });
    expect(offered('dept:').completions.map(({ label }) => label)).toEqual(SMALL_CITY.departments.map(({ name }) => name));
    expect(offered('-channel:pho').completions).toMatchObject([{ text: '-channel:phone', label: 'Phone', isWhole: true }]);
    expect(offered('state:new,on').completions).toMatchObject([{ text: 'state:new,onhold' }]);
    expect(offered('d').completions).toEqual([]);
    expect(offered('10:30').completions).toEqual([]);
  });
});
