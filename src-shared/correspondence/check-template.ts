import { t } from '../language/language.ts';
import type { Language } from '../domain/case.ts';
import type { CorrespondenceEvent, MessageTemplate } from './message-template.ts';
import { parseTemplate, type TemplateNode } from './parse-template.ts';
import { requiredFields, TEMPLATE_FIELDS, type FieldName } from './template-field.ts';
import { languageName, problemOfText, type TemplateProblem } from './template-problem.ts';

const LANGUAGES: readonly Language[] = ['en', 'es'];

/**
 * All that is wrong with a template, in every language it is written in; empty means it can be used.
 *
 * `neededLanguages` are those the city writes in: one of them without text is a problem (`missingLanguage`). A template for
 * referrals must name agency, address and phone where nothing can leave them out (AS-3; S2, Policy).
 */
export function checkTemplate(template: MessageTemplate, neededLanguages: readonly Language[] = ['en']): readonly TemplateProblem[] {
  return LANGUAGES.flatMap((language) => {
    const isWritten = [template.subject[language], template.body[language]].some((text) => (text ?? '').trim() !== '');
    return isWritten || neededLanguages.includes(language) ? checkTemplateIn(template, language) : [];
  });
}

/** What is wrong with a template in one language; also when it is not written in that language at all. */
export function checkTemplateIn(template: MessageTemplate, language: Language): readonly TemplateProblem[] {
  const subject = template.subject[language] ?? '';
  const body = template.body[language] ?? '';
  if (body.trim() === '') return [missingBody(template, language)];
  const parsedBody = parseTemplate(body, { language, part: 'body' });
  const problems = [...parseTemplate(subject, { language, part: 'subject' }).problems, ...parsedBody.problems];
  if (template.form !== 'text' && subject.trim() === '') {
    problems.unshift(problemOfText('missingText', language, t`Write a subject in ${languageName(language)}.`, { part: 'subject' }));
  }
  const required = requiredFields(template.event, template.form);
  const certain = certainFields(parsedBody.nodes, new Set(required));
  const missing = required.filter((field) => !certain.has(field));
  return [...problems, ...missing.map((field) => missingField(template, language, field))];
}

/** The language a message can be written in: the one wished for when the template has it, else the other, else null. */
export function languageOfTemplate(template: MessageTemplate, wished: Language): Language | null {
  const order = [wished, ...LANGUAGES];
  return order.find((language) => checkTemplateIn(template, language).length === 0) ?? null;
}

function missingBody(template: MessageTemplate, language: Language): TemplateProblem {
  const isOtherWritten = LANGUAGES.some((other) => (template.body[other] ?? '').trim() !== '');
  if (!isOtherWritten) return problemOfText('missingText', language, WRITE_BODY[language](template.name));
  return problemOfText('missingLanguage', language, NO_BODY[language](template.name));
}

const WRITE_BODY: Readonly<Record<Language, (name: string) => string>> = {
  en: (name) => t`Write the English text of “${name}”.`,
  es: (name) => t`Write the Spanish text of “${name}”.`,
};
const NO_BODY: typeof WRITE_BODY = {
  en: (name) => t`“${name}” has no English text. Write it under Administration, or choose the other language.`,
  es: (name) => t`“${name}” has no Spanish text. Write it under Administration, or choose the other language.`,
};

/** Fields that surely stand in the message once the `required` ones say something. */
export function certainFields(nodes: readonly TemplateNode[], required: ReadonlySet<FieldName>): ReadonlySet<FieldName> {
  const certain = new Set<FieldName>();
  for (const node of nodes) {
    if (node.kind === 'field') certain.add(node.field);
    const isAlwaysShown = node.kind === 'section' && !node.isInverse && required.has(node.field);
    if (isAlwaysShown) for (const field of certainFields(node.children, required)) certain.add(field);
  }
  return certain;
}

const WHY: Partial<Record<CorrespondenceEvent, string>> = {
  referred: t`A reply that refers to another agency gives its name, address and phone`,
  caseReceived: t`The citizen is told the tracking number`,
  merged: t`The citizen keeps the own tracking number`,
};

function missingField(template: MessageTemplate, language: Language, field: FieldName): TemplateProblem {
  const why = (template.event && WHY[template.event]) ?? t`This message makes no sense without it`;
  const label = TEMPLATE_FIELDS[field].label;
  const message = t`${languageName(language)} text: put {{${field}}} (${label}) where no other section can leave it out. ${why}.`;
  return problemOfText('missingField', language, message, { field });
}
