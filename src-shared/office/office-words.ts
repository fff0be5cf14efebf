import { t } from '../language/language.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { serviceName, staffName } from '../catalogue/lookup.ts';
import { formatTrackingNumber } from '../tracking-number/tracking-number.ts';
import { unreachable } from '../util/unreachable.ts';
import type { OfficeCommand, OfficeCommandType } from './commands/index.ts';
import type { Office } from './office.ts';

/** Kinds of office commands, for counts of what waits. */
export const OFFICE_COMMAND_LABELS: Readonly<Record<OfficeCommandType, string>> = {
  'office.postBulletin': t`Bulletin`,
  'office.changeBulletin': t`Change of a bulletin`,
  'office.endBulletin': t`End of a bulletin`,
  'office.delegate': t`Stand-in`,
  'office.endDelegation': t`End of a stand-in`,
  'office.readGuide': t`Guide read`,
  'office.suggest': t`Suggestion`,
  'office.answerSuggestion': t`Answer to a suggestion`,
  'office.addEvent': t`Event`,
  'office.endEvent': t`End of an event`,
  'office.printForms': t`Paper forms printed`,
  'office.spoilForms': t`Paper forms spoiled`,
  'office.keyInForm': t`Paper form keyed in`,
  'office.saveView': t`Shared view`,
  'office.endView': t`End of a shared view`,
  'office.changeCatalogue': t`Change of the configuration`,
};

/** What somebody wished, in a few words for a list of what waits. Names come from the office and the catalogue at hand. */
export function officeCommandWords(command: OfficeCommand, office: Office, catalogue: Catalogue): string {
  switch (command.type) {
    case 'office.postBulletin':
      return t`Post the bulletin “${command.args.title}”`;
    case 'office.changeBulletin':
      return t`Change the bulletin “${command.args.words.title}”`;
    case 'office.endBulletin':
      return endOfBulletin(office.bulletins.find(({ id }) => id === command.args.bulletinId)?.title);
    case 'office.delegate':
      return t`${staffName(catalogue, command.args.toStaffId)} stands in for ${staffName(catalogue, command.args.fromStaffId)}`;
    case 'office.endDelegation':
      return endOfStandIn(command.args.delegationId, office, catalogue);
    case 'office.readGuide':
      return t`Read “${catalogue.guides.find(({ code }) => code === command.args.guideCode)?.title ?? command.args.guideCode}”`;
    case 'office.suggest':
      return t`Suggest: ${shortened(command.args.text)}`;
    case 'office.answerSuggestion':
      return answerWords(command.args, office, catalogue);
    case 'office.addEvent':
      return t`Add the event “${command.args.name}”`;
    case 'office.endEvent':
      return endOfEvent(office.events.find(({ id }) => id === command.args.eventId)?.name);
    case 'office.printForms':
      return command.args.forms.length === 1 ? t`Print one paper form` : t`Print ${command.args.forms.length} paper forms`;
    case 'office.spoilForms':
      return spoilWords(command.args);
    case 'office.keyInForm':
      return t`Key in the paper form ${formatTrackingNumber(command.args.number)}`;
    case 'office.saveView':
      return t`Share the view “${command.args.name}”`;
    case 'office.endView':
      return endOfView(office.views.find(({ id }) => id === command.args.viewId)?.name);
    case 'office.changeCatalogue':
      return changeWords(command.args);
    default:
      return unreachable(command);
  }
}

function endOfBulletin(title: string | undefined): string {
  return title === undefined ? t`End a bulletin that is gone since` : t`End the bulletin “${title}”`;
}

function endOfEvent(name: string | undefined): string {
  return name === undefined ? t`End an event that is gone since` : t`End the event “${name}”`;
}

function endOfView(name: string | undefined): string {
  return name === undefined ? t`End a shared view that is gone since` : t`End the shared view “${name}”`;
}

function endOfStandIn(delegationId: string, office: Office, catalogue: Catalogue): string {
  const delegation = office.delegations.find(({ id }) => id === delegationId);
  if (!delegation) return t`End a stand-in`;
  return t`${staffName(catalogue, delegation.toStaffId)} no longer stands in for ${staffName(catalogue, delegation.fromStaffId)}`;
}

function answerWords({ suggestionId, state }: Extract<OfficeCommand, { type: 'office.answerSuggestion' }>['args'], office: Office, catalogue: Catalogue): string {
  const isAccepted = state === 'accepted';
  const suggestion = office.suggestions.find(({ id }) => id === suggestionId);
  if (!suggestion) return isAccepted ? t`Accept a suggestion that is gone since` : t`Decline a suggestion that is gone since`;
  const { kind, code } = suggestion.about;
  const author = staffName(catalogue, suggestion.by);
  if (kind !== 'service' || code === null) return isAccepted ? t`Accept the suggestion of ${author}` : t`Decline the suggestion of ${author}`;
  const service = serviceName(catalogue, code);
  return isAccepted ? t`Accept the suggestion of ${author} about ${service}` : t`Decline the suggestion of ${author} about ${service}`;
}

function spoilWords({ numbers, reason }: Extract<OfficeCommand, { type: 'office.spoilForms' }>['args']): string {
  return numbers.length === 1 ? t`Give up one paper form as spoiled: ${shortened(reason)}` : t`Give up ${numbers.length} paper forms as spoiled: ${shortened(reason)}`;
}

function changeWords({ changes, note }: Extract<OfficeCommand, { type: 'office.changeCatalogue' }>['args']): string {
  const count = changes.length === 0 ? t`order` : changes.length === 1 ? t`one entry` : t`${changes.length} entries`;
  return note === '' ? t`Change the configuration (${count})` : t`Change the configuration (${count}): ${shortened(note)}`;
}

const LONGEST = 80;

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}
