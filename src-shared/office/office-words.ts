import type { Catalogue } from '../catalogue/catalogue.ts';
import { serviceName, staffName } from '../catalogue/lookup.ts';
import { unreachable } from '../util/unreachable.ts';
import type { OfficeCommand, OfficeCommandType } from './commands/index.ts';
import type { Office } from './office.ts';

/** Kinds of office commands, for counts of what waits. */
export const OFFICE_COMMAND_LABELS: Readonly<Record<OfficeCommandType, string>> = {
  'office.postBulletin': 'Bulletin',
  'office.changeBulletin': 'Change of a bulletin',
  'office.endBulletin': 'End of a bulletin',
  'office.delegate': 'Stand-in',
  'office.endDelegation': 'End of a stand-in',
  'office.readGuide': 'Guide read',
  'office.suggest': 'Suggestion',
  'office.answerSuggestion': 'Answer to a suggestion',
  'office.addEvent': 'Event',
  'office.endEvent': 'End of an event',
  'office.changeCatalogue': 'Change of the configuration',
};

/** What somebody wished, in a few words for a list of what waits. Names come from the office and the catalogue at hand. */
export function officeCommandWords(command: OfficeCommand, office: Office, catalogue: Catalogue): string {
  switch (command.type) {
    case 'office.postBulletin':
      return `Post the bulletin “${command.args.title}”`;
    case 'office.changeBulletin':
      return `Change the bulletin “${command.args.words.title}”`;
    case 'office.endBulletin':
      return `End the bulletin “${office.bulletins.find(({ id }) => id === command.args.bulletinId)?.title ?? 'gone since'}”`;
    case 'office.delegate':
      return `${staffName(catalogue, command.args.toStaffId)} stands in for ${staffName(catalogue, command.args.fromStaffId)}`;
    case 'office.endDelegation':
      return endOfStandIn(command.args.delegationId, office, catalogue);
    case 'office.readGuide':
      return `Read “${catalogue.guides.find(({ code }) => code === command.args.guideCode)?.title ?? command.args.guideCode}”`;
    case 'office.suggest':
      return `Suggest: ${shortened(command.args.text)}`;
    case 'office.answerSuggestion':
      return `${command.args.state === 'accepted' ? 'Accept' : 'Decline'} the suggestion ${suggestionWords(command.args.suggestionId, office, catalogue)}`;
    case 'office.addEvent':
      return `Add the event “${command.args.name}”`;
    case 'office.endEvent':
      return `End the event “${office.events.find(({ id }) => id === command.args.eventId)?.name ?? 'gone since'}”`;
    case 'office.changeCatalogue':
      return changeWords(command.args);
    default:
      return unreachable(command);
  }
}

function endOfStandIn(delegationId: string, office: Office, catalogue: Catalogue): string {
  const delegation = office.delegations.find(({ id }) => id === delegationId);
  if (!delegation) return 'End a stand-in';
  return `${staffName(catalogue, delegation.toStaffId)} no longer stands in for ${staffName(catalogue, delegation.fromStaffId)}`;
}

function suggestionWords(suggestionId: string, office: Office, catalogue: Catalogue): string {
  const suggestion = office.suggestions.find(({ id }) => id === suggestionId);
  if (!suggestion) return 'that is gone since';
  const { kind, code } = suggestion.about;
  const about = kind === 'service' && code !== null ? ` about ${serviceName(catalogue, code)}` : '';
  return `of ${staffName(catalogue, suggestion.by)}${about}`;
}

function changeWords({ changes, note }: Extract<OfficeCommand, { type: 'office.changeCatalogue' }>['args']): string {
  const count = changes.length === 1 ? 'one entry' : `${changes.length} entries`;
  return `Change the configuration (${changes.length === 0 ? 'order' : count})${note === '' ? '' : `: ${shortened(note)}`}`;
}

const LONGEST = 80;

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}
