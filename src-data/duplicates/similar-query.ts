import type { Point } from './distance.ts';

/** What others are compared with. */
export interface SimilarQuery {
  readonly serviceCode: string | null;
  readonly locationText: string;
  readonly point: Point | null;
  readonly description: string;
  /** When it was received, in ms; the days of a service are counted from it, back and, for a case that is older than others, forth. */
  readonly at: number;
  /** `now`: it is being typed. `case`: others may have come later. */
  readonly seenFrom: 'now' | 'case';
}

/** Cases of another service, or of any before one is chosen, count as near and recent by these, or by their own service's if those are less. */
export const OTHER_SERVICE_METERS = 150;
export const OTHER_SERVICE_DAYS = 60;
