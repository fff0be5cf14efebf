/**
 * What an enrolled workstation can show instead of the code, when it has to enrol again: its disk was copied or put back, or
 * this server was restored from a day before the workstation came.
 */
import { StationId } from '../../src-shared/util/ids.ts';
import { isSealOf, sealOf } from '../db/database-seal.ts';
import type { Pool } from '../db/pool.ts';

export async function issueCertificate(pool: Pool, station: StationId): Promise<string> {
  return `${station}.${await sealOf(pool, `station ${station}`)}`;
}

/** The station a certificate was issued to, or null when this server's database never issued it. */
export async function readCertificate(pool: Pool, certificate: string): Promise<StationId | null> {
  const [claimed = '', seal = ''] = certificate.split('.');
  const station = StationId.safeParse(claimed);
  return station.success && (await isSealOf(pool, `station ${station.data}`, seal)) ? station.data : null;
}
