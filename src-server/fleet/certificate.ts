import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { StationId } from '../../src-shared/util/ids.ts';
import type { Pool } from '../db/pool.ts';
import { readOrMakeSetting } from '../db/server-setting.ts';

/**
 * What an enrolled workstation can show instead of the code, when it has to enrol again: its disk was copied or put back, or
 * this server was restored from a day before the workstation came.
 *
 * The key is made once and kept in the database, so a restored server still knows the certificates of those it has lost.
 */
export interface Certificates {
  issue(station: StationId): Promise<string>;
  /** The station a certificate was issued to, or null when this server's database never issued it. */
  read(certificate: string): Promise<StationId | null>;
}

export function certificates(pool: Pool): Certificates {
  let key: Buffer | null = null;
  const keyOf = async (): Promise<Buffer> => {
    key ??= Buffer.from(String(await readOrMakeSetting(pool, 'certificateKey', () => randomBytes(32).toString('hex'))), 'hex');
    return key;
  };
  const seal = async (station: string): Promise<Buffer> => createHmac('sha256', await keyOf()).update(`station ${station}`).digest();
  return {
    async issue(station) {
      return `${station}.${(await seal(station)).toString('hex')}`;
    },
    async read(certificate) {
      const [claimed, proof] = certificate.split('.');
      const station = StationId.safeParse(claimed);
      const given = Buffer.from(proof ?? '', 'hex');
      if (!station.success) return null;
      const right = await seal(station.data);
      return given.length === right.length && timingSafeEqual(given, right) ? station.data : null;
    },
  };
}
