import { evolveOffice } from '../../src-shared/office/evolve-office.ts';
import { EMPTY_OFFICE } from '../../src-shared/office/office.ts';
import { GENESIS_HASH } from '../../src-shared/protocol/outbox-hash.ts';
import { canonicalJson } from '../../src-shared/util/canonical-json.ts';
import type { Connection, Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { type OfficeEntry, officeHash } from './office-hash.ts';

/**
 * `chainBroken`: an entry before this one is missing or was put in; `entryChanged`: this entry does not say what it said;
 * `documentDiffers`: the office's document is not what the whole history makes of it.
 */
export type VerifiedOffice =
  | { readonly ok: true; readonly entries: number }
  | { readonly ok: false; readonly reason: 'chainBroken' | 'entryChanged' | 'documentDiffers'; readonly version: number };

interface Row extends OfficeEntry {
  readonly prev: string;
  readonly hash: string;
}

const SQL = {
  // A version at a time is little; all at once would be years of work in memory.
  entries: `SELECT version, at, command, fact, encode(prev, 'hex') AS prev, encode(hash, 'hex') AS hash
              FROM office_audit WHERE version > $1 ORDER BY version LIMIT 500`,
  end: `SELECT document, encode(history_hash, 'hex') AS hash FROM office WHERE one = 1`,
};

/** Checks the office's history link by link, and that the document is what it makes of it. */
export function verifyOfficeHistory(pool: Pool): Promise<VerifiedOffice> {
  return inTransaction(pool, { isolation: 'repeatable read', isReadOnly: true }, verify);
}

async function verify(tx: Connection): Promise<VerifiedOffice> {
  let [office, previous] = [EMPTY_OFFICE, GENESIS_HASH];
  for (;;) {
    const { rows } = await tx.query<Row>(SQL.entries, [office.version]);
    if (rows.length === 0) break;
    for (const { prev, hash, version, at, command, fact } of rows) {
      if (prev !== previous || version !== office.version + 1) return { ok: false, reason: 'chainBroken', version };
      if (officeHash(prev, { version, at, command, fact }) !== hash) return { ok: false, reason: 'entryChanged', version };
      [office, previous] = [evolveOffice(office, fact), hash];
    }
  }
  const end = (await tx.query<{ document: unknown; hash: string }>(SQL.end)).rows[0];
  const isRight = end?.hash === previous && canonicalJson(end.document) === canonicalJson(office);
  return isRight ? { ok: true, entries: office.version } : { ok: false, reason: 'documentDiffers', version: office.version };
}
