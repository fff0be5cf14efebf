import type { Catalogue } from '../catalogue/catalogue.ts';
import { serviceName, staffName } from '../catalogue/lookup.ts';
import { findEntry, isListSection, nameOfEntry, type Section, SECTIONS, sectionWord } from '../catalogue/sections.ts';
import { unreachable } from '../util/unreachable.ts';
import type { OfficeRefusal } from './office-refusal.ts';

/** What happened and what to do next, in words staff can act on. Names come from the catalogue at hand. */
export function officeRefusalSentence({ reason, details }: OfficeRefusal, catalogue: Catalogue): string {
  const text = (key: string): string => String(details[key] ?? '');
  const person = (key: string): string => (details[key] ? staffName(catalogue, text(key)) : 'somebody else');
  switch (reason) {
    case 'notPermitted':
      return 'Your role does not allow this. Ask your department head or an administrator.';
    case 'authorNotActive':
      return `${person('staffId')} is no longer active staff, so this was not carried out. Somebody who is can do it in their own name.`;
    case 'notFound':
      return `This ${text('what')} is not there any more. Look at the list again.`;
    case 'alreadyDone':
    case 'nothingToChange':
      return 'This is so already; nothing was changed.';
    case 'changedMeanwhile':
      return `${person('changedBy')} changed this ${text('what')} in the meantime. Look at what it says now, then change it again if you still want to.`;
    case 'alreadyEnded':
      return `This ${text('what')} has ended already.`;
    case 'endsBeforeItBegins':
      return 'The end lies before the beginning. Correct one of them.';
    case 'overAlready':
      return 'The end lies in the past. Choose a later end, or check this computer’s clock.';
    case 'lastsTooLong':
      return `The end is more than ${text('days')} days after the beginning. Choose an earlier end.`;
    case 'unknownStaff':
      return `${person('staffId')} is not an active member of staff. Choose somebody else.`;
    case 'unknownService':
      return `There is no service “${serviceName(catalogue, text('serviceCode'))}” any more. Choose another service.`;
    case 'unknownGuide':
      return `There is no guide “${text('guideCode')}” any more. Choose another guide.`;
    case 'unknownNeighborhood':
      return `There is no neighborhood “${text('neighborhoodCode')}” any more. Choose another one.`;
    case 'samePerson':
      return 'Nobody can stand in for themselves. Choose somebody else.';
    case 'alreadyDelegated':
      return `Somebody stands in for ${person('staffId')} during this time already. End that first, or choose other days.`;
    case 'delegationCircle':
      return 'In the end everybody would stand in for each other and nobody would be there. Choose somebody who is.';
    case 'delegationChainTooLong':
      return 'This would hand the work on more than three times. Choose somebody who is there themselves.';
    case 'answerMissing':
      return 'Say why it is declined: whoever made the suggestion reads it.';
    case 'entriesChangedMeanwhile':
      return `Somebody else changed ${listed(places(details['conflicts']), catalogue)} in the meantime. Compare both, then change it again if you still want to.`;
    case 'entriesWaiting':
      return `A change of ${listed(places(details['entries']), catalogue)} from here still waits for the server. Change it again when that has arrived.`;
    case 'entriesInUse':
      return `Cases name ${listed(places(details['entries']), catalogue)}, so it cannot be taken out. Make it inactive where that is offered, or keep it.`;
    case 'doesNotFit':
      return sentences(details['problems']).join(' ') || 'The change does not fit the rest of the configuration. Look at it again.';
    case 'signInFirst':
      return 'The server has not checked your password at this workstation yet. Sign out, sign in again while it is in reach, then publish the change once more.';
    case 'invalidCommand':
      return `The entry could not be understood: ${text('problem')}. Correct it and try again.`;
    case 'unsupportedCommand':
      return 'This needs a newer version of Portreeve at the server. Ask your IT office to update it, then try again.';
    case 'serverProblem':
      return `The server could not carry this out (incident ${text('incident')}). Your IT office can look it up; try again later.`;
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
  if (found.length === 0) return 'an entry';
  const names = found.slice(0, MOST_NAMED).map(({ section, code }) => {
    return isListSection(section) ? `the ${sectionWord(section)} “${nameOfEntry(section, code, findEntry(catalogue, section, code))}”` : `the settings of the ${sectionWord(section)}`;
  });
  const more = found.length > MOST_NAMED ? [`${found.length - MOST_NAMED} more`] : [];
  const all = [...names, ...more];
  return all.length === 1 ? String(all[0]) : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
}

function sentences(value: unknown): readonly string[] {
  const problems: readonly unknown[] = Array.isArray(value) ? value : [];
  return problems.flatMap((problem) => (typeof problem === 'object' && problem !== null && 'sentence' in problem && typeof problem.sentence === 'string' ? [problem.sentence] : [])).slice(0, MOST_NAMED);
}
