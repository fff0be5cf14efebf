import { z } from 'zod';
import { canonicalJson } from '../../util/canonical-json.ts';
import { CommandId } from '../../util/ids.ts';
import { type Bulletin, BulletinWords } from '../bulletin.ts';
import { acceptOffice, type OfficeRuling, refuseOffice } from '../office-decision.ts';
import { defineOfficeCommand } from '../office-command.ts';
import { mayChangeBulletin } from '../office-permission.ts';
import { problemOfBulletin } from './bulletin-rules.ts';

export const ChangeBulletinArgs = z.object({
  bulletinId: CommandId,
  /** `changedIn` of the bulletin as its author saw it. */
  seen: CommandId,
  words: BulletinWords,
});

/**
 * Says something else in a bulletin, or shows it longer or elsewhere.
 *
 * Refuses: notFound, notPermitted, alreadyEnded, nothingToChange, changedMeanwhile with both texts when somebody else was
 * first, endsBeforeItBegins, overAlready, lastsTooLong, unknownService.
 */
export const changeBulletin = defineOfficeCommand({
  type: 'office.changeBulletin',
  v: 1,
  args: ChangeBulletinArgs,
  buildsOn: ({ bulletinId, seen }) => [bulletinId, seen],
  decide(office, { madeAt, args }, { actor, catalogue }): OfficeRuling {
    const current = office.bulletins.find(({ id }) => id === args.bulletinId);
    if (!current) return refuseOffice('notFound', { what: 'bulletin' });
    if (!mayChangeBulletin(actor, current)) return refuseOffice('notPermitted');
    if (current.endedAt !== null) return refuseOffice('alreadyEnded', { what: 'bulletin' });
    if (canonicalJson(wordsOf(current)) === canonicalJson(args.words)) return refuseOffice('nothingToChange');
    if (current.changedIn !== args.seen) {
      return refuseOffice('changedMeanwhile', { what: 'bulletin', mine: args.words, theirs: wordsOf(current), changedBy: current.changedBy });
    }
    const problem = problemOfBulletin(args.words, madeAt, catalogue);
    return problem ? refuseOffice(problem.reason, problem.details) : acceptOffice({ kind: 'bulletinChanged', bulletinId: current.id, words: args.words });
  },
});

function wordsOf({ title, text, serviceCodes, placeWords, trackingNumber, from, until }: Bulletin): BulletinWords {
  return { title, text, serviceCodes, placeWords, trackingNumber, from, until };
}
