import { t } from '../../../src-shared/language/language.ts';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { changedFields } from '../../../src-shared/catalogue/catalogue-change.ts';
import type { Entry, Section } from '../../../src-shared/catalogue/sections.ts';
import { type ComparedLine, compareTexts } from '../../../src-shared/knowledge/compare-texts.ts';
import { fieldsOf } from './section-form.ts';
import { formOf } from './sections.ts';
import { valueWords } from './value-words.ts';

/** One field that differs: both values in words, or, where they have several lines, the lines that do. */
export type FieldDifference = { readonly key: string; readonly label: string } & (
  | { readonly kind: 'value'; readonly from: string; readonly to: string }
  | { readonly kind: 'lines'; readonly lines: readonly ComparedLine[] }
);

/**
 * What differs between two values of an entry, in the order of its form. Of an entry that is new, what it says; `before` null.
 * Fields that no form sets are called by their names.
 */
export function differencesOf(section: Section, before: Entry | null, after: Entry | null, catalogues: readonly Catalogue[]): readonly FieldDifference[] {
  const changed = new Set(changedFields(section, before, after));
  const form = formOf(section);
  const shown = fieldsOf(form).filter(({ key }) => changed.has(key));
  const rest = [...changed].filter((key) => !shown.some((field) => field.key === key) && form.unread?.includes(key) !== true);
  return [
    ...shown.map((field) => differenceOf(field.key, field.label, [valueWords(field, before?.[field.key], catalogues), valueWords(field, after?.[field.key], catalogues)])),
    ...rest.map((key) => differenceOf(key, ownWord(key), [plain(before?.[key]), plain(after?.[key])])),
  ].filter((difference) => difference.kind === 'lines' || difference.from !== difference.to);
}

function differenceOf(key: string, label: string, [from, to]: readonly [string, string]): FieldDifference {
  if (!from.includes('\n') && !to.includes('\n')) return { kind: 'value', key, label, from, to };
  const lines = compareTexts(from === 'nothing' ? '' : from, to === 'nothing' ? '' : to);
  return { kind: 'lines', key, label, lines: aroundChanges(lines) };
}

/** Long texts show a line before and after each change; what is left out between is one line of dots. */
function aroundChanges(lines: readonly ComparedLine[]): readonly ComparedLine[] {
  const isNear = lines.map((_line, at) => lines.slice(Math.max(0, at - 1), at + 2).some(({ kind }) => kind !== 'same'));
  return lines.flatMap((line, at) => {
    if (isNear[at]) return [line];
    return isNear[at - 1] || at === 0 ? [{ kind: 'same' as const, text: '…' }] : [];
  });
}

/** `isActive` as `is active`. */
function ownWord(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function plain(value: unknown): string {
  return value === null || value === undefined ? t`nothing` : typeof value === 'string' ? value : JSON.stringify(value);
}
