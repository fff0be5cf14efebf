import { z } from 'zod';
import type { CaseState } from '../../domain/case.ts';
import type { CaseId } from '../../util/ids.ts';
import type { TrackingNumber } from '../../tracking-number/tracking-number.ts';

export const MapPoint = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) });
export type MapPoint = Readonly<z.infer<typeof MapPoint>>;

/**
 * A place that words may mean. `text` is what the field Location gets when it is chosen, written as the city writes it.
 *
 * `isApproximate`: the point was computed (between neighbours, at a crossing, in a block), or the words say "near". `note` says to
 * staff what they should know, such as `retired address` or `approximate: between 236 and 244`; empty when nothing. `unit` is the
 * part of the building that was said, as the city writes it; `units` are those it has, in order, for the field Unit.
 */
export interface PlaceMatch {
  readonly text: string;
  readonly point: MapPoint | null;
  readonly why: 'address' | 'usedBefore';
  readonly kind: 'address' | 'crossing' | 'block' | 'street' | 'landmark' | 'usedBefore';
  /** `exact`: as it was said; `begins`: what was typed so far begins it; `close`: but for a slip or two. */
  readonly exactness: 'exact' | 'begins' | 'close';
  readonly isApproximate: boolean;
  readonly note: string;
  readonly unit: string;
  readonly units: readonly string[];
}

/** A place found inside a sentence, from `from` to before `to` of its characters. */
export type PlaceMention = PlaceMatch & { readonly from: number; readonly to: number };

export const MapQuestion = z.object({
  point: MapPoint,
  /** Half the height of the ground that is shown. */
  meters: z.number().min(50).max(5_000),
  /** Left out of the cases around: it is the one the map is about. */
  exceptCaseId: z.uuid().nullable().default(null),
});
export type MapQuestion = z.infer<typeof MapQuestion>;

export interface MapCase {
  readonly caseId: CaseId;
  readonly trackingNumber: TrackingNumber;
  readonly serviceCode: string | null;
  readonly locationText: string;
  readonly state: CaseState;
  readonly point: MapPoint;
  /** From the middle of the map. */
  readonly meters: number;
}

/** The ground around a point, drawn from the city's own addresses; nearest first. Nothing but the cases while no addresses have come. */
export interface MapView {
  readonly streets: readonly { readonly label: string; readonly lines: readonly (readonly MapPoint[])[] }[];
  readonly addresses: readonly { readonly number: number; readonly point: MapPoint }[];
  readonly landmarks: readonly { readonly name: string; readonly point: MapPoint }[];
  readonly cases: readonly MapCase[];
}
