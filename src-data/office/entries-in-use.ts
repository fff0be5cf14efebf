import type { EntryPlace } from '../../src-shared/catalogue/catalogue-change.ts';
import type { SECTIONS_OF_CASES } from '../../src-shared/office/commands/change-catalogue.ts';
import type { EntryInUse } from '../../src-shared/office/office-decision.ts';
import type { ReadDb } from '../db/database.ts';

type SectionOfCases = (typeof SECTIONS_OF_CASES)[number];

const document = 'case_ JOIN case_document USING (case_key)';
const SQL: Readonly<Record<SectionOfCases, string>> = {
  departments: 'SELECT count(*) AS cases FROM case_ WHERE department_code = :code',
  services: 'SELECT count(*) AS cases FROM case_ WHERE service_code = :code',
  staff: 'SELECT count(*) AS cases FROM case_ WHERE assignee_id = :code',
  dispositions: `SELECT count(*) AS cases FROM ${document} WHERE is_open = 0 AND document ->> '$.disposition' = :code`,
  holdReasons: `SELECT count(*) AS cases FROM ${document} WHERE state = 'onHold' AND document ->> '$.hold.reasonCode' = :code`,
};

/** Which of these entries cases of this workstation name; the server knows of all, and is final. */
export function entriesInUseHere(db: ReadDb, places: readonly EntryPlace[]): readonly EntryInUse[] {
  return places.flatMap(({ section, code }) => {
    if (!isOfCases(section)) return [];
    const cases = db.query<{ code: string }, { cases: number }>(SQL[section]).get({ code })?.cases ?? 0;
    return cases > 0 ? [{ section, code, cases }] : [];
  });
}

function isOfCases(section: string): section is SectionOfCases {
  return Object.hasOwn(SQL, section);
}
