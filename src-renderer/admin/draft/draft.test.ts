import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { applyChanges } from '../../../src-shared/catalogue/catalogue-change.ts';
import { findEntry, seenOf } from '../../../src-shared/catalogue/sections.ts';
import { SMALL_CITY as city } from '../../../src-shared/testing/small-city.ts';
import { CommandId } from '../../../src-shared/util/ids.ts';
import { utcMs } from '../../../src-shared/util/time.ts';
import { AdminDraft, afterPublishing, changeSetOf, conflictsOf, countOf, EMPTY_DRAFT, keepEntry, keepMine, publishedEntry, takeBack, withChanges, withOrder } from './draft.ts';
import { draftRows, outcomeOf } from './draft-rows.ts';

const place = { section: 'departments', code: city.departments[0]?.code ?? '' } as const;
const department = publishedEntry(city, place) ?? {};

function elsewhere(change: Readonly<Record<string, unknown>>): Catalogue {
  return { ...city, version: city.version + 1, departments: city.departments.map((one, at) => (at === 0 ? { ...one, ...change } : one)) };
}

describe('changes not yet published', () => {
  it('wish an entry beside what its author saw; one that is back where it was is none', () => {
    const changed = keepEntry(EMPTY_DRAFT, city, place, { ...department, phone: '1' });
    const again = keepEntry(changed, city, place, { ...department, phone: '2' });
    expect(again.changes).toEqual([{ ...place, before: department, value: { ...department, phone: '2' } }]);
    expect(keepEntry(again, city, place, department).changes).toEqual([]);
    expect(takeBack(again, place)).toEqual(EMPTY_DRAFT);
    expect(countOf(again)).toBe(1);
  });

  it('of a new entry that is taken out again nothing stays', () => {
    const added = keepEntry(EMPTY_DRAFT, city, { section: 'glossary', code: 'ADA' }, { short: 'ADA', long: 'Act' });
    expect(draftRows(city, added, 'glossary')).toEqual([{ code: 'ADA', entry: { short: 'ADA', long: 'Act' }, state: 'new' }]);
    expect(keepEntry(added, city, { section: 'glossary', code: 'ADA' }, null).changes).toEqual([]);
  });

  it('conflict with what somebody else published of the same entry, until one of both is chosen', () => {
    const mine = keepEntry(EMPTY_DRAFT, city, place, { ...department, phone: 'mine' });
    const newer = elsewhere({ phone: 'theirs' });
    expect(conflictsOf(mine, newer)).toEqual([{ change: mine.changes[0], theirs: { ...department, phone: 'theirs' } }]);
    expect(conflictsOf(mine, elsewhere({ phone: 'mine' }))).toEqual([]);
    const kept = keepMine(mine, newer, place);
    expect(conflictsOf(kept, newer)).toEqual([]);
    expect(kept.changes).toEqual([{ ...place, before: { ...department, phone: 'theirs' }, value: { ...department, phone: 'mine' } }]);
  });

  it('are gone once they are published as wished', () => {
    const mine = keepEntry(EMPTY_DRAFT, city, place, { ...department, phone: '1' });
    expect(afterPublishing(mine, city)).toBe(mine);
    expect(afterPublishing(mine, elsewhere({ phone: '1' })).changes).toEqual([]);
  });

  it('make the catalogue that publishing them makes', () => {
    const codes = city.departments.map(({ code }) => code).toReversed();
    const mine = withOrder(keepEntry(EMPTY_DRAFT, city, place, { ...department, phone: '1' }), city, 'departments', codes);
    const { basedOnVersion, changes, orders = [] } = changeSetOf(mine, city);
    const published = applyChanges(city, { orders, changes: changes.map((change) => ({ ...change, seen: seenOf(findEntry(city, change.section, change.code)) })) });
    expect(basedOnVersion).toBe(city.version);
    expect(published.kind === 'applied' && published.catalogue).toEqual(outcomeOf(city, mine).catalogue);
    expect(draftRows(city, mine, 'departments').map(({ code, state }) => [code, state])).toEqual(codes.map((code) => [code, code === place.code ? 'changed' : 'same']));
    expect(withOrder(mine, city, 'departments', codes.toReversed()).orders).toEqual([]);
  });

  it('that do not fit the rest say so, and what was wrong before is not their fault', () => {
    const wrong = keepEntry(EMPTY_DRAFT, city, place, { ...department, headStaffId: 'nobody.here' });
    expect(outcomeOf(city, wrong).problems.map(({ section, code }) => ({ section, code }))).toEqual([place]);
    expect(outcomeOf(city, keepEntry(EMPTY_DRAFT, city, place, { ...department, name: '' })).catalogue).toBeNull();
    expect(outcomeOf(city, EMPTY_DRAFT)).toEqual({ catalogue: city, problems: [] });
  });

  it('brought by an import take the place of those of the same entries', () => {
    const mine = keepEntry(EMPTY_DRAFT, city, place, { ...department, phone: 'mine' });
    const imported = withChanges(mine, city, { changes: [{ ...place, value: { ...department, phone: 'file' } }], orders: [] });
    expect(imported.changes).toEqual([{ ...place, before: department, value: { ...department, phone: 'file' } }]);
  });

  it('stay in sight while they are on their way to the server', () => {
    const { changes } = keepEntry(EMPTY_DRAFT, city, place, { ...department, phone: '1' });
    const sent = { ...EMPTY_DRAFT, sent: [{ commandId: CommandId.parse('6f0f3c1e-5a53-4a5c-9d7e-0b8a4c6d2e10'), note: 'n', at: utcMs(0), changes, orders: [] }] };
    expect(draftRows(city, sent, 'departments')[0]).toEqual({ code: place.code, entry: { ...department, phone: '1' }, state: 'sent' });
    expect(AdminDraft.parse(structuredClone(sent))).toEqual(sent);
  });
});
