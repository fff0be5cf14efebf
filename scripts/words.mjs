// npm run words: what of the interface has no Spanish yet; --fill puts it into the lists, to be translated there.
import { command } from './lib/command.mjs';
import { inProjectNode } from './lib/set-up.mjs';

const usage = {
  line: 'npm run words [-- --fill]',
  summary: 'Names the words of the interface that have no Spanish, and Spanish that nothing says any more.',
  options: { fill: { help: 'Writes the lists in src-shared/language/spanish anew: what is missing is there with empty Spanish, what is not said any more is gone.' } },
};

await command(usage, ({ switches }) =>
  inProjectNode('scripts/words.mjs', async () => {
    const { LIST_NAMES, readList, wordsByList, wordsInCode, writeList } = await import('./lib/interface-words.mjs'); // needs the packages
    const known = new Map(LIST_NAMES.flatMap((name) => [...readList(name)]));
    const { words, bare, nested } = wordsInCode();
    const said = new Set(words.map(({ key }) => key));
    const missing = words.filter(({ key }) => !known.get(key));
    const unsaid = [...known.keys()].filter((key) => !said.has(key));
    if (switches.has('fill')) for (const [name, keys] of wordsByList(words)) writeList(name, new Map([...keys].map((key) => [key, known.get(key) ?? ''])));
    for (const { file, line, key } of bare) console.log(`${file}:${line}: not looked up: ${key}`);
    for (const { file, line, key } of nested) console.log(`${file}:${line}: inside another text: ${key}`);
    for (const { file, line, key } of missing) console.log(`${file}:${line}: no Spanish: ${key}`);
    for (const key of unsaid) console.log(`not said any more: ${key}`);
    console.log(`${said.size} texts, ${new Set(missing.map(({ key }) => key)).size} without Spanish, ${unsaid.length} not said any more, ${bare.length} not looked up, ${nested.length} inside another`);
    return missing.length + unsaid.length + bare.length + nested.length === 0 ? 0 : 1;
  }),
);
