import { join, sep } from 'node:path';

/**
 * The file under `root` that a URL's path names, or null when the path is malformed or leads out of `root`.
 *
 * `root` is absolute. `/` means `index.html`. Purely about names: whether the file exists, and is not a link to somewhere else, is
 * for the reader of the file to check.
 */
export function resolveInside(root: string, urlPath: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (/[\0\\]/.test(path) || !path.startsWith('/')) return null;
  if (path.split('/').some((part) => part === '..' || part === '.')) return null;
  const file = join(root, path === '/' ? 'index.html' : path);
  return file.startsWith(root + sep) ? file : null;
}
