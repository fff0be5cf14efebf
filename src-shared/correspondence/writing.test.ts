import { describe, expect, it } from 'vitest';
import { Catalogue } from '../catalogue/catalogue.ts';
import type { FactOf } from '../domain/fact.ts';
import { SMALL_CITY } from '../testing/small-city.ts';
import { command, MONDAY, numberOfCase, openedCase, run } from '../testing/case-maker.ts';
import { must } from '../util/assert.ts';
import { StaffId } from '../util/ids.ts';
import { DAY_MS, utcMs } from '../util/time.ts';
import { DEFAULT_TEMPLATES } from './default-templates.ts';
import { makeLetter } from './letter.ts';
import { caseBefore, messageOfWriting, valuesOfWriting, type Writing, type WritingSource } from './writing.ts';

const catalogue = Catalogue.parse({ ...SMALL_CITY, templates: DEFAULT_TEMPLATES });
const ANA = { name: 'Ana Núñez', phone: '', email: '', address: '5 Elm Street, Testville, FL 33444', language: 'en', preference: 'letter', needs: '' };
const COUNTY = { name: 'The County', address: '2 Court Street', phone: '555-0199', hours: '8 to 4' };
const STATE = { name: 'The State', address: '9 Capitol Street', phone: '555-0111' };
const writing: Writing = {
  ...{ method: 'letter', templateCode: 'REFERRED-LETTER', templateVersion: 1, language: 'en', trackingNumber: numberOfCase(1) },
  ...{ toName: ANA.name, toAddress: ANA.address, subject: 'Who can help', body: 'Dear Ana,\n\nask The County, 2 Court Street, 555-0199.\r\n\r\n\r\nGood luck.' },
};
const referred = run(openedCase(1, { requester: ANA }), command('case.refer', { agency: COUNTY, note: '' }));
const at = utcMs(MONDAY);
const source = { case: referred, catalogue, writing, at, signedBy: StaffId.parse('agent') };

describe('a writing laid out', () => {
  it('has its paragraphs as they were typed, and the agency’s part when it names the agency', () => {
    expect(messageOfWriting(source)).toMatchObject({ event: 'referred', paragraphs: ['Dear Ana,', 'ask The County, 2 Court Street, 555-0199.', 'Good luck.'] });
    expect(messageOfWriting({ ...source, writing: { ...writing, templateCode: null } }).event).toBe('referred');
    expect(messageOfWriting({ ...source, writing: { ...writing, body: 'Ask somebody else.' } }).event).toBeNull();
  });

  it('is the same letter after everything on the case has changed', () => {
    const sent = run(referred, command('case.correspond', { ...writing, isAutomatic: false }));
    const fact = must(sent.history.find((one): one is FactOf<'correspondenceSent'> => one.kind === 'correspondenceSent'), 'the letter');
    const moved = { ...ANA, name: 'Ana Ode', address: '1 New Street' };
    const later = [
      command('case.refer', { agency: STATE, note: '' }, { madeAt: MONDAY + DAY_MS }),
      command('case.edit', { changes: { requester: moved }, basis: { requester: sent.fieldVersions['requester'] } }, { madeAt: MONDAY + DAY_MS }),
      command('case.transfer', { departmentCode: 'WATER', seenDepartmentCode: sent.departmentCode, reason: '', isMisrouted: false }, { madeAt: MONDAY + DAY_MS }),
    ].reduce((current, given) => run(current, given), sent);
    const then = must(caseBefore(later, fact.id), 'the case before');
    const again = { case: then, catalogue, writing: fact, at: fact.at, signedBy: fact.by };
    const letterOf = (given: WritingSource) => makeLetter(messageOfWriting(given), valuesOfWriting(given), 'letter').letter;
    expect(letterOf(again)).toEqual(letterOf(source));
    expect(letterOf(again)).toMatchObject({ agency: { name: 'The County', hours: '8 to 4' }, address: { lines: ['Ana Núñez', '5 Elm Street', 'Testville, FL 33444'] } });
  });

  it('goes to whoever it went to, though they are on the case no more', () => {
    const gone = openedCase(1, { requester: null });
    expect(valuesOfWriting({ ...source, case: gone })).toMatchObject({ citizenName: 'Ana Núñez', citizenAddress: ANA.address, trackingNumber: '48-2913-5019' });
  });
});

it('the case before a fact that is not its own is none', () => {
  expect(caseBefore(referred, 'nothing.0')).toBeNull();
});
