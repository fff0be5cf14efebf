import { t } from '../../src-shared/language/language.ts';
import type { Staff } from '../../src-shared/catalogue/catalogue.ts';
import { type Section, SECTIONS } from '../../src-shared/catalogue/sections.ts';
import { isAdministrator } from '../../src-shared/office/office-permission.ts';
import { formOf, SECTION_ORDER } from './describe/sections.ts';

/** Where the screen can be: a section of the catalogue, or something about the whole of it. */
export type AdminPlace = Section | 'review' | 'delegations' | 'versions' | 'transfer' | 'mailLog' | 'workstations';

export interface PlaceGroup {
  readonly title: string;
  readonly places: readonly AdminPlace[];
}

const OTHER_TITLES: Readonly<Record<Exclude<AdminPlace, Section>, string>> = {
  review: t`Review and publish`,
  delegations: t`Delegations`,
  versions: t`Versions`,
  transfer: t`Import and export`,
  mailLog: t`Mail log`,
  workstations: t`Workstations`,
};

export function isSection(place: AdminPlace): place is Section {
  return SECTIONS.some((section) => section === place);
}

export function placeTitle(place: AdminPlace): string {
  return isSection(place) ? formOf(place).title : OTHER_TITLES[place];
}

/** What somebody finds here, in the order of the list at the left. */
export function placeGroups(staff: Staff): readonly PlaceGroup[] {
  const people: PlaceGroup = { title: t`People`, places: ['delegations'] };
  const reads: readonly AdminPlace[] = isAdministrator(staff) || staff.roles.includes('cityManager') ? ['mailLog'] : [];
  if (!isAdministrator(staff)) return [people, ...(reads.length === 0 ? [] : [{ title: t`What was sent`, places: reads }])];
  return [
    { title: t`Configuration`, places: SECTION_ORDER },
    { title: t`The whole of it`, places: ['review', 'versions', 'transfer'] },
    people,
    { title: t`What was sent`, places: reads },
    { title: t`Computers`, places: ['workstations'] },
  ];
}
