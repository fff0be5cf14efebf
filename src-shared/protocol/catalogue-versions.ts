/**
 * POST /sync/v1/catalogue/versions and /sync/v1/catalogue/version: what the city had set before, for those who administer it.
 * Signed by a station; the newest catalogue comes to every one of them anyway.
 */
import { z } from 'zod';
import { Catalogue } from '../catalogue/catalogue.ts';
import { StationId } from '../util/ids.ts';
import { UtcMs } from '../util/time.ts';

export const VersionsRequest = z.object({
  station: StationId,
  /** Only versions below this one; null: from the newest. */
  before: z.int().positive().nullable(),
});
export type VersionsRequest = z.infer<typeof VersionsRequest>;

/** As `ChangeLine` has it; sections and kinds of change that this version does not know are shown as they are. */
const Line = z.object({ section: z.string(), code: z.string(), name: z.string(), what: z.string(), fields: z.array(z.string()) });

export const CatalogueVersionRow = z.object({
  version: z.int().positive(),
  at: UtcMs,
  /** Staff ID, or words for what loaded it. */
  by: z.string(),
  note: z.string(),
  /** Null: it was loaded, and nobody compared it with the one before. */
  changes: z.array(Line).nullable(),
});
export type CatalogueVersionRow = z.infer<typeof CatalogueVersionRow>;

/** Newest first; `hasMore`: there are versions below the last one. */
export const VersionsReply = z.object({ versions: z.array(CatalogueVersionRow), hasMore: z.boolean() });
export type VersionsReply = z.infer<typeof VersionsReply>;

export const VersionRequest = z.object({ station: StationId, version: z.int().positive() });
export type VersionRequest = z.infer<typeof VersionRequest>;

export const VersionReply = z.object({ version: CatalogueVersionRow, catalogue: Catalogue });
export type VersionReply = z.infer<typeof VersionReply>;
