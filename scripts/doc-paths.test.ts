import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DOCS = globSync(['*.md', '{docs,resources,scripts,src-*,tests}/**/*.md'], { cwd: ROOT }).sort();

/** Things in backquotes that begin like a path of this repository. */
const PATHS = /`((?:src-[a-z]+|docs|scripts|tests|resources|\.ci)\/[^`\s*]*)`/g;

/** What stands in the round brackets of `[text](target)` and `![text](target)`, without the part after `#`. */
const LINKS = /\]\(([^()\s#]*)(?:#[^()\s]*)?\)/g;
const WEB_ADDRESS = /^[a-z][a-z0-9+.-]*:/i;

function pathsIn(document: string): readonly string[] {
  return [...readFileSync(join(ROOT, document), 'utf8').matchAll(PATHS)].map((match) => match[1] ?? '');
}

it.each(DOCS)('%s names only paths that exist', (document) => {
  expect(pathsIn(document).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

/** Targets of links to this repository, from its root. */
function linksIn(document: string): readonly string[] {
  const targets = [...readFileSync(join(ROOT, document), 'utf8').matchAll(LINKS)].map((match) => match[1] ?? '');
  return targets.filter((target) => target !== '' && !WEB_ADDRESS.test(target)).map((target) => join(dirname(document), decodeURIComponent(target)));
}

it.each(DOCS)('%s links only to what exists', (document) => {
  expect(linksIn(document).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

it('the links of the README are seen', () => {
  expect(linksIn('README.md')).toEqual(expect.arrayContaining(['docs/images/queue.png', 'docs/sync.md', 'src-shared/README.md']));
});

it('the walk of one case goes through every process', () => {
  const walk = pathsIn('docs/one-case.md').join('\n');
  for (const folder of ['src-renderer/', 'src-preload/', 'src-main/', 'src-data/', 'src-shared/', 'src-server/']) expect(walk).toContain(folder);
});
