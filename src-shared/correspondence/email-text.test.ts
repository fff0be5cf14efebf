import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../receipt/testing/hostile-text.ts';
import { DEFAULT_TEMPLATES } from './default-templates.ts';
import { emailText } from './email-text.ts';
import { fillTemplate } from './fill-template.ts';
import { sampleValues } from './sample-values.ts';
import type { FieldName, FieldValues } from './template-field.ts';
import { sampleTemplate } from './testing/sample-template.ts';

function mail(values: FieldValues, language: 'en' | 'es' = 'en', template = DEFAULT_TEMPLATES.find(({ code }) => code === 'CLOSED-EMAIL')!) {
  const result = fillTemplate(template, language, values);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'));
  return emailText(result.message, values);
}

describe('a mail', () => {
  const { subject, text, html } = mail(sampleValues('en'));

  it('says the same as text and as HTML', () => {
    const read = html
      .replace(/<head>[\s\S]*<\/head>/, '')
      .replace(/<br>|<\/p>/g, '\n')
      .replace(/<[^>]+>/g, '')
      .replaceAll('&#39;', "'")
      .split(/\s+/)
      .filter((word) => word !== '');
    expect(read).toEqual(text.replace('-- \n', '').split(/\s+/).filter((word) => word !== ''));
    expect(subject).toBe('We have closed your case: 48-2913-5062');
  });

  it('ends with who writes and the city', () => {
    expect(text.endsWith('Rosa Delgado\nDirector of Public Works\nPublic Works: Streets\n\n-- \nCity of Portreeve Bay\nCustomer Service, City Hall\n100 Harbor Plaza, Portreeve Bay, FL 33444\nPhone: (561) 555-0100\nportreevebay.example\n')).toBe(true);
  });

  it('needs no style sheet, picture or script, and follows the reader’s colors', () => {
    expect(html).not.toMatch(/<(script|img|link|table|style|iframe)|javascript:|\son\w+=/i);
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('<html lang="en">');
    expect(mail(sampleValues('es'), 'es').html).toContain('<html lang="es">');
  });

  it('keeps a tracking number on one line', () => {
    expect(html).toContain('tracking number: <span style="white-space:nowrap">48-2913-5062</span>.');
  });

  it('links addresses under their own name', () => {
    expect(html).toContain('<a href="https://portreevebay.example/survey/x7Kq2">https://portreevebay.example/survey/x7Kq2</a>');
    const linked = mail({ ...sampleValues('en'), closingNote: 'See (https://a.example/?x=1&y="2) now.' }).html;
    expect(linked).toContain('<a href="https://a.example/?x=1&amp;y=">https://a.example/?x=1&amp;y=</a>');
  });
});

it('has exactly the elements of a harmless mail, whatever its values try', () => {
  const template = sampleTemplate('{{replyText}}\n\n{{citizenName}}');
  const names: readonly FieldName[] = ['replyText', 'citizenName', 'staffName', 'departmentName', 'cityName', 'cityAddress'];
  const withAll = (value: string): FieldValues => ({ ...sampleValues('en'), ...Object.fromEntries(names.map((name) => [name, value])) });
  const harmless = mail(withAll('x'), 'en', template).html.match(/<[^>]*>/g);
  fc.assert(
    fc.property(hostileText, (value) => {
      const { html, subject } = mail(withAll(`x ${value.replaceAll(/[\r\n\u0085\u2028]/g, ' ').replaceAll('://', '')} x`), 'en', template);
      expect(html.match(/<[^>]*>/g)).toEqual(harmless);
      expect(subject).toBe('About your case');
    }),
  );
});
