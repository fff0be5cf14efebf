import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../receipt/testing/hostile-text.ts';
import { DEFAULT_TEMPLATES } from './default-templates.ts';
import { fillTemplate } from './fill-template.ts';
import { copyOfLetter, makeLetter, type Letter } from './letter.ts';
import { letterHtml, letterRunHtml } from './letter-html.ts';
import { sampleValues } from './sample-values.ts';
import type { FieldName } from './template-field.ts';
import { sampleLetter } from './testing/sample-letter.ts';

/** The fonts are long, and letters of theirs may spell anything. */
const withoutFonts = (html: string): string => html.replace(/base64,[^)]*/g, 'base64,');

const tagsOf = (html: string): readonly string[] =>
  html
    .replace(/<style>[^<]*<\/style>/, '')
    .replace(/style="font-size:(19|16|12)pt"/, '') // a long name has smaller letters
    .replace(/<span class="unbroken">([\d-]+)<\/span>/g, '$1')
    .match(/<[^>]*>/g) ?? [];

function problemsWith(more: Partial<Record<FieldName, string>>): readonly string[] {
  const values = { ...sampleValues('en'), ...more };
  const result = fillTemplate(DEFAULT_TEMPLATES.find(({ code }) => code === 'CLOSED-LETTER')!, 'en', values);
  return result.ok ? makeLetter(result.message, values, 'letter').problems.map(({ message }) => message) : ['refused'];
}

it('has exactly the elements of a harmless letter, whatever its texts try', () => {
  const letter = sampleLetter('REFERRED-LETTER', 'en', 'letter');
  const withAll = (value: string): Letter => ({
    ...letter,
    city: { name: value, lines: [value] },
    sender: value,
    address: { ...letter.address, lines: [value, value] },
    date: value,
    copyNote: value,
    trackingNumber: value,
    subject: value,
    paragraphs: [value],
    signature: { name: value, lines: [value] },
    agency: { name: value, address: value, phone: value, hours: value },
  });
  const harmless = tagsOf(letterHtml(withAll('x')));
  fc.assert(
    fc.property(hostileText, (value) => {
      expect(tagsOf(letterHtml(withAll(`x${value.replaceAll('\n', ' ')}`)))).toEqual(harmless);
    }),
  );
});

describe.each(['letter', 'a4'] as const)('on %s', (paper) => {
  const html = withoutFonts(letterHtml(sampleLetter('REFERRED-LETTER', 'es', paper)));

  it('fetches nothing and runs nothing', () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|\bon\w+=|url\((?!data:font\/woff2;base64,)/);
    expect(html).toContain(`default-src 'none'`);
  });

  it('reads in order without its looks', () => {
    const order = ['<html lang="es">', 'City of Portreeve Bay</p>', '<address', 'Maria Alvarez-Johnson', '24\u00a0de\u00a0noviembre', '<h1', 'Estimado/a', 'Atentamente,', 'Rosa Delgado', '<h2>Quién puede ayudarle</h2>', 'Florida Department'];
    let position = 0;
    for (const text of order) {
      position = html.indexOf(text, position);
      expect(position, text).toBeGreaterThanOrEqual(0);
    }
    expect(html.match(/<h1/g)).toHaveLength(1);
  });
});

it('has the agency’s slip in a referral only', () => {
  const hasSlip = (code: string): boolean => letterHtml(sampleLetter(code, 'en', 'letter')).includes('<section class="agency">');
  expect([hasSlip('REFERRED-LETTER'), hasSlip('CLOSED-LETTER')]).toEqual([true, false]);
});

it('puts nothing of a case into its styles but a number', () => {
  const letter = { ...sampleLetter('CLOSED-LETTER', 'en', 'letter'), trackingNumber: '12"}*{display:none}' };
  const styles = /@page\{[^<]*<\/style>/.exec(letterHtml(letter))?.[0] ?? '';
  expect(styles).toContain('content:"page "');
  expect(styles).not.toContain('display:none');
  expect(letterHtml(sampleLetter('CLOSED-LETTER', 'en', 'letter')).includes('content:"48-2913-5062 · page " counter(page) " of " counter(pages)')).toBe(true);
});

describe('what keeps a letter from the envelope', () => {
  it('is nothing, usually', () => {
    expect(problemsWith({})).toEqual([]);
  });

  it.each<[Partial<Record<FieldName, string>>, string]>([
    [{ citizenName: '' }, 'There is no name for the envelope. Add the citizen’s name to the case.'],
    [{ citizenAddress: '' }, 'This citizen has given no postal address. Add it to the case, or answer in another way.'],
    [{ citizenAddress: 'Building\n'.repeat(7) }, 'The address is too long for the envelope’s window. Shorten it, or write it on a plain envelope.'],
  ])('%j', (more, message) => {
    expect(problemsWith(more)).toEqual([message]);
  });
});

describe('several letters in one run', () => {
  const [first, second] = [sampleLetter('CLOSED-LETTER', 'en', 'letter'), sampleLetter('CLOSED-LETTER', 'es', 'letter', { trackingNumber: '39-1004-7729' })];
  const html = withoutFonts(letterRunHtml([first, second], { paper: 'letter', title: '2 letters' }));

  it('are the same sheets as one by one, each in its own language and with its own number at the foot', () => {
    const sheetOf = (letter: Letter): string => /<main class="sheet">([^]*)<\/main>/.exec(letterHtml(letter))?.[1] ?? 'none';
    expect(html).toContain(`<article class="sheet letter-1" lang="en">${sheetOf(first)}</article>`);
    expect(html).toContain(`<article class="sheet letter-2" lang="es">${sheetOf(second)}</article>`);
    expect(html).toMatch(/@page letter-2\{@bottom-right\{content:"39-1004-7729"/);
    expect(html).toContain('.sheet+.sheet{break-before:page}');
  });

  it('let no tracking number become part of a style sheet', () => {
    const hostile = letterRunHtml([{ ...first, trackingNumber: '"}body{display:none}' }], { paper: 'a4', title: '' });
    expect(/<style>[^]*<\/style>/.exec(hostile)?.[0]).not.toContain('display:none');
  });
});

it('a later print says so, in the letter’s language', () => {
  const copy = copyOfLetter(sampleLetter('CLOSED-LETTER', 'es', 'letter'), 'lunes 7 de diciembre de 2026');
  expect(letterHtml(copy)).toContain('<p class="copy">Copia, impresa el lunes 7 de diciembre de 2026</p>');
  expect(letterHtml(sampleLetter('CLOSED-LETTER', 'es', 'letter'))).not.toContain('class="copy"');
});
