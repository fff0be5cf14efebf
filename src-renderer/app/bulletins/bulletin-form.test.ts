import { expect, it } from 'vitest';
import { utcMs } from '../../../src-shared/util/time.ts';
import { bulletinCommand, bulletinProblems, bulletinValues } from './bulletin-form.ts';

const ZONE = 'America/New_York';
const NOW = utcMs(Date.UTC(2026, 10, 20, 17, 12)); // 12:12 in New York
const typed = { ...bulletinValues(null, NOW, ZONE), title: 'Elm Street water main', text: 'A crew is on site.', places: 'Elm Street\n 200 Oak Ave ; Mill Pond', number: '48-2913-5062' };

it('a new bulletin ends by itself in some hours, at a full one', () => {
  expect(bulletinValues(null, NOW, ZONE).until).toBe('2026-11-20T17:00');
  expect(Object.values(bulletinProblems(bulletinValues(null, NOW, ZONE), NOW, ZONE)).filter(Boolean)).toHaveLength(2);
});

it('says what is missing, and becomes the command when nothing is', () => {
  expect(Object.values(bulletinProblems(typed, NOW, ZONE)).filter(Boolean)).toEqual([]);
  expect(bulletinProblems({ ...typed, until: '2026-11-20T12:00', number: '48-2913-5061', places: '…' }, NOW, ZONE)).toMatchObject({ until: expect.stringMatching(/past/), number: expect.any(String), places: expect.any(String) });
  expect(bulletinProblems({ ...typed, until: '' }, NOW, ZONE)['until']).toMatch(/until when/);
  expect(bulletinCommand(typed, null, NOW, ZONE)).toEqual({
    type: 'office.postBulletin',
    args: { title: 'Elm Street water main', text: 'A crew is on site.', serviceCodes: [], placeWords: ['Elm Street', '200 Oak Ave', 'Mill Pond'], trackingNumber: '4829135062', from: NOW, until: Date.UTC(2026, 10, 20, 22) },
  });
});

it('one that is changed keeps its beginning and names what its author saw', () => {
  const id = '00000000-0000-4000-8000-000000000001' as never;
  const bulletin = { ...(bulletinCommand(typed, null, NOW, ZONE).args as object), id, by: 'a' as never, postedAt: NOW, changedIn: id, changedBy: 'a' as never, endedAt: null } as never;
  const values = bulletinValues(bulletin, utcMs(NOW + 60_000), ZONE);
  expect(values).toMatchObject({ until: '2026-11-20T17:00', number: '48-2913-5062' });
  expect(bulletinCommand({ ...values, title: 'Repaired' }, bulletin, utcMs(NOW + 60_000), ZONE)).toMatchObject({ type: 'office.changeBulletin', args: { bulletinId: id, seen: id, words: { title: 'Repaired', from: NOW } } });
});
