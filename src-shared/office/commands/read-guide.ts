import { z } from 'zod';
import { Code } from '../../util/ids.ts';
import { acceptOffice, type OfficeRuling, refuseOffice } from '../office-decision.ts';
import { defineOfficeCommand } from '../office-command.ts';

export const ReadGuideArgs = z.object({ guideCode: Code, version: z.int().positive() });

/**
 * Says that its author has read a guide in this version (KN-2).
 *
 * Taken as it is said, also of a guide that the catalogue at hand does not have (any more): what somebody has read stays read.
 * Refuses: nothingToChange when they had read this version or a newer one.
 */
export const readGuide = defineOfficeCommand({
  type: 'office.readGuide',
  v: 1,
  args: ReadGuideArgs,
  buildsOn: () => [],
  decide(office, { userId, args }): OfficeRuling {
    const own = Object.hasOwn(office.reads, userId) ? (office.reads[userId] ?? {}) : {};
    const known = Object.hasOwn(own, args.guideCode) ? (own[args.guideCode]?.version ?? 0) : 0;
    return known >= args.version ? refuseOffice('nothingToChange') : acceptOffice({ kind: 'guideRead', ...args });
  },
});
