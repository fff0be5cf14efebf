/**
 * Fills a template for one citizen.
 *
 * What is optional leaves without a trace: a line whose fields are all empty is dropped, and so is a paragraph all of whose
 * fields are empty; `{{#field}} … {{/field}}` stands only when the field says something, `{{^field}} … {{/field}}` only when it
 * does not. A value is text and stays text: it is never read as a field, and it is escaped where it becomes HTML, not here.
 */
import { t } from '../language/language.ts';
import { cleanText } from '../receipt/clean-text.ts';
import type { Language } from '../domain/case.ts';
import { certainFields, checkTemplateIn } from './check-template.ts';
import type { CorrespondenceEvent, MessageForm, MessageTemplate } from './message-template.ts';
import { parseTemplate, type TemplateNode } from './parse-template.ts';
import { requiredFields, TEMPLATE_FIELDS, type FieldName, type FieldValues } from './template-field.ts';
import { problemOfText, type TemplateProblem } from './template-problem.ts';

/** A message ready to be laid out as letter, mail or text message. */
export interface FilledMessage {
  readonly templateCode: string;
  readonly templateVersion: number;
  readonly event: CorrespondenceEvent | null;
  readonly form: MessageForm;
  readonly language: Language;
  /** One line; empty for a text message. */
  readonly subject: string;
  /** None is empty; a paragraph may have several lines (`\n`). */
  readonly paragraphs: readonly string[];
}

/** An empty field in a line that was kept because another field of it says something: the sentence may have a hole. */
export interface FillWarning {
  readonly field: FieldName;
  readonly message: string;
}

export type FillResult =
  | { readonly ok: true; readonly message: FilledMessage; readonly warnings: readonly FillWarning[] }
  | { readonly ok: false; readonly problems: readonly TemplateProblem[] };

type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly field: FieldName; readonly value: string }
  /** Where a section opened or closed: nothing to read, but a line that holds only these is no line. */
  | { readonly kind: 'tag' };
type Line = readonly Piece[];

/**
 * Fills `template` in `language`. Refused with `problems` when the template is wrong in that language, or when a field without
 * which this kind of message may not go out is empty: a referral without the agency's name, address or phone (AS-3), or a template
 * for the writer's own words without any.
 */
export function fillTemplate(template: MessageTemplate, language: Language, values: FieldValues): FillResult {
  const cleaned = cleanValues(values);
  const problems = [...checkTemplateIn(template, language), ...emptyRequired(template, language, cleaned)];
  if (problems.length > 0) return { ok: false, problems };
  const piecesOf = (part: 'subject' | 'body'): readonly Piece[] =>
    flatten(parseTemplate(template[part][language] ?? '', { language, part }).nodes, cleaned);
  const paragraphs = paragraphsOf(linesOf(piecesOf('body')));
  const { code: templateCode, version: templateVersion, event, form } = template;
  const subject = form === 'text' ? '' : tidy(textOf(piecesOf('subject')).replaceAll('\n', ' '));
  const message = { templateCode, templateVersion, event, form, language, subject, paragraphs: paragraphs.flatMap(readyParagraphs) };
  return { ok: true, message, warnings: holesIn(paragraphs.flat()) };
}

/** The whole text with an empty line between paragraphs. */
export function bodyText(message: FilledMessage): string {
  return message.paragraphs.join('\n\n');
}

function emptyRequired(template: MessageTemplate, language: Language, values: FieldValues): readonly TemplateProblem[] {
  const required = new Set(requiredFields(template.event, template.form));
  const { nodes } = parseTemplate(template.body[language] ?? '', { language, part: 'body' });
  if (certainFields(nodes, required).has('replyText')) required.add('replyText'); // it is there to be written
  return [...required].filter((field) => values[field] === '').map((field) => {
    const label = TEMPLATE_FIELDS[field].label;
    const message = t`“${label}” is empty, and “${template.name}” may not go out without it. Fill it in, then try again.`;
    return problemOfText('emptyField', language, message, { field });
  });
}

function cleanValues(values: FieldValues): FieldValues {
  const cleaned = Object.entries(TEMPLATE_FIELDS).map(([name, { kind }]) => {
    const value = values[name as FieldName]; // safe: a key of TEMPLATE_FIELDS
    return [name, kind === 'text' ? cleanLines(value) : cleanText(value)];
  });
  return Object.fromEntries(cleaned) as FieldValues; // safe: made from the same names
}

/** Text of several lines, each cleaned, with at most one empty line in a row. */
function cleanLines(value: string): string {
  const lines = value.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n').split('\n').map(cleanText);
  return lines.join('\n').replace(/\n{3,}/g, '\n\n').replace(/^\n+|\n+$/g, '');
}

function flatten(nodes: readonly TemplateNode[], values: FieldValues): readonly Piece[] {
  return nodes.flatMap((node): readonly Piece[] => {
    if (node.kind === 'text') return [node];
    if (node.kind === 'field') return [{ kind: 'value', field: node.field, value: values[node.field] }];
    const isShown = (values[node.field] !== '') !== node.isInverse;
    return [{ kind: 'tag' }, ...(isShown ? flatten(node.children, values) : []), { kind: 'tag' }];
  });
}

/** Lines of the template; a value with lines of its own stays one piece. */
function linesOf(pieces: readonly Piece[]): readonly Line[] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    const [first = '', ...rest] = piece.kind === 'text' ? piece.text.replace(/\r\n?/g, '\n').split('\n') : [];
    lines.at(-1)?.push(piece.kind === 'text' ? { kind: 'text', text: first } : piece);
    for (const text of rest) lines.push([{ kind: 'text', text }]);
  }
  return lines;
}

/** Lines by paragraph, without those that have nothing to say. */
function paragraphsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const paragraphs: Line[][] = [[]];
  for (const line of lines) {
    const isEmpty = line.every((piece) => piece.kind === 'tag' || (piece.kind === 'text' && piece.text.trim() === ''));
    if (!isEmpty) paragraphs.at(-1)?.push(line);
    else if (!line.some((piece) => piece.kind === 'tag')) paragraphs.push([]);
  }
  return paragraphs.filter((paragraph) => !saysNothing(paragraph.flat())).map((paragraph) => paragraph.filter((line) => !saysNothing(line)));
}

/** Has fields, and all of them are empty; or has nothing at all. */
function saysNothing(pieces: readonly Piece[]): boolean {
  const values = pieces.filter((piece) => piece.kind === 'value');
  return pieces.length === 0 || (values.length > 0 && values.every(({ value }) => value === ''));
}

/** A value with paragraphs of its own makes several of one. */
function readyParagraphs(lines: readonly Line[]): readonly string[] {
  const text = lines.map((line) => tidy(textOf(line))).join('\n');
  return text.split(/\n{2,}/).map((paragraph) => paragraph.trim()).filter((paragraph) => paragraph !== '');
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.kind === 'text' ? piece.text : piece.kind === 'value' ? piece.value : '')).join('');
}

/** Without the double spaces an empty field leaves behind. */
function tidy(text: string): string {
  return text.replace(/[ \t]{2,}/g, ' ').replace(/ +$/gm, '').trim();
}

function holesIn(lines: readonly Line[]): readonly FillWarning[] {
  const empty = lines.flat().flatMap((piece) => (piece.kind === 'value' && piece.value === '' ? [piece.field] : []));
  return [...new Set(empty)].map((field) => ({
    field,
    message: t`“${TEMPLATE_FIELDS[field].label}” is empty here. Read the sentence around it, or put it into {{#${field}}} … {{/${field}}}.`,
  }));
}
