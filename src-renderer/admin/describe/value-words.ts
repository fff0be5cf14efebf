/** What a value of a form means, for lists of changes: `2 business days (CAS 2.3)`, `Rosa Delgado`, `yes`. */
import { t } from '../../../src-shared/language/language.ts';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { findEntry, nameOfEntry, type Section } from '../../../src-shared/catalogue/sections.ts';
import { WEEKDAYS } from '../../../src-shared/catalogue/time-rules.ts';
import { spokenDay } from '../../../src-shared/clock/spoken-time.ts';
import { unreachable } from '../../../src-shared/util/unreachable.ts';
import { cornersText } from './corners-text.ts';
import type { Field } from './field.ts';
import { hoursText } from './hours-text.ts';
import { targetWords } from './target.ts';

const NOTHING = 'nothing';
export const WEEKDAY_LABELS: Readonly<Record<(typeof WEEKDAYS)[number], string>> = { monday: t`Monday`, tuesday: t`Tuesday`, wednesday: t`Wednesday`, thursday: t`Thursday`, friday: t`Friday`, saturday: t`Saturday`, sunday: t`Sunday` };

/** Names are looked up in `catalogues`, the first that has one. A value of several lines has line breaks. */
export function valueWords(field: Field, value: unknown, catalogues: readonly Catalogue[]): string {
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'number':
    case 'time':
      return value === null || value === undefined || value === '' ? NOTHING : String(value);
    case 'yesNo':
      return value === true ? t`yes` : t`no`;
    case 'choice':
      return choiceLabel(field.choices, value);
    case 'choices':
      return listed(value, (one) => choiceLabel(field.choices, one)) || NOTHING;
    case 'entry':
      return value === null || value === '' ? (field.nothing?.toLowerCase() ?? NOTHING) : entryName(field.from, String(value), catalogues);
    case 'entries':
      return listed(value, (one) => entryName(field.from, String(one), catalogues)) || field.nothing.toLowerCase();
    case 'localText':
      return localWords(value);
    case 'texts':
      return lines(value, String) || NOTHING;
    case 'day':
      return typeof value === 'string' && value !== '' ? dayWords(value) : NOTHING;
    case 'hours':
      return hoursText(value) || t`closed`;
    case 'week':
      return WEEKDAYS.map((day) => `${WEEKDAY_LABELS[day]}: ${hoursText(partOf(value, day)) || t`closed`}`).join('\n');
    case 'corners':
      return cornersText(value) || NOTHING;
    case 'target':
      return targetWords(value, (staffId) => entryName('staff', staffId, catalogues));
    case 'list':
      return lines(value, field.words ?? ((item) => field.fields.map((inner) => itemPart(inner, item, catalogues)).filter(Boolean).join(' · '))) || NOTHING;
    default:
      return unreachable(field);
  }
}

/** One field of an item within a list; what says nothing is left out. */
function itemPart(field: Field, item: unknown, catalogues: readonly Catalogue[]): string {
  const value = partOf(item, field.key);
  if (field.kind === 'yesNo') return value === true ? field.label.toLowerCase() : '';
  const words = valueWords(field, value, catalogues);
  return words === NOTHING ? '' : words.replaceAll('\n', ', ');
}

/** What an entry of another section is called; its code where nobody knows it. */
export function entryName(section: Section, code: string, catalogues: readonly Catalogue[]): string {
  const entry = catalogues.map((catalogue) => findEntry(catalogue, section, code)).find((found) => found !== null);
  return nameOfEntry(section, code, entry ?? null);
}

function choiceLabel(choices: readonly { readonly value: string; readonly label: string }[], value: unknown): string {
  return choices.find((choice) => choice.value === (value ?? ''))?.label ?? String(value);
}

function localWords(value: unknown): string {
  const [english, spanish] = [partOf(value, 'en'), partOf(value, 'es')];
  const parts = [typeof english === 'string' ? english : '', typeof spanish === 'string' && spanish !== '' ? t`Spanish: ${spanish}` : ''];
  return parts.filter(Boolean).join('\n') || NOTHING;
}

function partOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined; // safe: it has the key
}

function listed(value: unknown, words: (one: unknown) => string): string {
  return Array.isArray(value) ? value.map(words).join(', ') : '';
}

function lines(value: unknown, words: (one: unknown) => string): string {
  return Array.isArray(value) ? value.map(words).join('\n') : '';
}

function dayWords(value: string): string {
  try {
    return spokenDay(value);
  } catch {
    return value; // typed by hand, and no day
  }
}
