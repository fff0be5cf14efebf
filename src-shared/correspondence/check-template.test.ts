import { describe, expect, it } from 'vitest';
import { checkTemplate, checkTemplateIn, languageOfTemplate } from './check-template.ts';
import { sampleTemplate } from './testing/sample-template.ts';

const AGENCY = '{{agencyName}}, {{agencyAddress}}, {{agencyPhone}}';
const referral = (body: string) => sampleTemplate(body, { event: 'referred' });
const told = (body: string): readonly string[] => checkTemplate(referral(body)).map(({ message }) => message);

it('finds nothing wrong with a template that can be used', () => {
  expect(checkTemplate(sampleTemplate('Hello {{citizenName}}'))).toEqual([]);
});

it('finds what is wrong in subject and text of every language that is written', () => {
  const template = sampleTemplate('{{nope}}', { subject: { en: '{{pim}}', es: 'Su caso' }, body: { en: '{{nope}}', es: '{{#pin}}' } });
  expect(checkTemplate(template).map(({ language, part, reason }) => [language, part, reason])).toEqual([
    ['en', 'subject', 'unknownField'],
    ['en', 'body', 'unknownField'],
    ['es', 'body', 'unclosedSection'],
  ]);
});

describe('a language', () => {
  const english = sampleTemplate('Hello');

  it('that the city writes in and the template does not is a problem', () => {
    expect(checkTemplate(english, ['en', 'es']).map(({ message }) => message)).toEqual([
      '“Sample” has no Spanish text. Write it under Administration, or choose the other language.',
    ]);
  });

  it('is the one wished for when the template has it, else the other', () => {
    expect(languageOfTemplate(english, 'es')).toBe('en');
    expect(languageOfTemplate(sampleTemplate('Hello', { subject: { en: 'A', es: 'B' }, body: { en: 'Hello', es: 'Hola' } }), 'es')).toBe('es');
    expect(languageOfTemplate(sampleTemplate('{{nope}}'), 'en')).toBeNull();
  });
});

it('wants a subject, except in a text message', () => {
  const subject = { en: ' ' };
  expect(checkTemplate(sampleTemplate('Hello', { subject })).map(({ message }) => message)).toEqual(['Write a subject in English.']);
  expect(checkTemplate(sampleTemplate('Hello', { subject, form: 'text' }))).toEqual([]);
  expect(checkTemplateIn(sampleTemplate(''), 'en').map(({ message }) => message)).toEqual(['Write the English text of “Sample”.']);
});

describe('a referral (AS-3)', () => {
  it('names agency, address and phone', () => {
    expect(told(AGENCY)).toEqual([]);
    expect(told('Ask {{agencyName}}.')).toEqual([
      'English text: put {{agencyAddress}} (Agency’s address) where no other section can leave it out. A reply that refers to another agency gives its name, address and phone.',
      'English text: put {{agencyPhone}} (Agency’s phone) where no other section can leave it out. A reply that refers to another agency gives its name, address and phone.',
    ]);
  });

  it('may name them in a section of their own, not in one that something else opens', () => {
    expect(told(`{{#agencyName}}${AGENCY}{{/agencyName}}`)).toEqual([]);
    expect(told(`{{#agencyHours}}${AGENCY}{{/agencyHours}}`)).toHaveLength(3);
    expect(told(`{{^agencyName}}${AGENCY}{{/agencyName}}`)).toHaveLength(3);
  });
});
