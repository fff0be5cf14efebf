import type { Neighborhood } from '../catalogue/community.ts';

/** Codes of the neighborhoods in use whose liaison somebody is (CE-2). */
export function liaisonFor(neighborhoods: readonly Neighborhood[], staffId: string): readonly string[] {
  return neighborhoods.filter(({ isActive, liaisonStaffId }) => isActive && liaisonStaffId === staffId).map(({ code }) => code);
}
