import { z } from 'zod';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { StaffId } from '../../src-shared/util/ids.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { storeWholeFile } from '../blobs/store-chunk.ts';
import { hashPassword } from '../auth/passwords.ts';
import { publishCatalogue } from '../catalogue/catalogue-store.ts';
import type { Connection, Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';

/** Staff ID to a first password. */
export const FirstPasswords = z.record(StaffId, z.string().min(8, 'A password has at least 8 characters'));
export type FirstPasswords = z.infer<typeof FirstPasswords>;

/** Stores a city's catalogue, its list of addresses and its staff's passwords, hashed, in one transaction. A password that is there already stays. */
export async function storeCity(
  pool: Pool,
  city: { readonly catalogue: Catalogue; readonly passwords: FirstPasswords; readonly addresses?: string },
  made: { readonly at: UtcMs; readonly by: string },
): Promise<void> {
  const staffIds = Object.keys(city.passwords);
  const hashes = await Promise.all(Object.values(city.passwords).map((password) => hashPassword(password)));
  // Before the catalogue names it: interrupted in between, the next start finds nothing missing.
  if (city.addresses !== undefined) await storeWholeFile(pool, Buffer.from(city.addresses), made.at);
  await inTransaction(pool, {}, async (tx) => {
    await insertCredentials(tx, staffIds, hashes, made.at);
    await publishCatalogue(tx, city.catalogue, made);
  });
}

async function insertCredentials(tx: Connection, staffIds: readonly string[], hashes: readonly string[], at: UtcMs): Promise<void> {
  const insert = `INSERT INTO staff_credential (staff_id, argon2, changed_at)
                  SELECT c.staff_id, c.argon2, $3 FROM unnest($1::text[], $2::text[]) AS c(staff_id, argon2)
                  ON CONFLICT (staff_id) DO NOTHING`;
  await tx.query(insert, [staffIds, hashes, at]);
}
