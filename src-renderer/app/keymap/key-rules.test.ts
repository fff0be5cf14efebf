import { describe, expect, it } from 'vitest';
import { chordIdentity, isTyping } from './chord.ts';
import { DEFAULT_KEYS, type NamedActionId, NAMED_ACTION_IDS, NUMBERED, numberedKeys } from './default-keys.ts';
import { keysFor, type OwnKeys, ownerOf, refusalOf, reservedFor } from './key-rules.ts';
import { keysFileText, readKeptKeys, readKeysFile } from './keymap-file.ts';
import { areShownTogether, COMPANIES, type ScopeId, SCOPE_TITLES, TYPING_SCOPES } from './scopes.ts';

interface Entry {
  readonly id: string;
  readonly leader: string;
  readonly scope: ScopeId;
  readonly key: string;
  readonly isFixed: boolean;
}

const NAMED: readonly Entry[] = NAMED_ACTION_IDS.flatMap((id) => DEFAULT_KEYS[id].keys.map((key) => ({ id, leader: DEFAULT_KEYS[id].with ?? id, scope: DEFAULT_KEYS[id].scope, key, isFixed: DEFAULT_KEYS[id].isFixed === true })));
const ROWS: readonly Entry[] = Object.entries(NUMBERED).flatMap(([family, { scope }]) =>
  Array.from({ length: 9 }, (_, row) => `${family}.${row + 1}`).flatMap((id) => numberedKeys(id).map((key) => ({ id, leader: id, scope, key, isFixed: false }))),
);
const ALL = [...NAMED, ...ROWS];

