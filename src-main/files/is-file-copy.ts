import { join, relative, resolve, sep } from 'node:path';
import { FILE_KINDS } from '../../src-shared/attachments/kinds.ts';

const EXTENSIONS: ReadonlySet<string> = new Set(Object.values(FILE_KINDS).flatMap((kind) => kind.extensions));

/**
 * True only for a file as the data process makes copies: `<dataDir>/copies/<folder>/<name>` with the extension of a kind that may be
 * attached. Whatever a page asks for, nothing else on this computer is opened, and nothing that a system would run.
 */
export function isFileCopy(path: string, dataDir: string): boolean {
  if (/\0/.test(path) || resolve(path) !== path) return false;
  const [folder, name, ...more] = relative(join(dataDir, 'copies'), path).split(sep);
  if (folder === undefined || name === undefined || more.length > 0 || folder === '..' || folder === '') return false;
  return EXTENSIONS.has(/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '');
}
