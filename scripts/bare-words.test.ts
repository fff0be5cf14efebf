import ts from 'typescript';
import { expect, it } from 'vitest';
import { bareProblemText, bareText, nestedText } from './lib/bare-words.mjs';

/** What of a piece of code is shown without being looked up. */
function bareIn(code: string, file = 'src-shared/domain/made-up.tsx'): readonly string[] {
  return foundIn(code, (node) => bareText(node, file));
}

function foundIn(code: string, find: (node: ts.Node) => string | null): readonly string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    const text = find(node);
    if (text !== null) found.push(text);
    node.forEachChild(look);
  };
  look(ts.createSourceFile('made-up.tsx', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

it.each([
  ["z.string().min(1, 'Write the note')", 'Write the note'],
  ["z.string().regex(/a/, { error: 'A PIN has four digits' })", 'A PIN has four digits'],
  ['z.string().max(max, `At most ${max} characters`)', 'At most {} characters'],
  ["requiredText(10, () => 'Write the note')", 'Write the note'],
  ["context.addIssue('Say what is missing')", 'Say what is missing'],
  ["return { ok: false, sentence: 'There is nothing before it.' }", 'There is nothing before it.'],
  ["const titles = { title: 'Settings' }", 'Settings'],
  ["showToast(isOpen ? 'It is open' : t`It is closed`)", 'It is open'],
  ['if (broken) return `${name} cannot be opened`;', '{} cannot be opened'],
  ["const a = <p aria-label={isNew ? 'New' : t`Old`} />", 'New'],
  ["const a = <p>{count === 1 ? 'answer' : t`answers`}</p>", 'answer'],
  ["const a = t`Kept by ${name ?? 'nobody'}.`", 'nobody'],
  ["const a = places.join(', ') || 'anywhere'", 'anywhere'],
  ['const a = <p>Not found</p>', 'Not found'],
  ['const a = <Field label="City" />', 'City'],
])('finds %s', (code, text) => expect(bareIn(code)).toEqual([text]));

it.each([
  'z.string().min(1, { error: () => t`Write the note` })',
  "throw new Error('the list has no such entry')",
  "options.log('the server was not reached')",
  "db.prepare('SELECT name FROM staff WHERE id = :id')",
  "const a = <p className={isOpen ? 'panel is-open' : 'panel'} />",
  "if (reason === 'It was open') close();",
])('lets %s be', (code) => expect(bareIn(code)).toEqual([]));

it('leaves to citizens what is theirs', () => {
  expect(bareIn("const words = { title: 'Your receipt' }", 'src-shared/receipt/words.ts')).toEqual([]);
});

it('finds what the server tells a workstation, by its problems alone', () => {
  const code = "throw new HttpProblem({ status: 404, code: 'a', title: 'Not here', detail: t`Look again.` }); const list = { title: 'Overdue cases' }";
  expect(foundIn(code, bareProblemText)).toEqual(['Not here']);
});

it('finds a text that is looked up inside another, at any depth of its values', () => {
  expect(foundIn("const a = t`Given to ${name ?? t`nobody`}${isLate ? tFor('verb')` Late` : ''}`", nestedText)).toEqual(['t`nobody`', "tFor('verb')` Late`"]);
  expect(foundIn('const a = isLate ? t`Late` : t`Given to ${name}`', nestedText)).toEqual([]);
});
