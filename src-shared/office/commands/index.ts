/** The closed union of all office commands. A new one is a file beside this one, an entry here and a line in `decide-office.ts`. */
import { z } from 'zod';
import type { CommandId } from '../../util/ids.ts';
import { OfficeEnvelope } from '../office-command.ts';
import { addEvent } from './add-event.ts';
import { answerSuggestion } from './answer-suggestion.ts';
import { changeBulletin } from './change-bulletin.ts';
import { changeCatalogue } from './change-catalogue.ts';
import { delegate } from './delegate.ts';
import { endBulletin } from './end-bulletin.ts';
import { endDelegation } from './end-delegation.ts';
import { endEvent } from './end-event.ts';
import { endView } from './end-view.ts';
import { keyInForm } from './key-in-form.ts';
import { postBulletin } from './post-bulletin.ts';
import { printForms } from './print-forms.ts';
import { readGuide } from './read-guide.ts';
import { saveView } from './save-view.ts';
import { spoilForms } from './spoil-forms.ts';
import { suggest } from './suggest.ts';

const full = <Type extends string, Args extends z.ZodType>(definition: { type: Type; v: number; args: Args }) =>
  OfficeEnvelope.extend({ type: z.literal(definition.type), v: z.literal(definition.v), args: definition.args });

/** Any office command, complete with its envelope. Parse everything that comes over a wire or from disk with this. */
export const OfficeCommand = z.discriminatedUnion('type', [
  full(postBulletin),
  full(changeBulletin),
  full(endBulletin),
  full(delegate),
  full(endDelegation),
  full(readGuide),
  full(suggest),
  full(answerSuggestion),
  full(addEvent),
  full(endEvent),
  full(printForms),
  full(spoilForms),
  full(keyInForm),
  full(saveView),
  full(endView),
  full(changeCatalogue),
]);
export type OfficeCommand = z.infer<typeof OfficeCommand>;
export type OfficeCommandType = OfficeCommand['type'];
export const OFFICE_COMMAND_TYPES = OfficeCommand.options.map((option) => option.shape.type.value);

const DEFINITIONS: readonly { readonly type: string; readonly v: number }[] = [
  ...[postBulletin, changeBulletin, endBulletin, delegate, endDelegation, readGuide, suggest, answerSuggestion, addEvent, endEvent, printForms, spoilForms, keyInForm, saveView, endView, changeCatalogue],
];
/** The newest version of each type; commands are made in it. */
export const OFFICE_COMMAND_VERSIONS: ReadonlyMap<string, number> = new Map(DEFINITIONS.map(({ type, v }) => [type, v]));

/** Ids of earlier commands this one cannot be judged without. */
export function buildsOn(command: OfficeCommand): readonly CommandId[] {
  switch (command.type) {
    case 'office.changeBulletin':
      return changeBulletin.buildsOn(command.args);
    case 'office.endBulletin':
      return endBulletin.buildsOn(command.args);
    case 'office.endDelegation':
      return endDelegation.buildsOn(command.args);
    case 'office.answerSuggestion':
      return answerSuggestion.buildsOn(command.args);
    case 'office.endEvent':
      return endEvent.buildsOn(command.args);
    case 'office.spoilForms':
      return spoilForms.buildsOn(command.args);
    case 'office.keyInForm':
      return keyInForm.buildsOn(command.args);
    case 'office.saveView':
      return saveView.buildsOn(command.args);
    case 'office.endView':
      return endView.buildsOn(command.args);
    default:
      return [];
  }
}
