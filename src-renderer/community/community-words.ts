import { t, tFor } from '../../src-shared/language/language.ts';
import { wholeNumber } from '../../src-shared/language/numbers.ts';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { neighborhoodName } from '../../src-shared/catalogue/lookup.ts';
import type { EventFigure, NeighborhoodFigure, NeighborhoodFigures } from '../../src-shared/protocol/data-rpc/community-views.ts';
import type { CommunityTab } from './community-store.ts';

export const TABS: readonly { readonly value: CommunityTab; readonly label: string }[] = [
  { value: 'neighborhoods', label: t`Neighborhoods` },
  { value: 'contributors', label: t`Contributors` },
  { value: 'events', label: t`Events` },
];

export const NO_NEIGHBORHOOD = t`Elsewhere, or not known`;

/** In the order of the columns. */
export const NEIGHBORHOOD_COLUMNS: readonly { readonly figure: NeighborhoodFigure; readonly header: string; readonly title: (name: string) => string }[] = [
  { figure: 'open', header: tFor('cases')`Open`, title: (name) => t`Open cases: ${name}` },
  { figure: 'received', header: t`Received in 30 days`, title: (name) => t`Received in the last 30 days: ${name}` },
  { figure: 'overdue', header: t`Overdue`, title: (name) => t`Overdue cases: ${name}` },
];

export const EVENT_COLUMNS: readonly { readonly figure: EventFigure; readonly header: string; readonly title: (name: string) => string }[] = [
  { figure: 'entered', header: t`Entered`, title: (name) => t`Entered: ${name}` },
  { figure: 'open', header: t`Still open`, title: (name) => t`Still open: ${name}` },
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
  return count === 1 ? t`1 contributor` : t`${wholeNumber(count)} contributors`;
}
