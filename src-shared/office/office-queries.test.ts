import { describe, expect, it } from 'vitest';
import { SMALL_CITY } from '../testing/small-city.ts';
import { CommandId, StaffId } from '../util/ids.ts';
import { HOUR_MS, utcMs } from '../util/time.ts';
import { bulletinsFor } from './bulletins-for.ts';
import { type Bulletin, BulletinWords } from './bulletin.ts';
import type { Delegation } from './delegation.ts';
import { actingFor, standInOf } from './stand-ins.ts';
import { unreadGuides } from './unread-guides.ts';

const NOW = 1_795_000_000_000;
const at = utcMs(NOW);
const uid = (n: number) => CommandId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const head = StaffId.parse('water.head');

function bulletin(title: string, more: Partial<Record<keyof BulletinWords | 'endedAt', unknown>> = {}): Bulletin {
  const { endedAt = null, ...words } = more;
  const said = BulletinWords.parse({ title, text: 'x', serviceCodes: [], placeWords: [], trackingNumber: null, from: NOW, until: NOW + HOUR_MS, ...words });
  return { ...said, id: uid(1), by: head, postedAt: at, changedIn: uid(1), changedBy: head, endedAt: endedAt as Bulletin['endedAt'] };
}

function titles(bulletins: readonly Bulletin[], question: { serviceCode?: string | null; placeText?: string; at?: number }): readonly string[] {
  return bulletinsFor({ bulletins: [...bulletins] }, { serviceCode: null, placeText: '', ...question, at: utcMs(question.at ?? NOW) }).map(({ title }) => title);
}

describe('bulletins beside a call', () => {
  const main = bulletin('main', { serviceCodes: ['MAIN_BREAK'], placeWords: ['Elm Street'] });
  const closed = bulletin('city hall is closed');
  const all = [closed, main];

  it('are those that fit what is known of it, the most precise first', () => {
    expect(titles(all, {})).toEqual(['city hall is closed']);
    expect(titles(all, { serviceCode: 'MAIN_BREAK' })).toEqual(['main', 'city hall is closed']);
    expect(titles(all, { placeText: '1200 Elm St., Apt 4' })).toEqual(['main', 'city hall is closed']);
    expect(titles(all, { serviceCode: 'POTHOLE', placeText: '1200 Elm Street' })).toEqual(['city hall is closed']);
    expect(titles(all, { serviceCode: 'MAIN_BREAK', placeText: '5 Oak Avenue' })).toEqual(['city hall is closed']);
  });

  it('match whole words of a place only', () => {
    expect(titles([main], { placeText: '7 Helm Street' })).toEqual([]);
    expect(titles([bulletin('north', { placeWords: ['N Elm Ave'] })], { placeText: '12 North Elm Avenue' })).toEqual(['north']);
  });

  it('are shown from their beginning until their end, or until somebody ends them', () => {
    expect([NOW - 1, NOW, NOW + HOUR_MS - 1, NOW + HOUR_MS].map((moment) => titles([closed], { at: moment }).length)).toEqual([0, 1, 1, 0]);
    expect(titles([bulletin('over', { endedAt: NOW + 5 })], { at: NOW + 5 })).toEqual([]);
  });
});

describe('who stands in', () => {
  const person = (id: string) => StaffId.parse(id);
  const away = (from: string, to: string, more: Partial<Delegation> = {}): Delegation => ({
    ...{ id: uid(1), fromStaffId: person(from), toStaffId: person(to), from: at, until: utcMs(NOW + HOUR_MS), note: '', by: head, endedAt: null },
    ...more,
  });
  const office = { delegations: [away('a', 'b'), away('b', 'c'), away('x', 'c')] };

  it('is found along the chain', () => {
    expect(standInOf(office, person('a'), at)).toBe('c');
    expect(standInOf(office, person('c'), at)).toBeNull();
    expect(standInOf(office, person('a'), utcMs(NOW + HOUR_MS))).toBeNull();
  });

  it('acts for everybody before them', () => {
    expect(actingFor(office, person('c'), at)).toEqual(['b', 'x', 'a']);
    expect(actingFor(office, person('b'), at)).toEqual(['a']);
    expect(actingFor({ delegations: [away('a', 'b', { endedAt: at })] }, person('b'), at)).toEqual([]);
  });

  it('is nobody where a damaged record goes in a circle', () => {
    const circle = { delegations: [away('a', 'b'), away('b', 'a')] };
    expect(actingFor(circle, person('a'), at)).toEqual(['b']);
    expect(standInOf(circle, person('a'), at)).toBe('b');
  });
});

it('a guide is unread until its present version was read', () => {
  const guide = (code: string, more = {}) => ({ code, kind: 'guide' as const, title: code, body: 'x', serviceCodes: [], isRequiredReading: true, version: 2, isActive: true, ...more });
  const catalogue = { ...SMALL_CITY, guides: [guide('A'), guide('B'), guide('constructor'), guide('OLD', { isActive: false }), guide('FREE', { isRequiredReading: false })] };
  const reads = { agent: { A: { version: 2, at }, B: { version: 1, at } } };
  expect(unreadGuides({ reads }, catalogue, 'agent').map(({ code }) => code)).toEqual(['B', 'constructor']);
  expect(unreadGuides({ reads }, catalogue, 'constructor')).toHaveLength(3);
});
