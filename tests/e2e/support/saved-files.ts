import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';

/** Path of the one file saved in a folder, once it stands there whole: while it is written its name ends in `.part`. */
export async function savedFile(folder: string): Promise<string> {
  let names: readonly string[] = [];
  await expect.poll(() => (names = readdirSync(folder)).filter((name) => !name.endsWith('.part'))).toHaveLength(1);
  return join(folder, names.find((name) => !name.endsWith('.part')) ?? '');
}
