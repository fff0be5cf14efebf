/**
 * Reads the text of a template: `{{field}}`, `{{#field}} shown when it says something {{/field}}`, `{{^field}} shown when it does
 * not {{/field}}`. Everything else is text. What cannot be read is a problem with its place; reading goes on behind it.
 */
import { t } from '../language/language.ts';
import type { Language } from '../domain/case.ts';
import { FIELD_NAMES, isFieldName, type FieldName } from './template-field.ts';
import { languageName, type TemplatePart, type TemplateProblem, type TemplateProblemReason } from './template-problem.ts';

export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly field: FieldName }
  | { readonly kind: 'section'; readonly field: FieldName; readonly isInverse: boolean; readonly children: readonly TemplateNode[] };

export interface ParsedTemplate {
  readonly nodes: readonly TemplateNode[];
  /** In the order in which they stand in the text. */
  readonly problems: readonly TemplateProblem[];
}

export interface TemplatePlace {
  readonly language: Language;
  readonly part: TemplatePart;
}

const TAG = /\{\{\s*(?:([#^/])\s*)?([A-Za-z]\w*)\s*\}\}/g;
const LOOSE_BRACES = /\{\{[^{}]*\}{0,2}|\}\}/g;

/** Offsets of the first character and behind the last. */
type Span = readonly [start: number, end: number];

/** A section whose end has not been read yet; the outermost level has no field. */
interface OpenLevel {
  readonly tag: { readonly field: string; readonly isInverse: boolean; readonly start: number; readonly end: number } | null;
  readonly children: TemplateNode[];
}

/** Never throws: any text is read, with problems where it makes no sense. */
export function parseTemplate(text: string, place: TemplatePlace): ParsedTemplate {
  const reader = new TemplateReader(text, place);
  let position = 0;
  for (const match of text.matchAll(TAG)) {
    reader.readText(position, match.index);
    position = match.index + match[0].length;
    reader.readTag(match[1] ?? '', match[2] ?? '', match.index, position);
  }
  reader.readText(position, text.length);
  return reader.finish();
}

class TemplateReader {
  private readonly levels: OpenLevel[] = [{ tag: null, children: [] }];
  private readonly problems: TemplateProblem[] = [];
  private readonly text: string;
  private readonly place: TemplatePlace;

  constructor(text: string, place: TemplatePlace) {
    this.text = text;
    this.place = place;
  }

  readText(start: number, end: number): void {
    if (end <= start) return;
    const text = this.text.slice(start, end);
    for (const loose of text.matchAll(LOOSE_BRACES)) {
      const at = start + loose.index;
      this.report('brokenField', null, [at, at + loose[0].length], t`“${shown(loose[0])}” is no field. Write fields like {{trackingNumber}}.`);
    }
    this.add({ kind: 'text', text });
  }

  readTag(mark: string, name: string, start: number, end: number): void {
    if (mark === '/') return this.closeSection(name, start, end);
    if (!isFieldName(name)) this.report('unknownField', name, [start, end], unknownFieldMessage(name));
    if (mark !== '') {
      this.levels.push({ tag: { field: name, isInverse: mark === '^', start, end }, children: [] });
    } else if (isFieldName(name)) {
      this.add({ kind: 'field', field: name });
    }
  }

  finish(): ParsedTemplate {
    while (this.levels.length > 1) this.leaveUnclosed();
    const problems = this.problems.sort((a, b) => a.start - b.start);
    return { nodes: this.levels[0]?.children ?? [], problems };
  }

  private closeSection(name: string, start: number, end: number): void {
    if (!this.levels.some((level) => level.tag?.field === name)) {
      const message = t`Nothing opens this section. Write {{#${name}}} where it begins, or take {{/${name}}} away.`;
      this.report('unopenedSection', name, [start, end], message);
      return;
    }
    while (this.levels.at(-1)?.tag?.field !== name) this.leaveUnclosed();
    const closed = this.levels.pop();
    if (!closed?.tag || !isFieldName(name)) return; // a section of an unknown field has been reported where it opened
    this.add({ kind: 'section', field: name, isInverse: closed.tag.isInverse, children: closed.children });
  }

  private leaveUnclosed(): void {
    const tag = this.levels.pop()?.tag;
    if (!tag) return;
    const message = t`The section “${tag.field}” is not closed. Write {{/${tag.field}}} where it ends.`;
    this.report('unclosedSection', tag.field, [tag.start, tag.end], message);
  }

  private add(node: TemplateNode): void {
    this.levels.at(-1)?.children.push(node);
  }

  private report(reason: TemplateProblemReason, field: string | null, [start, end]: Span, sentence: string): void {
    const line = this.text.slice(0, start).split('\n').length;
    const where = this.place.part === 'subject' ? t`subject` : t`text, line ${line}`;
    const message = `${languageName(this.place.language)} ${where}: ${sentence}`;
    this.problems.push({ reason, ...this.place, line, start, end, field, message });
  }
}

/** Pieces of a broken text can be long. */
function shown(text: string): string {
  return text.length > 30 ? `${text.slice(0, 29).toWellFormed()}…` : text;
}

function unknownFieldMessage(name: string): string {
  const near = nearestField(name);
  const remedy = near === null ? t`Choose one from the list of fields.` : t`Did you mean {{${near}}}?`;
  return t`there is no field “${shown(name)}”. ${remedy}`;
}

/** The field a mistyped name most likely meant: other letters, spaces or capitals, or a few wrong letters. */
function nearestField(name: string): FieldName | null {
  const typed = name.toLowerCase().replaceAll('_', '').slice(0, 60);
  const scored = FIELD_NAMES.map((field) => ({ field, distance: editDistance(typed, field.toLowerCase()) }));
  const best = scored.reduce((a, b) => (b.distance < a.distance ? b : a));
  return best.distance <= Math.max(1, Math.floor(best.field.length / 4)) ? best.field : null;
}

/** Single-letter changes that make one word of the other (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...b].entries()) {
      const changed = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
