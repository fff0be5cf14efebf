import { expect, it } from 'vitest';
import { Catalogue } from '../catalogue/catalogue.ts';
import type { Contributor } from '../protocol/data-rpc/community-views.ts';
import { SMALL_CITY } from '../testing/small-city.ts';
import { BYTE_ORDER_MARK } from '../util/csv.ts';
import { utcMs } from '../util/time.ts';
import { contributorsCsv } from './contributors-csv.ts';

const city = Catalogue.parse({ ...SMALL_CITY, neighborhoods: [{ code: 'NORTH', name: 'Old Harbor', liaisonStaffId: 'agent', streets: [], outline: [], isActive: true }] });
const ana: Contributor = {
  ...{ key: 'k', name: '=HYPERLINK("http://x")', phone: '(561) 555-0142', email: '+ana@example.com', address: '9 Oak Avenue, Apt 4', language: 'es' },
  // 22 November, 23:30 in New York
  ...{ neighborhoodCode: 'NORTH', caseCount: 3, openCount: 1, lastReceivedAt: utcMs(Date.UTC(2026, 10, 23, 4, 30)) },
};

it('is a file a spreadsheet opens as text, with the city’s day and the liaison', () => {
  const [header, line, other, ...rest] = contributorsCsv([ana, { ...ana, name: 'Bao', neighborhoodCode: null }], city).split('\r\n');
  expect(header).toBe(`${BYTE_ORDER_MARK}Name,Phone,Email,Address,Language,Neighborhood,Liaison,Cases,Open cases,Heard from last`);
  expect(line).toBe(`"'=HYPERLINK(""http://x"")",(561) 555-0142,'+ana@example.com,"9 Oak Avenue, Apt 4",Spanish,Old Harbor,agent,3,1,2026-11-22`);
  expect(other).toMatch(/^Bao,.*,Spanish,,,3,1,2026-11-22$/);
  expect(rest).toEqual(['']);
});
