import { z } from 'zod';
import { CaseLink } from '../domain/case.ts';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import { freeText } from '../util/text.ts';
import { defineCommand } from './command.ts';

export const UnlinkCaseArgs = z.object({ link: CaseLink, reason: freeText(2_000) });

/** Takes a link away again. Refuses: nothingToChange when it is not there. */
export const unlinkCase = defineCommand({
  type: 'case.unlink',
  v: 1,
  args: UnlinkCaseArgs,
  decide(current, { args }): Ruling {
    const link = current.links.find(({ caseId, relation }) => caseId === args.link.caseId && relation === args.link.relation);
    return link ? accept({ kind: 'unlinked', link, reason: args.reason }) : refuse('nothingToChange');
  },
});