describe('the keys of all actions of all screens', () => {
  it.each(COMPANIES.map((scopes) => [scopes.join(' + '), scopes] as const))('have one meaning each in %s', (_name, scopes) => {
    const owners = new Map<string, Entry>();
    const clashes = ALL.filter(({ scope }) => scopes.includes(scope)).flatMap((entry) => {
      const owner = owners.get(chordIdentity(entry.key));
      owners.set(chordIdentity(entry.key), entry);
      const isOfTheFocused = owner !== undefined && owner.isFixed && entry.isFixed; // the list that has the focus takes its arrows
      return owner === undefined || owner.leader === entry.leader || isOfTheFocused ? [] : [`${entry.key}: ${owner.id} and ${entry.id}`];
    });
    expect(clashes).toEqual([]);
  });

  it('are in a company each: no place is forgotten', () => {
    expect([...new Set(ALL.map(({ scope }) => scope))].filter((scope) => !COMPANIES.some((company) => company.includes(scope)))).toEqual([]);
    expect(Object.keys(SCOPE_TITLES).filter((scope) => !COMPANIES.some((company) => company.includes(scope as ScopeId)))).toEqual([]);
  });

  it('take nothing from the system, the window, text or a screen reader, but where they mean the same', () => {
    const sameMeaning = ['Ctrl+A', 'Ctrl+Q', 'Ctrl+Z', 'Enter', 'Tab', 'Escape', 'Space', 'Home', 'End', 'PageUp', 'PageDown', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'].map(chordIdentity);
    const taken = NAMED.filter(({ id, key }) => reservedFor(key) !== null && !(DEFAULT_KEYS[id as NamedActionId].isFixed === true && sameMeaning.includes(chordIdentity(key))));
    expect([...taken, ...ROWS.filter(({ key }) => reservedFor(key) !== null)]).toEqual([]);
    for (const key of ['Alt+F4', 'Ctrl+C', 'Ctrl+V', 'Ctrl+X', 'Ctrl+Z', 'Ctrl+A', 'Ctrl+W', 'Ctrl+Alt+Q', 'Ctrl+Alt+ArrowRight', 'Insert', 'F11', 'Ctrl++']) expect(reservedFor(key)).not.toBeNull();
  });

  it('are never bare letters where people type', () => {
    expect(NAMED.filter(({ id, scope, key }) => TYPING_SCOPES.has(scope) && isTyping(key) && DEFAULT_KEYS[id as NamedActionId].isFixed !== true)).toEqual([]);
  });

  it('of two that go together are the same, and the one that leads is an action', () => {
    const apart = NAMED_ACTION_IDS.filter((id) => {
      const leader = DEFAULT_KEYS[id].with as NamedActionId | undefined; // safe: else the next line fails
      return leader !== undefined && (DEFAULT_KEYS[leader].keys.join() !== DEFAULT_KEYS[id].keys.join() || !areShownTogether(DEFAULT_KEYS[leader].scope, DEFAULT_KEYS[id].scope));
    });
    expect(apart).toEqual([]);
  });
});

describe('another key', () => {
  it('is refused with the name of whoever has it', () => {
    expect(refusalOf('case.assign', 't', {})).toBe('t is already “Transfer” (Case). Give that another key first, or press another one.');
    expect(refusalOf('case.assign', 'F2', {})).toBe('F2 is already “New case” (Everywhere). Give that another key first, or press another one.');
    expect(refusalOf('go.queue', 'Alt+P', {})).toContain('“Phone” (New case)');
    expect(refusalOf('newCase.park', 'Alt+3', {})).toContain('“Resume a parked draft”');
  });

  it('is free where its owner is never on screen at the same time, or has given it away', () => {
    expect(refusalOf('overdue.assign', 'y', {})).toBeNull();
    expect(refusalOf('case.assign', 't', { 'case.transfer': ['Shift+t'] })).toBeNull();
  });

  it('is refused when it is not ours to give, and where it would be text', () => {
    expect(refusalOf('case.assign', 'Ctrl+V', {})).toBe('Ctrl+V cannot be used: it edits text everywhere. Press another key.');
    expect(refusalOf('case.assign', 'Ctrl+Alt+Q', {})).toContain('AltGr');
    expect(refusalOf('newCase.issue', 'i', {})).toContain('F1 to F12');
  });

  it('goes with the action that shares it', () => {
    expect(keysFor('case.resume', { 'case.hold': ['Shift+h'] })).toEqual(['Shift+h']);
    expect(ownerOf('Shift+h', { 'case.hold': ['Shift+h'] }, { id: 'case.resume', scope: 'case' })).toBeNull();
  });
});

describe('keys in a file', () => {
  const own: OwnKeys = { 'case.assign': ['Shift+a'], 'case.transfer': [] };

  it('come back as they were saved', () => {
    expect(readKeysFile(keysFileText(own))).toEqual({ ok: true, own });
    expect(readKeptKeys(keysFileText(own))).toEqual(own);
  });

  it('may change places', () => {
    const swapped: OwnKeys = { 'case.assign': ['t'], 'case.transfer': ['a'] };
    expect(readKeysFile(keysFileText(swapped))).toEqual({ ok: true, own: swapped });
    expect(readKeptKeys(keysFileText(swapped))).toEqual(swapped);
  });

  it.each([
    ['no JSON', 'keys: a', 'it is not JSON'],
    ['another file', '{"name":"x"}', 'This is no file of keys.'],
    ['a newer version', '{"format":"portreeve-keys","version":2,"keys":{}}', 'This is no file of keys.'],
    ['an action nobody knows', keysFileText({ 'case.dance': ['d'] } as OwnKeys), '“case.dance”'],
    ['an action that keeps its key', keysFileText({ 'case.back': ['b'] }), '“case.back”'],
    ['a key twice', keysFileText({ 'case.assign': ['z'] }), 'The file gives z to “Assign”. z is already “Undo merge” (Case).'],
    ['a reserved key', keysFileText({ 'case.assign': ['Ctrl+C'] }), 'The file gives Ctrl+C to “Assign”.'],
  ])('are refused as a whole, with the reason: %s', (_name, text, words) => {
    const reading = readKeysFile(text);
    expect(reading).toMatchObject({ ok: false });
    expect(reading.ok ? '' : reading.sentence).toContain(words);
  });

  it('that were kept lose only what cannot be any more', () => {
    expect(readKeptKeys('damaged')).toEqual({});
    expect(readKeptKeys(null)).toEqual({});
    expect(readKeptKeys(keysFileText({ 'case.assign': ['z'], 'case.note': ['Shift+n'], 'case.gone': ['q'] } as OwnKeys))).toEqual({ 'case.assign': [], 'case.note': ['Shift+n'] });
  });
});
