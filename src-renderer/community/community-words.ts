import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { neighborhoodName } from '../../src-shared/catalogue/lookup.ts';
import type { EventFigure, NeighborhoodFigure, NeighborhoodFigures } from '../../src-shared/protocol/data-rpc/community-views.ts';
import type { CommunityTab } from './community-store.ts';

export const TABS: readonly { readonly value: CommunityTab; readonly label: string }[] = [
  { value: 'neighborhoods', label: 'Neighborhoods' },
  { value: 'contributors', label: 'Contributors' },
  { value: 'events', label: 'Events' },
];

export const NO_NEIGHBORHOOD = 'Elsewhere, or not known';

/** In the order of the columns. */
export const NEIGHBORHOOD_COLUMNS: readonly { readonly figure: NeighborhoodFigure; readonly header: string; readonly title: (name: string) => string }[] = [
  { figure: 'open', header: 'Open', title: (name) => `Open cases: ${name}` },
  { figure: 'received', header: 'Received in 30 days', title: (name) => `Received in the last 30 days: ${name}` },
  { figure: 'overdue', header: 'Overdue', title: (name) => `Overdue cases: ${name}` },
];

export const EVENT_COLUMNS: readonly { readonly figure: EventFigure; readonly header: string; readonly title: (name: string) => string }[] = [
  { figure: 'entered', header: 'Entered', title: (name) => `Entered: ${name}` },
  { figure: 'open', header: 'Still open', title: (name) => `Still open: ${name}` },
];

export function nameOf(catalogue: Catalogue, code: string | null): string {
  return code === null ? NO_NEIGHBORHOOD : neighborhoodName(catalogue, code);
}

const NOTHING = { open: 0, received: 0, overdue: 0, contributors: 0 };

/** Every neighborhood in use, and what figures there are besides, by name; what belongs to none comes last. */
export function neighborhoodRows(catalogue: Catalogue, figures: readonly NeighborhoodFigures[]): readonly NeighborhoodFigures[] {
  const inUse = catalogue.neighborhoods.filter(({ isActive }) => isActive).map(({ code }) => figures.find((one) => one.code === code) ?? { code, ...NOTHING });
  const others = figures.filter(({ code }) => code !== null && !inUse.some((one) => one.code === code));
  const named = [...inUse, ...others].toSorted((a, b) => nameOf(catalogue, a.code).localeCompare(nameOf(catalogue, b.code)));
  return [...named, ...figures.filter(({ code }) => code === null)];
}

export function totalOf(rows: readonly NeighborhoodFigures[]): Omit<NeighborhoodFigures, 'code'> {
  const sum = (of: keyof typeof NOTHING): number => rows.reduce((total, row) => total + row[of], 0);
  return { open: sum('open'), received: sum('received'), overdue: sum('overdue'), contributors: sum('contributors') };
}

export function contributorCount(count: number): string {
  return count === 1 ? '1 contributor' : `${count.toLocaleString('en-US')} contributors`;
}
