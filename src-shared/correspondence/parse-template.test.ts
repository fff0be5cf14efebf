import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTemplate } from './parse-template.ts';
import { FIELD_NAMES } from './template-field.ts';

const read = (text: string) => parseTemplate(text, { language: 'en', part: 'body' });
const messages = (text: string): readonly string[] => read(text).problems.map(({ message }) => message);

it('reads fields, sections and what stands when a field is empty', () => {
  expect(read('Dear {{ citizenName }},{{#pin}} PIN {{pin}}{{/pin}}{{^pin}} none{{/pin}}')).toEqual({
    nodes: [
      { kind: 'text', text: 'Dear ' },
      { kind: 'field', field: 'citizenName' },
      { kind: 'text', text: ',' },
      { kind: 'section', field: 'pin', isInverse: false, children: [{ kind: 'text', text: ' PIN ' }, { kind: 'field', field: 'pin' }] },
      { kind: 'section', field: 'pin', isInverse: true, children: [{ kind: 'text', text: ' none' }] },
    ],
    problems: [],
  });
});

describe('a problem says where it is and how to mend it', () => {
  it.each([
    ['Hello\n{{citisenName}}', 'English text, line 2: there is no field “citisenName”. Did you mean {{citizenName}}?'],
    ['{{tracking_number}}', 'English text, line 1: there is no field “tracking_number”. Did you mean {{trackingNumber}}?'],
    ['{{zodiacSign}}', 'English text, line 1: there is no field “zodiacSign”. Choose one from the list of fields.'],
    ['{{city name}}', 'English text, line 1: “{{city name}}” is no field. Write fields like {{trackingNumber}}.'],
    ['a {{cityName', 'English text, line 1: “{{cityName” is no field. Write fields like {{trackingNumber}}.'],
    ['a }} b', 'English text, line 1: “}}” is no field. Write fields like {{trackingNumber}}.'],
    ['\n\n{{#pin}} your PIN', 'English text, line 3: The section “pin” is not closed. Write {{/pin}} where it ends.'],
    ['your PIN {{/pin}}', 'English text, line 1: Nothing opens this section. Write {{#pin}} where it begins, or take {{/pin}} away.'],
  ])('%j', (text, message) => {
    expect(messages(text)).toEqual([message]);
  });

  it('in the order of the text, sections closed crosswise included', () => {
    expect(read('{{#pin}}{{#location}}{{/pin}}{{/location}} {{nope}}').problems.map(({ reason }) => reason)).toEqual([
      'unclosedSection',
      'unopenedSection',
      'unknownField',
    ]);
  });
});

it('reads any text, and gives the place of every problem inside it', () => {
  const pieces = fc.constantFrom('{{', '}}', '{', '}', '#', '^', '/', 'pin', 'nope', ...FIELD_NAMES.slice(0, 3), ' ', '\n', 'é', '🙂');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')), (text) => {
      for (const { start, end, line } of read(text).problems) {
        expect([start < end, end <= text.length, line <= text.split('\n').length]).toEqual([true, true, true]);
      }
    }),
  );
});
