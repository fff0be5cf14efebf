import { expect, it } from 'vitest';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { saveCatalogue } from '../cases/catalogue.ts';
import { openDesk } from '../testing/desk.ts';
import { earlierGuide } from './earlier-guide.ts';

it('an earlier version of a guide is found in the catalogues of before', () => {
  const desk = openDesk();
  const guide = (version: number) => ({ code: 'STORM', kind: 'guide' as const, title: 'Storm', body: `Words of ${version}`, serviceCodes: [], isRequiredReading: true, version, isActive: true });
  for (const [version, of] of [[2, 1], [3, 2], [4, 2]] as const) saveCatalogue(desk.db, { ...SMALL_CITY, version, guides: [guide(of)] });
  expect([1, 2, 3].map((version) => earlierGuide(desk.db, { guideCode: 'STORM', version })?.body ?? null)).toEqual(['Words of 1', 'Words of 2', null]);
  expect(earlierGuide(desk.db, { guideCode: 'OTHER', version: 1 })).toBeNull();
  desk.close();
});
