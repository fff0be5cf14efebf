/** What a change of staff, departments and services means for the open cases this workstation holds. */
import type { Catalogue, Staff } from '../../src-shared/catalogue/catalogue.ts';
import { findDepartment, findService, findStaff } from '../../src-shared/catalogue/lookup.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { mayGive } from '../../src-shared/domain/permission.ts';
import { maySee } from '../../src-shared/domain/visibility.ts';
import type { CataloguePreview, LostSight } from '../../src-shared/protocol/data-rpc/admin-views.ts';
import { canonicalJson } from '../../src-shared/util/canonical-json.ts';
import type { ReadDb } from '../db/database.ts';

export interface BothCatalogues {
  readonly before: Catalogue;
  readonly after: Catalogue;
}

const SQL = {
  ofService: 'SELECT count(*) AS count FROM case_ WHERE is_open = 1 AND service_code = :code',
  ofAnyDepartment: 'SELECT count(*) AS count FROM case_ WHERE is_open = 1 AND department_code = :code',
  ofStaff: 'SELECT count(*) AS count FROM case_ WHERE is_open = 1 AND assignee_id = :code',
  ofDepartment: 'SELECT count(*) AS count FROM case_ WHERE is_open = 1 AND department_code = :code AND is_sealed = :isSealed',
  oneOfDepartment: `SELECT d.document AS document FROM case_ c JOIN case_document d USING (case_key)
    WHERE c.is_open = 1 AND c.department_code = :code AND c.is_sealed = 0 LIMIT 1`,
} as const;

/** Services that were offered and no longer are. */
export function endedServices(db: ReadDb, { before, after }: BothCatalogues): CataloguePreview['endedServices'] {
  const ended = before.services.filter(({ code, isActive }) => isActive && !findService(after, code)?.isActive);
  return ended.map(({ code }) => ({ serviceCode: code, openCases: count(db, SQL.ofService, { code }) }));
}

/** Departments that took cases and no longer do. */
export function endedDepartments(db: ReadDb, { before, after }: BothCatalogues): CataloguePreview['endedDepartments'] {
  const ended = before.departments.filter(({ code, isActive }) => isActive && !findDepartment(after, code)?.isActive);
  return ended.map(({ code }) => ({ departmentCode: code, openCases: count(db, SQL.ofAnyDepartment, { code }) }));
}

/** Staff who were active and no longer are. */
export function endedStaff(db: ReadDb, { before, after }: BothCatalogues): CataloguePreview['endedStaff'] {
  const ended = before.staff.filter(({ id, isActive }) => isActive && !findStaff(after, id)?.isActive);
  return ended.map(({ id }) => ({ staffId: id, openCases: count(db, SQL.ofStaff, { code: id }) }));
}

/**
 * Who may no longer work on a department's cases, or see its sealed ones, though they stay. Of work only departments with open cases here are
 * looked at: without a case there is nothing to lose.
 */
export function lostSight(db: ReadDb, { before, after }: BothCatalogues): readonly LostSight[] {
  const changed = before.staff.flatMap((member) => {
    const next = findStaff(after, member.id);
    const isOther = next?.isActive === true && member.isActive && canonicalJson([member.roles, member.departmentCodes]) !== canonicalJson([next.roles, next.departmentCodes]);
    return isOther ? [[member, next] as const] : [];
  });
  if (changed.length === 0) return [];
  return before.departments.flatMap(({ code }) => {
    const sample = oneOpenCase(db, code);
    return changed.flatMap((pair) => [...lostWork(db, pair, sample), ...lostSeals(db, pair, code)]);
  });
}

type Pair = readonly [before: Staff, after: Staff];

function lostWork(db: ReadDb, [before, after]: Pair, sample: Case | null): readonly LostSight[] {
  if (!sample || !mayGive(before, 'case.transfer', sample) || mayGive(after, 'case.transfer', sample)) return [];
  const { departmentCode } = sample;
  return [{ staffId: before.id, departmentCode, what: 'work', openCases: count(db, SQL.ofDepartment, { code: departmentCode, isSealed: 0 }) }];
}

function lostSeals(db: ReadDb, [before, after]: Pair, departmentCode: string): readonly LostSight[] {
  const sealed = { isSealed: true, departmentCode };
  if (!maySee(before, sealed) || maySee(after, sealed)) return [];
  return [{ staffId: before.id, departmentCode, what: 'sealed', openCases: count(db, SQL.ofDepartment, { code: departmentCode, isSealed: 1 }) }];
}

function oneOpenCase(db: ReadDb, code: string): Case | null {
  const row = db.query<{ code: string }, { document: string }>(SQL.oneOfDepartment).get({ code });
  return row ? (JSON.parse(row.document) as Case) : null; // safe: written by writeCase
}

/** Guides in a version that nobody has read yet, and how many people have to. */
export function guidesToRead({ before, after }: BothCatalogues): CataloguePreview['toRead'] {
  const readers = after.staff.filter(({ isActive, isPerson }) => isActive && isPerson).length;
  const isNew = ({ code, version }: Catalogue['guides'][number]): boolean => {
    const earlier = before.guides.find((guide) => guide.code === code);
    return !earlier?.isActive || !earlier.isRequiredReading || earlier.version < version;
  };
  return after.guides.filter((guide) => guide.isActive && guide.isRequiredReading && isNew(guide)).map(({ code }) => ({ guideCode: code, staff: readers }));
}

/** Active people whom the catalogue did not know: nobody has given them a password. */
export function newStaff({ before, after }: BothCatalogues): CataloguePreview['withoutPassword'] {
  return after.staff.filter(({ id, isActive, isPerson }) => isActive && isPerson && !findStaff(before, id)).map(({ id }) => id);
}

function count(db: ReadDb, sql: string, params: Readonly<Record<string, unknown>>): number {
  return db.query<typeof params, { count: number }>(sql).get(params)?.count ?? 0;
}
