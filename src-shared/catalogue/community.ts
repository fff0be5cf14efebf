import { z } from 'zod';
import { Code, StaffId } from '../util/ids.ts';

/**
 * A part of the city with a liaison (CE-2). A place belongs to it by the words of its street or by lying inside its outline.
 */
export const Neighborhood = z.object({
  code: Code,
  name: z.string().min(1).max(200),
  liaisonStaffId: StaffId.nullable(),
  /** Folded street names, without house numbers. */
  streets: z.array(z.string().min(1)),
  /** Corners in order, WGS84 degrees; empty: only the streets count. */
  outline: z.array(z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })),
  isActive: z.boolean(),
});
export type Neighborhood = z.infer<typeof Neighborhood>;
