import { access, constants, stat } from 'node:fs/promises';
import { z } from 'zod';
import type { FileRefused } from '../../src-shared/protocol/data-rpc/file-views.ts';
import type { ScanSettings } from '../../src-shared/protocol/data-rpc/scan-contract.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { readSetting, removeSetting, saveSetting } from '../settings/settings.ts';
import { folderProblem } from './folder-problem.ts';

const Kept = z.object({ folder: z.string().min(1), removesTaken: z.boolean(), /** What was there before is not offered. */ since: z.number() });

/** Null while no folder is set. */
export function readScanSettings(db: ReadDb): z.infer<typeof Kept> | null {
  return Kept.safeParse(readSetting(db, 'scanFolder')).data ?? null;
}

/** Refuses a folder that is not there or cannot be read. A folder that was set already goes on from when it was. */
export async function saveScanSettings(db: WriteDb, { folder, removesTaken }: ScanSettings, now: number): Promise<{ readonly ok: true } | FileRefused> {
  if (folder === null) {
    removeSetting(db, 'scanFolder');
    return { ok: true };
  }
  const path = folder.trim();
  try {
    if (!(await stat(path)).isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
    await access(path, constants.R_OK);
  } catch (error) {
    return { ok: false, sentence: folderProblem(path, error) };
  }
  const before = readScanSettings(db);
  saveSetting(db, 'scanFolder', { folder: path, removesTaken, since: before?.folder === path ? before.since : now });
  return { ok: true };
}
