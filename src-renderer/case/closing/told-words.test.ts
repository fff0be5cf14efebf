import { describe, expect, it } from 'vitest';
import type { ContactPreference } from '../../../src-shared/domain/case.ts';
import { DEFAULT_TEMPLATES } from '../../../src-shared/correspondence/default-templates.ts';
import { catalogue, caseWith, maria, NOW, OTHER_NUMBER } from '../fixtures.ts';
import { askedWords, toldWords } from './told-words.ts';

const city = { ...catalogue, templates: [...DEFAULT_TEMPLATES], survey: { isOn: true, followUpAtOrBelow: 3, followUpBusinessDays: 2, calendarCode: 'CITY' } };
const wishing = (preference: ContactPreference, more: Partial<typeof maria> = {}) => ({ ...caseWith(), requester: { ...maria, email: 'maria@example.org', preference, ...more } });

describe('how the citizen hears of the closing', () => {
  it('is by what they wished for, and says what is left to do', () => {
    expect(toldWords(wishing('email'), city)).toEqual(['María Núñez gets the closing note by email, at maria@example.org.']);
    expect(toldWords(wishing('text'), city)).toEqual(['María Núñez gets the closing note as a text message, at (561) 555-0142.']);
    expect(toldWords(wishing('phone'), city)).toEqual(['María Núñez wants a call: (561) 555-0142. Call, read the closing note out, then log it.']);
    expect(toldWords(wishing('none'), city)).toEqual(['María Núñez wants no contact: nothing is sent.']);
    expect(toldWords(wishing('none', { phone: '', email: '' }), city)).toEqual(['María Núñez left no way to be reached: nothing is sent.']);
    expect(toldWords(wishing('email', { email: '' }), city)[0]).toContain('gave no address: nothing is sent');
    expect(toldWords(wishing('letter', { address: '1 Main St' }), city)[0]).toContain('it is yours to write');
  });

  it('promises no mail the city has no words for, and none from a sealed or an anonymous case', () => {
    expect(toldWords(wishing('email'), { ...city, templates: [] })[0]).toContain('Write to them yourself');
    expect(toldWords({ ...wishing('email'), isSealed: true }, city)[0]).toContain('nothing is sent by itself');
    expect(toldWords({ ...caseWith(), requester: null }, city)).toEqual(['Nobody gave a name or an address: nobody is told.']);
  });

  it('names those who reported it too', () => {
    const joined = { ...wishing('none'), onBehalfOf: { ...maria, name: 'Luz Ríos' } };
    expect(toldWords(joined, city)[1]).toBe('Luz Ríos is told too, as they wished.');
    const absorbed = [{ caseId: joined.id, trackingNumber: OTHER_NUMBER, at: NOW }];
    expect(toldWords({ ...caseWith(), requester: null, absorbed }, city)[1]).toBe('The citizens of the case that was merged into this one are told too, under their own numbers.');
  });
});

it('says how they are asked how it went, once, or why not (SU-1)', () => {
  expect(askedWords(wishing('email'), city)).toBe('Then they are asked once how it went, by email.');
  expect(askedWords(wishing('phone'), city)).toContain('Ask on that call');
  expect(askedWords(wishing('none'), city)).toContain('not asked');
  expect(askedWords({ ...wishing('email'), survey: { offeredAt: caseWith().enteredAt, method: 'email', answers: [] } }, city)).toContain('not asked twice');
  expect(askedWords(wishing('email'), { ...city, survey: null })).toBeNull();
});
