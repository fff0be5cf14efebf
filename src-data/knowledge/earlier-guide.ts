import { Guide } from '../../src-shared/catalogue/guide.ts';
import type { ReadDb } from '../db/database.ts';

const SQL = {
  find: `SELECT guide.value AS document FROM catalogue, json_each(catalogue.document, '$.guides') AS guide
    WHERE guide.value ->> '$.code' = :guideCode AND guide.value ->> '$.version' = :version
    ORDER BY catalogue.version DESC LIMIT 1`,
} as const;

/** A guide as it was in some version, from the catalogues this workstation has pulled; null when none of them has it. */
export function earlierGuide(db: ReadDb, wanted: { readonly guideCode: string; readonly version: number }): Guide | null {
  const row = db.query<typeof wanted, { document: string }>(SQL.find).get(wanted);
  const parsed = row ? Guide.safeParse(JSON.parse(row.document)) : null;
  return parsed?.success === true ? parsed.data : null;
}
