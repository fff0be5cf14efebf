/**
 * A revision's mark as stations get it: with a seal only this database's key can make, so that nobody can claim to have seen a
 * life of it that never was, and make a whole city take everything anew.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Pool } from '../db/pool.ts';
import { readOrMakeSetting } from '../db/server-setting.ts';

export interface Cut {
  readonly epoch: number;
  readonly rev: number;
}

const keys = new WeakMap<Pool, Promise<Buffer>>();

/** Made once and kept in the database, so that a restored one knows the seals of the life it has lost. */
function keyOf(pool: Pool): Promise<Buffer> {
  const known = keys.get(pool);
  if (known) return known;
  const read = readOrMakeSetting(pool, 'markKey', () => randomBytes(32).toString('hex')).then((hex) => Buffer.from(String(hex), 'hex'));
  read.catch(() => keys.delete(pool)); // the database was away: asked again the next time
  keys.set(pool, read);
  return read;
}

export async function sealMark(pool: Pool, cut: Cut, mark: string): Promise<string> {
  return `${mark}.${await sealOf(pool, cut, mark)}`;
}

/** The mark inside, or null when this database's key did not seal it for that epoch and revision. */
export async function openMark(pool: Pool, cut: Cut, sealed: string): Promise<string | null> {
  const [mark = '', seal = ''] = sealed.split('.');
  const [given, right] = [Buffer.from(seal), Buffer.from(await sealOf(pool, cut, mark))];
  return given.length === right.length && timingSafeEqual(given, right) ? mark : null;
}

async function sealOf(pool: Pool, { epoch, rev }: Cut, mark: string): Promise<string> {
  return createHmac('sha256', await keyOf(pool)).update(`mark ${epoch} ${rev} ${mark}`).digest('hex').slice(0, 32);
}
