import { t } from '../language/language.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { serviceName, staffName } from '../catalogue/lookup.ts';
import { entryWords, findEntry, nameOfEntry, type Section, SECTIONS } from '../catalogue/sections.ts';
import { listWords } from '../util/list-words.ts';
import { unreachable } from '../util/unreachable.ts';
import type { OfficeRefusal } from './office-refusal.ts';

/** What happened and what to do next, in words staff can act on. Names come from the catalogue at hand. */
export function officeRefusalSentence({ reason, details }: OfficeRefusal, catalogue: Catalogue): string {
  const text = (key: string): string => String(details[key] ?? '');
  const person = (key: string): string => (details[key] ? staffName(catalogue, text(key)) : t`somebody else`);
  switch (reason) {
    case 'notPermitted':
      return t`Your role does not allow this. Ask your department head or an administrator.`;
    case 'authorNotActive':
      return t`${person('staffId')} is no longer active staff, so this was not carried out. Somebody who is can do it in their own name.`;
    case 'notFound':
      return t`This is not there any more. Look at the list again.`;
    case 'alreadyDone':
    case 'nothingToChange':
      return t`This is so already; nothing was changed.`;
    case 'changedMeanwhile':
      return t`${person('changedBy')} changed this in the meantime. Look at what it says now, then change it again if you still want to.`;
    case 'alreadyEnded':
      return t`This has ended already.`;
    case 'endsBeforeItBegins':
      return t`The end lies before the beginning. Correct one of them.`;
    case 'overAlready':
      return t`The end lies in the past. Choose a later end, or check this computer’s clock.`;
    case 'lastsTooLong':
      return t`The end is more than ${text('days')} days after the beginning. Choose an earlier end.`;
    case 'unknownStaff':
      return t`${person('staffId')} is not an active member of staff. Choose somebody else.`;
    case 'unknownService':
      return t`There is no service “${serviceName(catalogue, text('serviceCode'))}” any more. Choose another service.`;
    case 'unknownDepartment':
      return t`There is no department “${text('departmentCode')}” any more. Choose another one.`;
    case 'tooManyViews':
      return t`${text('most')} views are shared already. Delete one that nobody needs first.`;
    case 'unknownGuide':
      return t`There is no guide “${text('guideCode')}” any more. Choose another guide.`;
    case 'unknownNeighborhood':
      return t`There is no neighborhood “${text('neighborhoodCode')}” any more. Choose another one.`;
    case 'samePerson':
      return t`Nobody can stand in for themselves. Choose somebody else.`;
    case 'alreadyDelegated':
      return t`Somebody stands in for ${person('staffId')} during this time already. End that first, or choose other days.`;
    case 'delegationCircle':
      return t`In the end everybody would stand in for each other and nobody would be there. Choose somebody who is.`;
    case 'delegationChainTooLong':
      return t`This would hand the work on more than three times. Choose somebody who is there themselves.`;
    case 'answerMissing':
      return t`Say why it is declined: whoever made the suggestion reads it.`;
    case 'formsPrintedTwice':
      return t`Forms with these numbers were printed at another workstation too, from a copy of the same disk. Destroy the ones printed here, and print new ones.`;
    case 'tooManyFormsOut':
      return t`${text('out')} forms are still out, and no more than ${text('most')} may be. Key in or spoil the old ones first.`;
    case 'formEnded':
      return t`One of these forms is keyed in or spoiled already. Look at the list again.`;
    case 'entriesChangedMeanwhile':
      return t`Somebody else changed ${listed(places(details['conflicts']), catalogue)} in the meantime. Compare both, then change it again if you still want to.`;
    case 'entriesWaiting':
      return t`A change of ${listed(places(details['entries']), catalogue)} from here still waits for the server. Change it again when that has arrived.`;
    case 'entriesInUse':
      return t`Cases name ${listed(places(details['entries']), catalogue)}, so it cannot be taken out. Make it inactive where that is offered, or keep it.`;
    case 'doesNotFit':
      return sentences(details['problems']).join(' ') || t`The change does not fit the rest of the configuration. Look at it again.`;
    case 'signInFirst':
      return t`The server has not checked your password at this workstation yet. Sign out, sign in again while it is in reach, then publish the change once more.`;
    case 'invalidCommand':
      return t`The entry could not be understood: ${text('problem')}. Correct it and try again.`;
    case 'unsupportedCommand':
      return t`This needs a newer version of Portreeve at the server. Ask your IT office to update it, then try again.`;
    case 'serverProblem':
      return t`The server could not carry this out (incident ${text('incident')}). Your IT office can look it up; try again later.`;
    default:
      return unreachable(reason);
  }
}

const MOST_NAMED = 3;

interface Place {
  readonly section: Section;
  readonly code: string;
}

/** Details come over a wire: what is no list of places is none. */
function places(value: unknown): readonly Place[] {
  return Array.isArray(value) ? value.filter(isPlace) : [];
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null || !('section' in value) || !('code' in value)) return false;
  return typeof value.code === 'string' && SECTIONS.some((section) => section === value.section);
}

function listed(found: readonly Place[], catalogue: Catalogue): string {
  if (found.length === 0) return t`an entry`;
  const names = found.slice(0, MOST_NAMED).map(({ section, code }) => entryWords(section, nameOfEntry(section, code, findEntry(catalogue, section, code))));
  const more = found.length > MOST_NAMED ? [t`${found.length - MOST_NAMED} more`] : [];
  return listWords([...names, ...more]);
}

function sentences(value: unknown): readonly string[] {
  const problems: readonly unknown[] = Array.isArray(value) ? value : [];
  return problems.flatMap((problem) => (typeof problem === 'object' && problem !== null && 'sentence' in problem && typeof problem.sentence === 'string' ? [problem.sentence] : [])).slice(0, MOST_NAMED);
}
