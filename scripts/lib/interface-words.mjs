// The words of the interface as they stand in the code, and the lists that translate them. Read as text: nothing of src-* runs.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { bareProblemText, bareText, nestedText } from './bare-words.mjs';
import { inRoot } from './paths.mjs';

const LISTS = 'src-shared/language/spanish';
/** Of the server only what it tells workstations: the rest of what it says is English, or for citizens. */
const SERVER = /^src-server\//;
const SOURCES = ['src-shared', 'src-data', 'src-main', 'src-renderer', 'src-server'];
const NO_WORDS = /(\.test\.tsx?|\.d\.ts)$|\/(testing|fixtures|migrations|language)\//;

/**
 * Each text is filed once, in the first of these lists whose folder has it, so that what every screen says stands first.
 *
 * @type {readonly (readonly [list: string, folder: RegExp])[]}
 */
const AREAS = [
  ['catalogue-words', /^src-shared\/(community|catalogue)\//],
  ['labels', /^src-shared\/(domain|util|clock)\//],
  ['reports', /^src-shared\/(reports|survey|overdue)\//],
  ['practice', /^src-shared\/practice\//],
  ['rules', /^src-shared\//],
  ['records', /^src-(data|main)\//],
  ['server', SERVER],
  ['parts', /^src-renderer\/(ui|data|paper|receipt|letters|[^/]+$)/],
  ['case-story', /^src-renderer\/case\/(story|facts|told|why|survey)\//],
  ['case-closing', /^src-renderer\/case\/(closing|complaint|progress|tasks|ties)\//],
  ['case-papers', /^src-renderer\/case\/(files|print|writing)\//],
  ['admin-forms', /^src-renderer\/admin\/(describe|form|list)\//],
  ['admin-tools', /^src-renderer\/admin\/(helpers|transfer|versions)\//],
  ['app-keys', /^src-renderer\/app\/keymap\//],
  ...['app', 'intake', 'queue', 'case', 'overdue', 'reports', 'knowledge', 'community', 'sync', 'admin'].map(
    (screen) => /** @type {const} */ ([`${screen}-screen`, new RegExp(`^src-renderer/${screen}/`)]),
  ),
];
export const LIST_NAMES = AREAS.map(([name]) => name);

/** @typedef {{ readonly key: string, readonly file: string, readonly line: number }} FoundWords */

/** @returns {{ readonly words: FoundWords[], readonly bare: FoundWords[], readonly nested: FoundWords[] }} bare: what is shown without being looked up; nested: texts inside another */
export function wordsInCode() {
  /** @type {FoundWords[]} */
  const words = [];
  /** @type {FoundWords[]} */
  const bare = [];
  /** @type {FoundWords[]} */
  const nested = [];
  for (const file of sourceFiles()) {
    const source = parse(file);
    const at = (/** @type {ts.Node} */ node) => ({ file, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1 });
    visit(source, (node) => {
      const key = keyOf(node);
      if (key !== null) words.push({ key, ...at(node) });
      const text = SERVER.test(file) ? bareProblemText(node) : bareText(node, file);
      if (text !== null) bare.push({ key: text, ...at(node) });
      const inner = nestedText(node);
      if (inner !== null) nested.push({ key: inner, ...at(node) });
    });
  }
  return { words, bare, nested };
}

/** List by list, each text where it is first met. @param {readonly FoundWords[]} words @returns {Map<string, Set<string>>} */
export function wordsByList(words) {
  const lists = new Map(LIST_NAMES.map((name) => [name, /** @type {Set<string>} */ (new Set())]));
  const filed = new Set();
  for (const [name, folder] of AREAS) {
    for (const { key, file } of words) {
      if (filed.has(key) || !folder.test(file)) continue;
      filed.add(key);
      lists.get(name)?.add(key);
    }
  }
  return lists;
}

/** The entries of one list; empty when there is no such file yet. @param {string} name @returns {Map<string, string>} */
export function readList(name) {
  /** @type {Map<string, string>} */
  const entries = new Map();
  if (!readdirSync(inRoot(LISTS)).includes(`${name}.ts`)) return entries;
  visit(parse(`${LISTS}/${name}.ts`), (node) => {
    if (ts.isPropertyAssignment(node) && ts.isStringLiteralLike(node.initializer) && (ts.isStringLiteralLike(node.name) || ts.isIdentifier(node.name))) entries.set(node.name.text, node.initializer.text);
  });
  return entries;
}

/** @param {string} name @param {ReadonlyMap<string, string>} entries */
export function writeList(name, entries) {
  const lines = [...entries].map(([english, translated]) => `  ${quoted(english)}: ${quoted(translated)},`);
  const constant = name.replaceAll('-', '_').toUpperCase();
  const text = `import type { WordList } from '../word-list.ts';\n\nexport const ${constant}: WordList = {\n${lines.join('\n')}\n};\n`;
  writeFileSync(inRoot(LISTS, `${name}.ts`), text);
}

/** `{0}`, `{1}` of a text, sorted. @param {string} text */
export function placesOf(text) {
  return (text.match(/\{\d+\}/g) ?? []).toSorted();
}

/** @param {string} text */
function quoted(text) {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\u00a0', '\\u00a0')}'`;
}

function sourceFiles() {
  return SOURCES.flatMap((folder) => readdirSync(inRoot(folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(inRoot().length + 1).replaceAll('\\', '/'))
    .filter((file) => !NO_WORDS.test(file))
    .toSorted();
}

/** @param {string} file */
function parse(file) {
  return ts.createSourceFile(file, readFileSync(inRoot(file), 'utf8'), ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
}

/** @param {ts.Node} node @param {(node: ts.Node) => void} look */
function visit(node, look) {
  look(node);
  node.forEachChild((child) => {
    visit(child, look);
  });
}

/** What a t`...` is filed under, as `keyOf` of src-shared/language files it; null for anything else. @param {ts.Node} node */
function keyOf(node) {
  if (!ts.isTaggedTemplateExpression(node)) return null;
  const context = contextOf(node.tag);
  if (context === null) return null;
  const { template } = node;
  const strings = ts.isNoSubstitutionTemplateLiteral(template) ? [template.text] : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
  return context + strings.reduce((text, piece, index) => (index === 0 ? piece : `${text}{${index - 1}}${piece}`), '');
}

/** Empty for t, `verb|` for tFor('verb'), null for another tag. @param {ts.Expression} tag */
function contextOf(tag) {
  if (ts.isIdentifier(tag) && tag.text === 't') return '';
  if (!ts.isCallExpression(tag) || !ts.isIdentifier(tag.expression) || tag.expression.text !== 'tFor') return null;
  const [context] = tag.arguments;
  return context !== undefined && ts.isStringLiteralLike(context) ? `${context.text}|` : null;
}
