import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { must } from '../../src-shared/util/assert.ts';
import { DAY_MS } from '../../src-shared/util/time.ts';
import { saveCatalogue } from '../cases/catalogue.ts';
import { findCase } from '../cases/case-queries.ts';
import { type Desk, NOW, openArgs, openDesk } from '../testing/desk.ts';
import { findSimilarCases, findSimilarToCase } from './find-similar-cases.ts';
import type { SimilarQuery } from './similar-query.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk(60);
});
afterEach(() => desk.close());

const ELM = { latitude: 26.5, longitude: -80.05 };
/** So many metres north of Elm Street. */
const north = (meters: number) => ({ latitude: ELM.latitude + meters / 111_320, longitude: ELM.longitude });
const query = (more: Partial<SimilarQuery> = {}): SimilarQuery => ({ serviceCode: 'POTHOLE', locationText: '5 Elm Street', point: ELM, description: 'Deep crater near the hydrant', at: NOW, seenFrom: 'now', ...more });

interface Place {
  readonly text?: string;
  readonly meters?: number | null;
}

function taken(serviceCode: string, { text = '900 Far Road', meters = null }: Place = {}, more: Record<string, unknown> = {}): string {
  const location = { text, unit: '', point: meters === null ? null : north(meters) };
  const outcome = desk.give({ type: 'case.open', args: openArgs({ serviceCode, location, answers: { SIZE: 'large' }, description: 'x', ...more }) });
  if (!outcome.ok) throw new Error(`${outcome.reason} ${JSON.stringify(outcome.details)}`);
  return outcome.case.id;
}
const stored = (caseId: string) => must(findCase(desk.db, caseId), 'the case is here').case;
const found = (more: Partial<SimilarQuery> = {}) => findSimilarCases(desk.db, query(more)).map(({ row, reasons }) => [row.caseId as string, reasons]);

function tune(settings: Record<string, unknown>): void {
  const services = SMALL_CITY.services.map((service) => (service.code === 'POTHOLE' ? { ...service, ...settings } : service));
  desk.db.transaction(() => saveCatalogue(desk.db, Catalogue.parse({ ...SMALL_CITY, version: 2, services })));
}

describe('cases that may be the same thing', () => {
  it('are found by place, service, words and time, each reason in words, the best first', () => {
    const near = taken('POTHOLE', { meters: 40 }, { receivedAt: NOW - 10 * DAY_MS });
    const there = taken('POTHOLE', { text: '5 Elm Street' }, { description: 'Crater by the hydrant', receivedAt: NOW - 2 * DAY_MS });
    expect(found()).toEqual([
      [there, ['same place', 'same service', 'both say “crater”, “hydrant”', 'received 2 days ago']],
      [near, ['40 m away', 'same service', 'received 10 days ago']],
    ]);
  });

  it('are as far around and as many days back as staff have set for the service', () => {
    const far = taken('POTHOLE', { meters: 400 });
    const old = taken('POTHOLE', { meters: 20 }, { receivedAt: NOW - 45 * DAY_MS });
    expect(found()).toEqual([]);
    tune({ duplicateRadiusMeters: 500, duplicateDays: 60 });
    expect(found().map(([caseId]) => caseId).toSorted()).toEqual([far, old].toSorted());
    tune({ duplicateRadiusMeters: 10, duplicateDays: 0 });
    expect(found()).toEqual([]);
  });

  it('are at the same place however it is written', () => {
    const there = taken('POTHOLE', { text: '5 ELM ST., Apt 4' });
    expect(found({ locationText: '5 Elm Street', point: null })).toEqual([[there, ['same place', 'same service', 'received today']]]);
    expect(found({ locationText: '6 Elm Street', point: null })).toEqual([]);
    const crossing = taken('POTHOLE', { text: 'Corner of Third Avenue and Elm Street' });
    expect(found({ locationText: 'elm st & 3rd ave', point: null }).map(([caseId]) => caseId)).toEqual([crossing]);
  });

  it('may be of another service at the very place, not just near by', () => {
    const there = taken('MAIN_BREAK', { text: '5 Elm Street' });
    taken('MAIN_BREAK', { meters: 100 });
    expect(found()).toEqual([[there, ['same place', 'received today']]]);
    expect(found({ serviceCode: null })).toHaveLength(1);
  });

  it('are open, and never sealed', () => {
    const closed = taken('POTHOLE', { text: '5 Elm Street' });
    desk.give({ type: 'case.close', caseId: stored(closed).id, args: { disposition: 'RESOLVED', closingNote: 'x', completionDate: null, openTasks: 'refuse' } });
    taken('POTHOLE', { text: '5 Elm Street', meters: 5 }, { isSealed: true });
    expect(found()).toEqual([]);
  });

  it('of a service that needs no place are compared by their words', () => {
    const website = taken('QUESTION', {}, { location: null, description: 'The payment website shows an error' });
    taken('QUESTION', {}, { location: null, description: 'When is the payment counter open?' });
    const asked = { serviceCode: 'QUESTION', locationText: '', point: null };
    expect(found({ ...asked, description: 'Error on the website at payment' })).toEqual([[website, ['same service', 'both say “error”, “website”', 'received today']]]);
    expect(found({ ...asked, serviceCode: 'POTHOLE', description: 'Error on the website at payment' })).toEqual([]);
  });

  it('the nearest of many are among them, however wide the search', () => {
    tune({ duplicateRadiusMeters: 5_000 });
    for (let nth = 1; nth <= 40; nth += 1) taken('POTHOLE', { meters: 1_000 + nth * 50 });
    const nearest = taken('POTHOLE', { meters: 30 });
    expect(found()).toHaveLength(6);
    expect(findSimilarCases(desk.db, query()).some(({ row }) => row.caseId === nearest)).toBe(true);
  });
});

describe('seen from a case', () => {
  it('others count before and after it, without itself and what it is tied to from either side', () => {
    const [before, own, after] = [6, 3, 1].map((days) => taken('POTHOLE', { text: '5 Elm Street' }, { receivedAt: NOW - days * DAY_MS }));
    const similar = () => findSimilarToCase(desk.db, own ?? '')?.map(({ row, reasons }) => [row.caseId as string, reasons.at(-1)]);
    expect(similar()).toEqual([
      [after, 'received 2 days after this one'],
      [before, 'received 3 days before this one'],
    ]);
    const link = (from: string, to: string) => {
      const [one, other] = [stored(from), stored(to)];
      expect(desk.give({ type: 'case.link', caseId: one.id, args: { link: { relation: 'related', caseId: other.id, trackingNumber: other.trackingNumber } } }).ok).toBe(true);
    };
    link(own ?? '', before ?? '');
    link(after ?? '', own ?? '');
    expect(similar()).toEqual([]);
    expect(findSimilarToCase(desk.db, '00000000-0000-4000-8000-000000000000')).toBeNull();
  });
});
