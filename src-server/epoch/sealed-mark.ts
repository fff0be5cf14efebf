/**
 * A revision's mark as stations get it: sealed, so that nobody can claim to have seen a life of this database that never was,
 * and make a whole city take everything anew.
 */
import { isSealOf, sealOf } from '../db/database-seal.ts';
import type { Pool } from '../db/pool.ts';

export interface Cut {
  readonly epoch: number;
  readonly rev: number;
}

export async function sealMark(pool: Pool, cut: Cut, mark: string): Promise<string> {
  return `${mark}.${await sealOf(pool, sealed(cut, mark))}`;
}

/** The mark inside, or null when this database did not seal it for that epoch and revision. */
export async function openMark(pool: Pool, cut: Cut, shown: string): Promise<string | null> {
  const [mark = '', seal = ''] = shown.split('.');
  return (await isSealOf(pool, sealed(cut, mark), seal)) ? mark : null;
}

function sealed({ epoch, rev }: Cut, mark: string): string {
  return `mark ${epoch} ${rev} ${mark}`;
}
