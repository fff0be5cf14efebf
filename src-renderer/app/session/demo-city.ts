import demoPasswords from '../../../resources/demo-staff.json';
import type { Catalogue, Staff } from '../../../src-shared/catalogue/catalogue.ts';
import { ROLES } from '../../../src-shared/catalogue/roles.ts';

/** The demo city's website is under `.example`, a name that is reserved: no real city's can be. */
export function isDemoCity({ city }: Catalogue): boolean {
  return /(^|\.)example$/.test(hostOf(city.website));
}

function hostOf(website: string): string {
  return URL.canParse(website) ? new URL(website).hostname : '';
}

/** One person of each role, in the order of the roles: enough to try every side of the work. */
export function demoStaff({ staff }: Catalogue): readonly Staff[] {
  const people = ROLES.map((role) => staff.find((person) => person.roles[0] === role && person.isActive));
  return people.filter((person) => person !== undefined);
}

/** The password everyone in the demo city has; null should they differ. */
export function demoPassword(): string | null {
  const all = new Set(Object.values(demoPasswords));
  const [only] = all;
  return all.size === 1 ? (only ?? null) : null;
}
