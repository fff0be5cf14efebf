import type { EntryPlace } from '../../src-shared/catalogue/catalogue-change.ts';
import type { SECTIONS_OF_CASES } from '../../src-shared/office/commands/change-catalogue.ts';
import type { EntryInUse } from '../../src-shared/office/office-decision.ts';
import type { Connection } from '../db/pool.ts';

type SectionOfCases = (typeof SECTIONS_OF_CASES)[number];

/** More than this many need not be counted to say that something is in use. */
const COUNTED = 1_000;
const count = (from: string): string => `SELECT count(*)::int AS cases FROM (SELECT 1 FROM ${from} LIMIT ${COUNTED}) AS found`;

/** Staff stay for what they did as well as for what they have to do: histories name them. */
const SQL: Readonly<Record<SectionOfCases, string>> = {
  departments: count('case_ WHERE department_code = $1'),
  services: count('case_ WHERE service_code = $1'),
  staff: count('(SELECT 1 FROM case_ WHERE assignee_id = $1 UNION ALL SELECT 1 FROM audit WHERE staff_id = $1) AS named'),
  dispositions: count(`case_ WHERE document->>'disposition' = $1`),
  holdReasons: count(`case_ WHERE document->'hold'->>'reasonCode' = $1`),
};

/** Which of these entries cases name, and how many do (at most 1,000 are counted). */
export async function entriesInUse(tx: Connection, places: readonly EntryPlace[]): Promise<readonly EntryInUse[]> {
  const found: EntryInUse[] = [];
  for (const { section, code } of places) {
    if (!isOfCases(section)) continue;
    const { rows } = await tx.query<{ cases: number }>(SQL[section], [code]);
    const cases = rows[0]?.cases ?? 0;
    if (cases > 0) found.push({ section, code, cases });
  }
  return found;
}

function isOfCases(section: string): section is SectionOfCases {
  return Object.hasOwn(SQL, section);
}
