import { t } from '../../src-shared/language/language.ts';
import { CatalogueVersionRow, VersionReply, VersionsReply, type VersionRequest, type VersionsRequest } from '../../src-shared/protocol/catalogue-versions.ts';
import type { Pool } from '../db/pool.ts';
import { HttpProblem } from '../http/problem.ts';

const PAGE = 50;

const COLUMNS = 'version, made_at AS at, made_by AS "by", note, changes';
const SQL = {
  page: `SELECT ${COLUMNS} FROM catalogue WHERE $1::int IS NULL OR version < $1 ORDER BY version DESC LIMIT ${PAGE + 1}`,
  one: `SELECT ${COLUMNS}, document FROM catalogue WHERE version = $1`,
};

/** Versions of the catalogue, newest first: when, by whom, why, and what each changed. */
export async function readVersions(pool: Pool, { before }: Pick<VersionsRequest, 'before'>): Promise<VersionsReply> {
  const { rows } = await pool.query(SQL.page, [before]);
  return VersionsReply.parse({ versions: rows.slice(0, PAGE), hasMore: rows.length > PAGE });
}

/** One version whole. Throws a 404 for one there never was. */
export async function readCatalogueVersion(pool: Pool, { version }: Pick<VersionRequest, 'version'>): Promise<VersionReply> {
  const { rows } = await pool.query<CatalogueVersionRow & { document: unknown }>(SQL.one, [version]);
  const [row] = rows;
  if (row === undefined) throw new HttpProblem({ status: 404, code: 'noSuchVersion', title: t`The server has no such version`, detail: t`Look at the list of versions again.` });
  const { document, ...about } = row;
  return VersionReply.parse({ version: CatalogueVersionRow.parse(about), catalogue: document });
}
