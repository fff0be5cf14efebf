import type { Catalogue, Department, Service, Staff } from '../../../src-shared/catalogue/catalogue.ts';
import { findDepartment, findService, findStaff } from '../../../src-shared/catalogue/lookup.ts';
import { foldText } from '../../../src-shared/util/fold-text.ts';
import { StaffId } from '../../../src-shared/util/ids.ts';
import type { CatalogueAdditions, CatalogueReply, NewDepartment, NewService } from '../import-protocol.ts';

/**
 * Whoever did in the old system what an imported case tells: nobody of today's staff. Has no password, so that nobody can
 * sign in by this name; who ran the import stands in the case's source.
 */
export const IMPORT_STAFF_ID = StaffId.parse('import');
const IMPORT_STAFF: Staff = {
  id: IMPORT_STAFF_ID,
  name: 'Earlier system',
  title: 'Imported cases',
  roles: ['agent'],
  departmentCodes: [],
  email: '',
  isSuperUser: false,
  isPerson: false,
  isActive: true,
};

export type Addition =
  | { readonly ok: true; readonly catalogue: Catalogue; readonly reply: CatalogueReply }
  | { readonly ok: false; readonly sentence: string };

/**
 * The catalogue with what it did not have yet, as its next version; the very same when nothing is missing.
 *
 * What is there under the same code stays as the city has set it. Not ok: a new service names a department or a time rule
 * that does not exist.
 */
export function addToCatalogue(catalogue: Catalogue, additions: CatalogueAdditions): Addition {
  const departments = additions.departments.filter(({ code }) => !findDepartment(catalogue, code));
  const services = additions.services.filter(({ code }) => !findService(catalogue, code));
  const dispositions = additions.dispositions.filter(({ code }) => !catalogue.dispositions.some((one) => one.code === code));
  const isStaffMissing = !findStaff(catalogue, IMPORT_STAFF_ID);
  const isComplete = !isStaffMissing && departments.length + services.length + dispositions.length === 0;
  const next: Catalogue = {
    ...catalogue,
    version: catalogue.version + 1,
    departments: [...catalogue.departments, ...departments.map(departmentOf)],
    services: [...catalogue.services, ...services.map((service) => serviceOf(service, catalogue))],
    dispositions: [...catalogue.dispositions, ...dispositions],
    staff: isStaffMissing ? [...catalogue.staff, IMPORT_STAFF] : catalogue.staff,
  };
  const problem = firstMissing(services, next);
  if (problem !== null) return { ok: false, sentence: problem };
  const result = isComplete ? catalogue : next;
  return {
    ok: true,
    catalogue: result,
    reply: {
      version: result.version,
      addedDepartments: departments.length,
      addedServices: services.length,
      addedDispositions: dispositions.length,
    },
  };
}

function firstMissing(services: readonly NewService[], { departments, policies }: Catalogue): string | null {
  for (const { name, departmentCode, policyCode } of services) {
    if (!departments.some(({ code }) => code === departmentCode)) {
      return `The service “${name}” belongs to the department ${departmentCode}, which the city does not have. Correct department in the mapping.`;
    }
    if (policyCode !== null && !policies.some(({ code }) => code === policyCode)) {
      return `The service “${name}” has the time rule ${policyCode}, which the city does not have. Correct service.create.policyCode in the mapping.`;
    }
  }
  return null;
}

function departmentOf({ code, name }: NewDepartment): Department {
  return { code, name, phone: '', email: '', headStaffId: null, complaintContactStaffId: null, isActive: true };
}

function serviceOf(service: NewService, { policies }: Catalogue): Service {
  const { code, name, serviceGroup, departmentCode, policyCode, kind, nature, isActive } = service;
  return {
    ...{ code, name, serviceGroup, departmentCode, kind, nature, isActive },
    label: { en: name },
    policyCode: policyCode ?? policies[0]?.code ?? '',
    keywords: [foldText(name)],
    script: [],
    questions: [],
    needsLocation: false,
    isMajorRepair: false,
    complaintAbout: kind === 'complaint' ? 'service' : null,
    duplicateRadiusMeters: 100,
    duplicateDays: 30,
    progressEveryBusinessDays: null,
    isSurveyed: true,
  };
}
