import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../receipt/testing/hostile-text.ts';
import { bodyText, fillTemplate } from './fill-template.ts';
import type { MessageTemplate } from './message-template.ts';
import { emptyFieldValues, type FieldName } from './template-field.ts';
import { sampleTemplate } from './testing/sample-template.ts';

type Values = Partial<Record<FieldName, string>>;

function fill(template: MessageTemplate, values: Values = {}) {
  const result = fillTemplate(template, 'en', { ...emptyFieldValues(), ...values });
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'));
  return { ...result.message, warnings: result.warnings };
}
const filled = (body: string, values: Values = {}): string => bodyText(fill(sampleTemplate(body), values));

describe('what is optional leaves without a trace', () => {
  it.each<[string, string, Values, string]>([
    ['a line whose field is empty', 'Ask:\n{{agencyName}}\nHours: {{agencyHours}}\nThank you', { agencyName: 'The County' }, 'Ask:\nThe County\nThank you'],
    ['a paragraph whose fields are all empty', 'One\n\nAsk this agency:\n{{agencyName}}\n\nTwo', {}, 'One\n\nTwo'],
    ['a section', 'Call us{{#departmentPhone}} at {{departmentPhone}}{{/departmentPhone}}.', {}, 'Call us.'],
    ['a section over several paragraphs', 'One\n\n{{#agencyName}}\nAsk:\n\n{{agencyName}}\n{{/agencyName}}\n\nTwo', {}, 'One\n\nTwo'],
    ['what stands instead', '{{^pin}}\nNo PIN\n{{/pin}}\nEnd', { pin: '1234' }, 'End'],
  ])('%s', (_what, body, values, expected) => {
    expect(filled(body, values)).toBe(expected);
  });

  it.each<[string, string, Values, string]>([
    ['a section that says something', '{{#pin}}\nPIN: {{pin}}\n{{/pin}}\nEnd', { pin: '1234' }, 'PIN: 1234\nEnd'],
    ['what stands instead', '{{#pin}}\nPIN: {{pin}}\n{{/pin}}\n{{^pin}}\nNo PIN\n{{/pin}}', {}, 'No PIN'],
    ['a line without fields', 'Ask:\n{{agencyName}}', { agencyName: 'The County' }, 'Ask:\nThe County'],
  ])('and what is not stays: %s', (_what, body, values, expected) => {
    expect(filled(body, values)).toBe(expected);
  });

  it('warns of a hole in a sentence that stays', () => {
    const { warnings, paragraphs } = fill(sampleTemplate('We fixed the {{serviceName}} at {{location}}.'), { serviceName: 'Pothole' });
    expect(paragraphs).toEqual(['We fixed the Pothole at .']);
    expect(warnings).toEqual([
      { field: 'location', message: '“Where it is” is empty here. Read the sentence around it, or put it into {{#location}} … {{/location}}.' },
    ]);
  });
});

describe('a value', () => {
  it('is never read as a field', () => {
    expect(filled('{{replyText}}', { replyText: '{{pin}} {{#pin}}', pin: '1234' })).toBe('{{pin}} {{#pin}}');
  });

  it('keeps its own paragraphs and lines where it may have them, and is one line where not', () => {
    const said = 'One\r\ntwo\n\n\n\nthree';
    expect(fill(sampleTemplate('Note: {{closingNote}}\nEnd'), { closingNote: said }).paragraphs).toEqual(['Note: One\ntwo', 'three\nEnd']);
    expect(filled('{{serviceName}}', { serviceName: said })).toBe('One two three');
  });

  it('cannot break out of the subject line', () => {
    const template = sampleTemplate('Hello', { subject: { en: 'Your case:\n{{closingNote}}' } });
    expect(fill(template, { closingNote: 'a\r\nBcc: everyone@example.org' }).subject).toBe('Your case: a Bcc: everyone@example.org');
  });

  it('loses what is invisible or reorders what is read', () => {
    expect(filled('{{citizenName}}', { citizenName: 'A\u202eB\u0000\u200bC' })).toBe('AB C');
  });
});

describe('is refused', () => {
  const REFERRAL = sampleTemplate('{{agencyName}} {{agencyAddress}} {{agencyPhone}}', { event: 'referred', name: 'Referral' });
  const refusal = (template: MessageTemplate, values: Values, language: 'en' | 'es' = 'en'): readonly string[] => {
    const result = fillTemplate(template, language, { ...emptyFieldValues(), ...values });
    return result.ok ? [] : result.problems.map(({ reason, field, message }) => `${reason} ${String(field)}: ${message}`);
  };

  it('for a referral without the agency’s phone (AS-3; S2, Policy)', () => {
    expect(refusal(REFERRAL, { agencyName: 'The County', agencyAddress: '2 Court Street', agencyPhone: ' \n' })).toEqual([
      'emptyField agencyPhone: “Agency’s phone” is empty, and “Referral” may not go out without it. Fill it in, then try again.',
    ]);
    expect(refusal(REFERRAL, { agencyName: 'The County', agencyAddress: '2 Court Street', agencyPhone: '555-0199' })).toEqual([]);
  });

  it('for a template of one’s own words without any', () => {
    expect(refusal(sampleTemplate('Hello,\n\n{{replyText}}'), {})).toEqual([
      'emptyField replyText: “What you write to the citizen” is empty, and “Sample” may not go out without it. Fill it in, then try again.',
    ]);
    expect(refusal(sampleTemplate('Hello{{#replyText}}: {{replyText}}{{/replyText}}'), {})).toEqual([]);
  });

  it('in a language the template does not have', () => {
    expect(refusal(sampleTemplate('Hello'), {}, 'es')).toEqual([
      'missingLanguage null: “Sample” has no Spanish text. Write it under Administration, or choose the other language.',
    ]);
  });

  it('for a template with a mistake', () => {
    expect(refusal(sampleTemplate('{{#pin}}'), {})).toEqual([
      'unclosedSection pin: English text, line 1: The section “pin” is not closed. Write {{/pin}} where it ends.',
    ]);
  });
});

it('says which template and version it came from', () => {
  expect(fill(sampleTemplate('Hello'))).toMatchObject({ templateCode: 'SAMPLE', templateVersion: 3, form: 'email', language: 'en' });
});

it('makes paragraphs of any values: none empty, none with two line ends in a row, the subject one line', () => {
  const template = sampleTemplate('{{closingNote}}\n{{citizenName}}\n\n{{#location}}\n{{location}}\n{{/location}}', { subject: { en: 'A {{serviceName}}' } });
  fc.assert(
    fc.property(hostileText, hostileText, (one, two) => {
      const { subject, paragraphs } = fill(template, { closingNote: one, citizenName: two, location: one, serviceName: two });
      expect(subject).not.toMatch(/[\r\n]/);
      expect(paragraphs.filter((paragraph) => /^\s*$|\n\s*\n|\r/.test(paragraph))).toEqual([]);
    }),
  );
});
