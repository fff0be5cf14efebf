import { expect, it } from 'vitest';
import { Agency } from '../../../src-shared/agencies/agency.ts';
import { utcMs } from '../../../src-shared/util/time.ts';
import { catalogue, caseWith } from '../fixtures.ts';
import { agencyOf, fromDirectory, NO_AGENCY, type ReferValues, referProblems, renamed, suggestedFor } from './refer-values.ts';

const NOW = utcMs(Date.parse('2026-11-22T17:00:00Z'));
const STATE = Agency.parse({ code: 'STATE', name: 'State Roads', address: '1 Route Way', phone: '555-0112', hours: 'Every day', handles: 'State roads', placeWords: ['state route 7'] });
const GONE = { ...STATE, code: 'GONE', name: 'Old Roads', until: '2026-10-31' };
const city = { ...catalogue, agencies: [STATE, GONE] };
const taken = (agency: Agency): ReferValues => ({ ...NO_AGENCY, ...fromDirectory(agency) });

it('refers with all that the directory has', () => {
  expect(agencyOf(taken(STATE))).toEqual({ code: 'STATE', name: 'State Roads', address: '1 Route Way', phone: '555-0112', hours: 'Every day' });
  expect(Object.values(referProblems(taken(STATE), city, NOW)).filter(Boolean)).toEqual([]);
});

it('is refused in words where name, address or phone is missing, or the entry is not in effect', () => {
  expect(Object.values(referProblems(NO_AGENCY, city, NOW)).filter(Boolean)).toHaveLength(3);
  expect(referProblems({ ...taken(STATE), phone: ' ' }, city, NOW)).toMatchObject({ first: undefined, phone: 'The citizen needs the agency’s phone number.' });
  expect(referProblems(taken(GONE), city, NOW).first).toContain('Old Roads was in the directory until');
});

it('under another name it is an agency that was typed by hand, and has to be filled in', () => {
  const other = { ...taken(GONE), ...renamed(taken(GONE), 'Somebody else') };
  expect(agencyOf(other)).toMatchObject({ code: null, name: 'Somebody else', address: '' });
  expect(renamed({ ...NO_AGENCY, name: 'Some', address: '1 Way' }, 'Somebody')).toEqual({ name: 'Somebody' });
});

it('suggests by place with the reason, and nobody who is not in effect', () => {
  const current = { ...caseWith(), location: { text: '4200 SR-7 N', unit: '', point: null } };
  expect(suggestedFor(current, city, NOW).map(({ agency, reasons }) => [agency.code, reasons[0]])).toEqual([['STATE', 'answers for State Route 7']]);
});
