/** Who may do what in the office's records. The server enforces it; a workstation asks the same question to explain it at once. */
import type { Catalogue, Role, Staff } from '../catalogue/catalogue.ts';
import type { Bulletin } from './bulletin.ts';
import type { CommunityEvent } from './community-event.ts';
import type { Delegation } from './delegation.ts';
import type { SuggestionSubject } from './suggestion.ts';

function hasRole({ roles }: Staff, ...wanted: readonly Role[]): boolean {
  return roles.some((role) => wanted.includes(role));
}

export function isAdministrator(actor: Staff): boolean {
  return hasRole(actor, 'administrator');
}

/** Heads, the City Manager's office, administrators and the super users say what callers are told; other staff suggest it. */
export function mayPostBulletins(actor: Staff): boolean {
  return actor.isSuperUser || hasRole(actor, 'departmentHead', 'cityManager', 'administrator');
}

/** Whoever may post may change and end any: what is wrong on every screen cannot wait for its author. */
export function mayChangeBulletin(actor: Staff, { by }: Pick<Bulletin, 'by'>): boolean {
  return actor.id === by || mayPostBulletins(actor);
}

/** For oneself; heads for their people; administrators for everybody. */
export function mayDelegateFor(actor: Staff, away: Staff): boolean {
  return actor.id === away.id || isAdministrator(actor) || isHeadOf(actor, away);
}

/** The one who is away, the one who stands in, and who may make it. */
export function mayEndDelegation(actor: Staff, { fromStaffId, toStaffId }: Pick<Delegation, 'fromStaffId' | 'toStaffId'>, away: Staff | null): boolean {
  return actor.id === fromStaffId || actor.id === toStaffId || isAdministrator(actor) || (away !== null && isHeadOf(actor, away));
}

function isHeadOf(actor: Staff, other: Staff): boolean {
  return hasRole(actor, 'departmentHead') && other.departmentCodes.some((code) => actor.departmentCodes.includes(code));
}

/** Administrators, and the heads of the department a service or a guide belongs to; of anything else any head. */
export function mayAnswerSuggestion(actor: Staff, about: SuggestionSubject, catalogue: Catalogue): boolean {
  if (isAdministrator(actor)) return true;
  if (!hasRole(actor, 'departmentHead')) return false;
  const departments = departmentsOf(about, catalogue);
  return departments.length === 0 || departments.some((code) => actor.departmentCodes.includes(code));
}

function departmentsOf({ kind, code }: SuggestionSubject, { services, guides }: Catalogue): readonly string[] {
  const named = kind === 'guide' ? (guides.find((guide) => guide.code === code)?.serviceCodes ?? []) : kind === 'service' ? [code] : [];
  return services.filter((service) => named.includes(service.code)).map((service) => service.departmentCode);
}

/** Those who take citizens' wishes, on paper too when nothing else is there. */
export function mayPrintForms(actor: Staff): boolean {
  return mayAddEvent(actor);
}

/** Those who take citizens' wishes. */
export function mayAddEvent(actor: Staff): boolean {
  return hasRole(actor, 'agent', 'departmentStaff', 'departmentHead', 'cityManager', 'administrator');
}

export function mayEndEvent(actor: Staff, { by }: Pick<CommunityEvent, 'by'>): boolean {
  return actor.id === by || hasRole(actor, 'departmentHead', 'cityManager', 'administrator');
}
