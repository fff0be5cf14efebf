import { z } from 'zod';
import { CaseLink } from '../domain/case.ts';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import { defineCommand } from './command.ts';

export const LinkCaseArgs = z.object({ link: CaseLink });

/** Links a case to another that is related or the same thing. Refuses: sameCase, nothingToChange. */
export const linkCase = defineCommand({
  type: 'case.link',
  v: 1,
  args: LinkCaseArgs,
  decide(current, { args }): Ruling {
    const { link } = args;
    if (link.caseId === current.id) return refuse('sameCase');
    const isThere = current.links.some((other) => other.caseId === link.caseId && other.relation === link.relation);
    return isThere ? refuse('nothingToChange') : accept({ kind: 'linked', link });
  },
});
