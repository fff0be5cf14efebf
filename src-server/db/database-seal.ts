/**
 * Seals only this database can make: on marks and certificates, which workstations carry and show again. One key, kept in the
 * database and so in every copy of it: a restored one knows what the life it has lost had sealed.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Pool } from './pool.ts';
import { readOrMakeSetting } from './server-setting.ts';

const keys = new WeakMap<Pool, Promise<Buffer>>();

/** Makes the key at the database's first start: a copy taken before it would not know the seals that came after. */
export async function makeSealKey(pool: Pool): Promise<void> {
  await keyOf(pool);
}

function keyOf(pool: Pool): Promise<Buffer> {
  const known = keys.get(pool);
  if (known) return known;
  const read = readOrMakeSetting(pool, 'sealKey', () => randomBytes(32).toString('hex')).then((hex) => Buffer.from(String(hex), 'hex'));
  read.catch(() => keys.delete(pool)); // the database was away: asked again the next time
  keys.set(pool, read);
  return read;
}

/** `text` may be known to anybody; begin it with what the seal is for, so that one kind is never taken for another. */
export async function sealOf(pool: Pool, text: string): Promise<string> {
  return createHmac('sha256', await keyOf(pool)).update(text).digest('hex').slice(0, 32);
}

/** 32 bytes for one purpose of their own, the same in every copy of this database. */
export async function derivedKey(pool: Pool, purpose: string): Promise<Buffer> {
  return createHmac('sha256', await keyOf(pool)).update(`derived key: ${purpose}`).digest();
}

export async function isSealOf(pool: Pool, text: string, given: string): Promise<boolean> {
  const [right, claimed] = [Buffer.from(await sealOf(pool, text)), Buffer.from(given)];
  return right.length === claimed.length && timingSafeEqual(right, claimed);
}
