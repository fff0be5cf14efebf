import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { searchServices } from '../../src-shared/catalogue/search-services.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { must } from '../../src-shared/util/assert.ts';
import { findCase } from '../cases/case-queries.ts';
import { writeCase } from '../cases/write-case.ts';
import { type Desk, openArgs, openDesk } from '../testing/desk.ts';
import { learnWords } from './learn-words.ts';
import { readHeard } from './read-heard.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk(60);
});
afterEach(() => desk.close());

const easy = SMALL_CITY.services.filter(({ questions }) => questions.every(({ isRequired }) => !isRequired));
const [first, second] = [must(easy[0], 'a service'), must(easy[1], 'another')];

function take(serviceCode: string, description: string, times: number, also: Record<string, unknown> = {}): readonly string[] {
  return Array.from({ length: times }, () => {
    const outcome = desk.give({ type: 'case.open', args: openArgs({ serviceCode, description, ...also }) });
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.case.id;
  });
}

const words = (): readonly string[] => readHeard(desk.db).map(([word]) => word);
const learnAll = (): void => {
  while (learnWords(desk.db, 7));
};

describe('words heard in this city', () => {
  it('find the service of later calls, and are counted once however often it is looked', () => {
    take(first.code, 'a gator sits in the zorble', 5);
    take(second.code, 'the frumious thing again', 5);
    learnAll();
    learnAll();
    const heard = readHeard(desk.db);
    expect(searchServices(SMALL_CITY.services, 'zorble', 1, new Map(heard))[0]?.service.code).toBe(first.code);
    take(second.code, 'frumious frumious', 1);
    learnAll();
    expect(desk.db.query('SELECT word, count FROM heard_word WHERE word IN (\'zorble\', \'frumious\') ORDER BY word').all({})).toEqual([{ word: 'frumious', count: 6 }, { word: 'zorble', count: 5 }]);
  });

  it('never come from a sealed case, and what was counted goes in the moment a case is sealed', () => {
    take(first.code, 'vexmolder', 4, { isSealed: true });
    const [open = ''] = take(first.code, 'grobnitz', 4);
    take(second.code, 'something else entirely', 4);
    learnAll();
    expect(words()).toContain('grobnitz');
    expect(words()).not.toContain('vexmolder');
    const current = must(findCase(desk.db, open as never), 'it was opened').case; // safe: an id that came back
    desk.db.transaction(() => writeCase(desk.db, { ...current, isSealed: true }, 'confirmed'));
    expect(desk.db.query('SELECT word FROM heard_word').all({})).toEqual([]);
    learnAll();
    expect(desk.db.query('SELECT count FROM heard_word WHERE word = \'grobnitz\'').all({})).toEqual([{ count: 3 }]);
  });
});
