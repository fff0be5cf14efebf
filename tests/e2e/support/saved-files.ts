import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';

/** Path of the one file saved in a folder, once it stands there whole: while it is written its name ends in `.part`. */
export async function savedFile(folder: string): Promise<string> {
  await expect.poll(() => readdirSync(folder)).toEqual([expect.not.stringMatching(/\.part$/)]);
  return join(folder, readdirSync(folder)[0] ?? '');
}
