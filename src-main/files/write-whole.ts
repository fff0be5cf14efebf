import { open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';

/** Ends the name while a file is written. */
export const UNFINISHED = '.part';

/**
 * Writes a file so that it stands under its name only once it is whole and on the disk: whoever looks meanwhile finds the one before,
 * or none. After a failure, which is thrown as the file system gave it, the one before is untouched. A link stays a link to the file
 * that is written; what is no file (a device, a pipe) is written to as it is, for a file must not take its place.
 */
export async function writeWhole(name: string, content: string | Uint8Array): Promise<void> {
  const path = await realpath(name).catch(() => name); // none there yet
  const there = await stat(path).catch(() => null);
  if (there && !there.isFile()) return writeFile(path, content);
  const unfinished = path + UNFINISHED;
  try {
    const handle = await open(unfinished, 'w');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined); // a disk that is gone keeps nothing either
    throw error;
  }
}
