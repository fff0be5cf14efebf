import { BulletinWords } from '../bulletin.ts';
import { acceptOffice, type OfficeRuling, refuseOffice } from '../office-decision.ts';
import { defineOfficeCommand } from '../office-command.ts';
import { mayPostBulletins } from '../office-permission.ts';
import { problemOfBulletin } from './bulletin-rules.ts';

/**
 * Tells everybody who answers calls what to say now (NO-4). The bulletin's id is this command's.
 *
 * Refuses: notPermitted, endsBeforeItBegins, overAlready, lastsTooLong, unknownService, alreadyDone.
 */
export const postBulletin = defineOfficeCommand({
  type: 'office.postBulletin',
  v: 1,
  args: BulletinWords,
  buildsOn: () => [],
  decide(office, { uid, madeAt, args }, { actor, catalogue }): OfficeRuling {
    if (!mayPostBulletins(actor)) return refuseOffice('notPermitted');
    if (office.bulletins.some(({ id }) => id === uid)) return refuseOffice('alreadyDone');
    const problem = problemOfBulletin(args, madeAt, catalogue);
    return problem ? refuseOffice(problem.reason, problem.details) : acceptOffice({ kind: 'bulletinPosted', words: args });
  },
});
