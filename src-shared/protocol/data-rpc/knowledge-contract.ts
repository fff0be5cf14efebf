import { oc, type } from '@orpc/contract';
import { z } from 'zod';
import type { Guide } from '../../catalogue/guide.ts';
import { Code } from '../../util/ids.ts';

/** What of the guides is not in the newest catalogue. */
export const knowledgeContract = {
  /** A guide as it was in an earlier version; null when this workstation does not hold that one (any more). */
  earlierGuide: oc.input(z.object({ guideCode: Code, version: z.int().positive() })).output(type<Guide | null>()),
};
