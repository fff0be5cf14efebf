import { describe, expect, it } from 'vitest';
import { checkTemplate } from './check-template.ts';
import { DEFAULT_TEMPLATES } from './default-templates.ts';
import { bodyText, fillTemplate } from './fill-template.ts';
import { CORRESPONDENCE_EVENTS, MESSAGE_FORMS, MessageTemplate, templatesFor } from './message-template.ts';
import { parseTemplate, type TemplateNode } from './parse-template.ts';
import { checkPlainLanguage } from '../plain-language/check-plain-language.ts';
import { sampleValues } from './sample-values.ts';
import { emptyFieldValues, requiredFields, type FieldName, type FieldValues } from './template-field.ts';
import { textMessageOf } from './text-message.ts';

const LANGUAGES = ['en', 'es'] as const;
const SHORT_NOTES = {
  en: { replyText: 'A crew comes on Tuesday morning.', progressNote: 'The crew begins on Wednesday.' },
  es: { replyText: 'Una cuadrilla va el martes.', progressNote: 'La cuadrilla empieza el jueves.' },
};
const EACH = DEFAULT_TEMPLATES.flatMap((template) => LANGUAGES.map((language) => [template.code, language, template] as const));

function fieldsIn(nodes: readonly TemplateNode[]): readonly FieldName[] {
  return nodes.flatMap((node) => (node.kind === 'text' ? [] : node.kind === 'field' ? [node.field] : [node.field, ...fieldsIn(node.children)]));
}

function filled(template: MessageTemplate, language: 'en' | 'es', values: FieldValues) {
  const result = fillTemplate(template, language, values);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'));
  return result;
}

it('is there for every event and form, and for one’s own words', () => {
  const missing = CORRESPONDENCE_EVENTS.flatMap((event) => MESSAGE_FORMS.filter((form) => templatesFor(DEFAULT_TEMPLATES, event, form).length !== 1));
  expect(missing).toEqual([]);
  expect(DEFAULT_TEMPLATES.filter(({ event }) => event === null).map(({ code }) => code)).toEqual(['GENERAL-LETTER', 'GENERAL-EMAIL', 'GENERAL-TEXT']);
  expect(new Set(DEFAULT_TEMPLATES.map(({ code }) => code)).size).toBe(DEFAULT_TEMPLATES.length);
});

it('is written as a city keeps it', () => {
  expect(DEFAULT_TEMPLATES.map((template) => MessageTemplate.parse(template))).toEqual(DEFAULT_TEMPLATES);
});

it('has nothing wrong with it, in either language', () => {
  expect(DEFAULT_TEMPLATES.flatMap((template) => checkTemplate(template, LANGUAGES)).map(({ message }) => message)).toEqual([]);
});

it('uses the same fields in both languages', () => {
  const fields = (template: MessageTemplate, language: 'en' | 'es') =>
    [...new Set((['subject', 'body'] as const).flatMap((part) => fieldsIn(parseTemplate(template[part][language]!, { language, part }).nodes)))].sort();
  expect(DEFAULT_TEMPLATES.filter((template) => fields(template, 'en').join() !== fields(template, 'es').join()).map(({ code }) => code)).toEqual([]);
});

it('is in plain language: no office words, no unexplained short forms, no long sentences', () => {
  const asked = EACH.flatMap(([code, language, template]) => {
    const { subject, paragraphs } = filled(template, language, sampleValues(language)).message;
    const findings = checkPlainLanguage([subject, ...paragraphs].join('\n\n'), { language, glossary: [] });
    return findings.map(({ message }) => `${code} ${language}: ${message}`);
  });
  expect(asked).toEqual([]);
});

describe.each(EACH)('%s in %s', (_code, language, template) => {
  it('has no hole when every field says something', () => {
    const { warnings, message } = filled(template, language, { ...sampleValues(language), agencyWebsite: 'agency.example' });
    expect(warnings).toEqual([]);
    expect(message.paragraphs.length).toBeGreaterThan(0);
  });

  it('has no hole when only what is required and the city are known', () => {
    const sample = sampleValues(language);
    const known: readonly FieldName[] = [...requiredFields(template.event, template.form), 'replyText', 'trackingNumber', 'serviceName', 'receivedDate', 'cityName', 'cityPhone', 'departmentName'];
    const values = { ...emptyFieldValues(), ...Object.fromEntries(known.map((name) => [name, sample[name]])) };
    const { warnings, message } = filled(template, language, values);
    expect(warnings).toEqual([]);
    expect(bodyText(message)).not.toMatch(/\s[.,;](?:\s|$)|[{}]|\n{3}/);
  });
});

it('sends texts in two parts at most when names and notes are of ordinary length', () => {
  const texts = EACH.filter(([, , { form }]) => form === 'text').map(([code, language, template]) => {
    const values = { ...sampleValues(language), agencyName: 'Department of Transportation', cityName: 'Portreeve Bay', ...SHORT_NOTES[language] };
    const { segments, encoding } = textMessageOf(filled(template, language, values).message);
    return { code, language, segments, encoding };
  });
  expect(texts.filter(({ segments }) => segments > 2)).toEqual([]);
});
