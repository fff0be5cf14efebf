import { z } from 'zod';
import { booksAfter } from '../../src-shared/catalogue/rule-books.ts';
import { HoldReason, RuleBook, type RuleSource, TimeRuleException } from '../../src-shared/catalogue/time-rules.ts';
import type { Connection, Pool } from '../db/pool.ts';

/** All rule books of the catalogues up to version `upTo`, which is stored, in order of version. No question when they are known already. */
export type ReadRuleBooks = (connection: Connection | Pool, upTo: number) => Promise<readonly RuleBook[]>;

const SQL = {
  // Only what a rule book is made of: a city has hundreds of versions, each a quarter of a megabyte.
  sources: `SELECT version, document->'policies' AS policies, document->'calendars' AS calendars, document->'holdReasons' AS "holdReasons",
                   coalesce(document->'timeRuleExceptions', '[]') AS "timeRuleExceptions",
                   (SELECT jsonb_agg(jsonb_build_object('code', service->'code', 'policyCode', service->'policyCode'))
                      FROM jsonb_array_elements(document->'services') service) AS services
              FROM catalogue WHERE version > $1 AND version <= $2 ORDER BY version`,
};

const Source = z.object({
  version: z.int(),
  policies: RuleBook.shape.policies,
  calendars: RuleBook.shape.calendars,
  timeRuleExceptions: z.array(TimeRuleException),
  services: z.array(z.object({ code: z.string(), policyCode: z.string() })),
  holdReasons: z.array(HoldReason),
}) satisfies z.ZodType<RuleSource>;

/** A stored catalogue never changes, so books that were read are kept; only later versions are looked at again. */
export function openRuleBooks(): ReadRuleBooks {
  let known: { readonly upTo: number; readonly books: readonly RuleBook[] } = { upTo: 0, books: [] };
  return async (connection, upTo) => {
    // A database put back to an earlier day may get other catalogues under the same versions.
    if (known.upTo > upTo) known = { upTo, books: known.books.filter(({ version }) => version <= upTo) };
    if (known.upTo < upTo) {
      const { upTo: from, books } = known;
      const { rows } = await connection.query(SQL.sources, [from, upTo]);
      const added = booksAfter(books.at(-1) ?? null, z.array(Source).parse(rows));
      known = { upTo, books: [...books, ...added] };
    }
    return known.books.filter(({ version }) => version <= upTo);
  };
}
