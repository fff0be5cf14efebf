import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Pool } from '../db/pool.ts';
import { readOrMakeSetting } from '../db/server-setting.ts';

/** Web addresses at which citizens say how it went: each opens one number's question, and nobody can guess another's. */
export interface SurveyLinks {
  /** Empty when this server has no address citizens can reach. */
  linkFor(trackingNumber: string): string;
  isKeyOf(trackingNumber: string, key: string): boolean;
}

const KEY_BYTES = 12;

/** `publicUrl`: where citizens reach this server, `https://survey.example.gov`; null: nowhere. */
export async function openSurveyLinks(pool: Pool, publicUrl: string | null): Promise<SurveyLinks> {
  const secret = String(await readOrMakeSetting(pool, 'surveyKey', () => randomBytes(32).toString('hex')));
  const keyOf = (trackingNumber: string): string => createHmac('sha256', secret).update(trackingNumber).digest().subarray(0, KEY_BYTES).toString('base64url');
  return {
    linkFor: (trackingNumber) => (publicUrl === null ? '' : `${publicUrl.replace(/\/+$/, '')}/survey/${trackingNumber}/${keyOf(trackingNumber)}`),
    isKeyOf(trackingNumber, key) {
      const [given, right] = [Buffer.from(key), Buffer.from(keyOf(trackingNumber))];
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}
