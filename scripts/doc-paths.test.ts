import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DOCS = ['README.md', 'CONTRIBUTING.md', ...readdirSync(join(ROOT, 'docs'), { recursive: true }).map((name) => join('docs', String(name)))].filter((name) => name.endsWith('.md'));

/** Things in backquotes that begin like a path of this repository. */
const PATHS = /`((?:src-[a-z]+|docs|scripts|tests|resources|\.ci)\/[^`\s*]*)`/g;

function pathsIn(document: string): readonly string[] {
  return [...readFileSync(join(ROOT, document), 'utf8').matchAll(PATHS)].map((match) => match[1] ?? '');
}

it.each(DOCS)('%s names only paths that exist', (document) => {
  expect(pathsIn(document).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

it('the walk of one case goes through every process', () => {
  const walk = pathsIn('docs/one-case.md').join('\n');
  for (const folder of ['src-renderer/', 'src-preload/', 'src-main/', 'src-data/', 'src-shared/', 'src-server/']) expect(walk).toContain(folder);
});
