// English that is shown without being looked up: bare texts of elements, bare sentences anywhere, bare messages of schemas.
import ts from 'typescript';

/** Attributes and properties that are seen or read aloud; a bare text there is in English for everybody. */
const SEEN = new Set([
  ...['label', 'title', 'description', 'placeholder', 'emptyText', 'alt', 'heading', 'caption', 'hint', 'text', 'error', 'doLabel', 'yesLabel', 'againLabel', 'began'],
  ...['message', 'reason', 'sentence', 'detail', 'words', 'problem', 'note', 'one', 'many', 'did', 'shown', 'subject', 'buttonLabel'],
]);
const SEEN_ARIA = new Set(['aria-label', 'aria-description', 'aria-valuetext', 'aria-placeholder', 'aria-roledescription']);

/**
 * Files whose words are not for the staff's eyes, or stay as they are.
 *
 * @type {readonly (readonly [files: RegExp, why: string])[]}
 */
const EXCEPTIONS = [
  [/^src-shared\/(receipt|correspondence|outage-forms)\/|^src-data\/receipts\/|^src-shared\/domain\/ratings\.ts$|^src-shared\/agencies\/refer-to\.ts$/, 'for citizens, in their language'],
  [/^src-shared\/(said|plain-language)\/|^src-shared\/(agencies\/(directory-columns|directory-csv|word-match)|places\/(street-words|gazetteer-columns)|queue-query\/find-names)\.ts$/, 'words that are recognised, in both languages'],
  [/^src-shared\/(catalogue\/(everyday-words|heard-words|file-issue-words)|knowledge\/search-guides|attachments\/old-office)\.ts$|^src-data\/duplicates\/judge-candidate\.ts$|^src-renderer\/intake\/received\/words\.ts$/, 'words that are recognised, in both languages'],
  [/^src-shared\/(commands\/transfer-case|domain\/sealing)\.ts$|^src-data\/places\/find-in-gazetteer\.ts$/, 'written into records: every workstation has to write the same'],
  [/^src-shared\/practice\/(made-up|exercises)|^src-data\/practice\/|fixtures|-examples\.ts$/, 'made-up people, their cases and what they say'],
  [/^src-main\/(index|start-up\/.*)\.ts$|^src-main\/log\//, 'said on the command line and in logs, which are English'],
  [/^src-data\/admin\/versions\.ts$/, 'names of files that are compared over years'],
  [/^src-data\/snapshot\/prepare-file\.ts$|^src-main\/printing\/electron-print-window\.ts$|^src-main\/window\/app-protocol\.ts$/, 'said in logs'],
  [/^src-renderer\/app\/keymap\/keyboard\.ts$/, 'as printed on the keys of a keyboard, whatever is read'],
  [/^src-renderer\/admin\/describe\/gazetteer\.ts$/, 'why a field has no form: said to programmers by a test'],
  [/^src-shared\/office\/commands\/spoil-forms\.ts$|^src-data\/spool\/receipt-preview\.ts$|^src-shared\/protocol\/|^src-data\/sync\/sse\.ts$|^src-main\/(ipc|update\/updater|window\/content-security-policy)/, 'between parts of the program: a person who meets it has met a bug'],
];

/** Calls whose texts nobody of the staff reads: logs, bugs, selectors, tables of words. Anything else with two words in a row is a sentence. */
const UNSEEN_CALLS = /(^|\.)(log|must|assert|atBoundary|matches|matchMedia|closest|querySelector(All)?|pragma|serviceFor|tFor|words|list|refuse|custom|endsWith|super)$|Error$|^RoundEnd$/;
const SQL = /\b(BEGIN|SELECT|FROM|UPDATE|INSERT|DELETE|CREATE|DROP|PRAGMA|WHERE|ORDER BY|ALTER|ATTACH|DETACH|IS NULL|IS NOT NULL|AND|NOT|JOIN|INDEXED|BETWEEN|CASE WHEN|AS \w+|IN \(|state, |detail$|longitude$)|\w\(.*\bp\.\w+\)/;
/** The same in every language: names, the ending of a file, the code of what has no name. */
const NAMES = /^(Portreeve( data)?|Windows-1252|PDF|bin|AGENCY)$/;
/** What a program reads though words stand in it: style sheets, policies, class names, columns of tables. */
const CODE = /^(Portreeve( data)?|Windows-1252|PDF)$|\W:[a-z]|[{};<>=[\]]|'(none|self)'|^[a-z-]+( [a-z-]+)?$|^\w+, \w+(, |$)/;

/** @param {ts.Node} node @param {string} file @returns {string | null} the text, when it is shown and not looked up */
export function bareText(node, file) {
  if (ts.isJsxText(node)) return hasWord(node.text) ? node.text.trim() : null;
  const text = textOf(node);
  if (text === null || EXCEPTIONS.some(([files]) => files.test(file))) return null;
  const place = placeOf(node);
  if (place === null || isUnseen(place, node)) return null;
  return isShownAt(place, text) || isInSentence(place, node, text) || isSentence(text) ? text : null;
}

/**
 * What the server says to people at a workstation, which looks it up: the whole texts of an HTTP problem.
 *
 * @param {ts.Node} node
 * @returns {string | null}
 */
export function bareProblemText(node) {
  if (!ts.isStringLiteralLike(node) || !ts.isPropertyAssignment(node.parent) || !/^(title|detail)$/.test(node.parent.name.getText())) return null;
  const names = node.parent.parent.properties.map((property) => property.name?.getText());
  return names.includes('status') && names.includes('code') ? node.text : null;
}

/**
 * A sentence put together of sentences or words that are looked up by themselves: t`Given to ${name ?? t`nobody`}`. The piece inside has a gender and a
 * number that the one outside does not know.
 *
 * @param {ts.Node} node
 * @returns {string | null} the text inside
 */
export function nestedText(node) {
  if (!isLookedUp(node)) return null;
  for (let outer = node.parent; !ts.isFunctionLike(outer) && !ts.isStatement(outer) && !ts.isSourceFile(outer); outer = outer.parent) {
    if (isLookedUp(outer)) return node.getText();
  }
  return null;
}

/** @param {ts.Node} node */
function isLookedUp(node) {
  return ts.isTaggedTemplateExpression(node) && /^t(For\(.*\))?$/.test(node.tag.getText());
}

/** Of a text that is not looked up; what is put in is `{}`. @param {ts.Node} node */
function textOf(node) {
  const isText = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);
  if ((!isText && !ts.isTemplateExpression(node)) || ts.isTaggedTemplateExpression(node.parent)) return null;
  if (isText) return node.text;
  return ts.isTemplateExpression(node) ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('{}') : null;
}

/** What a text is for: past choices, defaults, brackets and functions that only give it. Null: it is asked about, not given. @param {ts.Node} node @returns {ts.Node | null} */
function placeOf(node) {
  const { parent } = node;
  if (ts.isTypeNode(parent) || ts.isImportDeclaration(parent) || ts.isElementAccessExpression(parent) || ts.isCaseClause(parent)) return null;
  if (ts.isConditionalExpression(parent)) return parent.condition === node ? null : placeOf(parent);
  if (ts.isBinaryExpression(parent)) return /^[=!]==?$|^in$/.test(parent.operatorToken.getText()) ? null : placeOf(parent);
  if (ts.isParenthesizedExpression(parent) || ts.isArrowFunction(parent) || ts.isReturnStatement(parent) || ts.isAsExpression(parent)) return ts.isReturnStatement(parent) ? parent : placeOf(parent);
  return parent;
}

/** @param {ts.Node} place @param {ts.Node} node */
function isUnseen(place, node) {
  if (ts.isCallExpression(place) || ts.isNewExpression(place)) return UNSEEN_CALLS.test(place.expression.getText());
  if (ts.isPropertyAssignment(place) && place.name === node) return true;
  return ts.isJsxAttribute(place) || ts.isJsxExpression(place) ? isUnseenAttribute(ts.isJsxExpression(place) ? place.parent : place) : false;
}

/** Classes, ids and the like; what stands between elements is seen. @param {ts.Node} parent */
function isUnseenAttribute(parent) {
  return ts.isJsxAttribute(parent) && !SEEN.has(parent.name.getText()) && !SEEN_ARIA.has(parent.name.getText());
}

/** Where even one word is a text of the screen. @param {ts.Node} place @param {string} text */
function isShownAt(place, text) {
  if (ts.isJsxAttribute(place) || ts.isJsxExpression(place)) return hasWord(text) && !NAMES.test(text);
  if (!ts.isPropertyAssignment(place) || !SEEN.has(place.name.getText().replaceAll("'", ''))) return false;
  return /[A-ZÀ-Þ][a-zß-ÿ]/.test(text) && !/^[a-z]+[A-Z]/.test(text) && !SQL.test(text) && !CODE.test(text.replaceAll('{}', ''));
}

/** One word that stands in a sentence, or for words that are missing: t`Kept by ${name ?? 'nobody'}`, words.join(', ') || 'nowhere'. @param {ts.Node} place @param {ts.Node} node @param {string} text */
function isInSentence(place, node, text) {
  if (!hasWord(text) || NAMES.test(text) || /[</]/.test(text)) return false;
  if (ts.isTemplateSpan(place)) return ts.isTaggedTemplateExpression(place.parent.parent) && place.parent.parent.tag.getText() === 't';
  const { parent } = node;
  return ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.BarBarToken && parent.right === node;
}

/** Two words beside each other that no program reads. @param {string} text */
function isSentence(text) {
  if (SQL.test(text) || CODE.test(text.replaceAll('{}', ''))) return false;
  return text.split(/\s+/).filter((word) => /^[“("]?[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ’'-]+[,.:;?!”")]*$/.test(word)).length >= 2;
}

/** @param {string} text */
function hasWord(text) {
  return /[A-Za-zÀ-ÿ]{2,}/.test(text.replaceAll(/&[a-z]+;|\{\}/g, ''));
}
