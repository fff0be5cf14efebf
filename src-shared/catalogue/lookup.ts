import { StaffId } from '../util/ids.ts';
import type { Catalogue, Department, Service, Staff } from './catalogue.ts';
import type { Neighborhood } from './community.ts';

export function findService(catalogue: Catalogue, code: string): Service | undefined {
  return catalogue.services.find((service) => service.code === code);
}

export function findDepartment(catalogue: Catalogue, code: string): Department | undefined {
  return catalogue.departments.find((department) => department.code === code);
}

export function findStaff(catalogue: Catalogue, id: string): Staff | undefined {
  return catalogue.staff.find((member) => member.id === id);
}

export function findNeighborhood(catalogue: Catalogue, code: string): Neighborhood | undefined {
  return catalogue.neighborhoods.find((neighborhood) => neighborhood.code === code);
}

/** Who states what the clock brings: nobody signs in by this name, and no catalogue has it. */
export const CLOCK_STAFF_ID = StaffId.parse('portreeve');

/** The name staff read for a code that may have left the catalogue since: then the code itself. */
export function staffName(catalogue: Catalogue, id: string): string {
  if (id === CLOCK_STAFF_ID) return 'Portreeve';
  return findStaff(catalogue, id)?.name ?? id;
}

export function departmentName(catalogue: Catalogue, code: string): string {
  return findDepartment(catalogue, code)?.name ?? code;
}

export function serviceName(catalogue: Catalogue, code: string): string {
  return findService(catalogue, code)?.name ?? code;
}

/** Empty where no neighborhood is known. */
export function neighborhoodName(catalogue: Catalogue, code: string | null | undefined): string {
  return code ? (findNeighborhood(catalogue, code)?.name ?? code) : '';
}
