/**
 * An office command against the office's records gives a fact or a refusal. Pure and total, like `domain/decide.ts`: a
 * workstation runs it at once and shows the result, the server runs the same code later and is final.
 */
import type { Catalogue } from '../catalogue/catalogue.ts';
import { utcMs } from '../util/time.ts';
import { unreachable } from '../util/unreachable.ts';
import { addEvent } from './commands/add-event.ts';
import { answerSuggestion } from './commands/answer-suggestion.ts';
import { changeBulletin } from './commands/change-bulletin.ts';
import { changeCatalogue } from './commands/change-catalogue.ts';
import { delegate } from './commands/delegate.ts';
import { endBulletin } from './commands/end-bulletin.ts';
import { endDelegation } from './commands/end-delegation.ts';
import { endEvent } from './commands/end-event.ts';
import { endView } from './commands/end-view.ts';
import type { OfficeCommand } from './commands/index.ts';
import { keyInForm } from './commands/key-in-form.ts';
import { postBulletin } from './commands/post-bulletin.ts';
import { printForms } from './commands/print-forms.ts';
import { readGuide } from './commands/read-guide.ts';
import { saveView } from './commands/save-view.ts';
import { spoilForms } from './commands/spoil-forms.ts';
import { suggest } from './commands/suggest.ts';
import { evolveOffice } from './evolve-office.ts';
import type { Office } from './office.ts';
import type { OfficeContext, OfficeRuling, RuleContext } from './office-decision.ts';
import type { OfficeFact } from './office-fact.ts';
import type { OfficeRefusal } from './office-refusal.ts';

export type OfficeDecision =
  /** `catalogue`: its next version; null: it stays as it is. */
  | { readonly ok: true; readonly fact: OfficeFact; readonly next: Office; readonly catalogue: Catalogue | null }
  | ({ readonly ok: false } & OfficeRefusal);

/** Judges one command. An author whom the catalogue at hand does not know as active is refused, whatever the command. */
export function decideOffice(office: Office, command: OfficeCommand, context: OfficeContext): OfficeDecision {
  const { actor } = context;
  if (!actor?.isActive) return { ok: false, reason: 'authorNotActive', details: { staffId: command.userId } };
  const ruling = rule(office, command, { ...context, actor });
  if (!ruling.ok) return ruling;
  const { uid, userId: by, station, madeAt } = command;
  const fact: OfficeFact = { ...ruling.fact, uid, by, station, at: utcMs(Math.min(madeAt, context.now ?? madeAt)) };
  return { ok: true, fact, next: evolveOffice(office, fact), catalogue: ruling.catalogue };
}

function rule(office: Office, command: OfficeCommand, context: RuleContext): OfficeRuling {
  switch (command.type) {
    case 'office.postBulletin':
      return postBulletin.decide(office, command, context);
    case 'office.changeBulletin':
      return changeBulletin.decide(office, command, context);
    case 'office.endBulletin':
      return endBulletin.decide(office, command, context);
    case 'office.delegate':
      return delegate.decide(office, command, context);
    case 'office.endDelegation':
      return endDelegation.decide(office, command, context);
    case 'office.readGuide':
      return readGuide.decide(office, command, context);
    case 'office.suggest':
      return suggest.decide(office, command, context);
    case 'office.answerSuggestion':
      return answerSuggestion.decide(office, command, context);
    case 'office.addEvent':
      return addEvent.decide(office, command, context);
    case 'office.endEvent':
      return endEvent.decide(office, command, context);
    case 'office.printForms':
      return printForms.decide(office, command, context);
    case 'office.spoilForms':
      return spoilForms.decide(office, command, context);
    case 'office.keyInForm':
      return keyInForm.decide(office, command, context);
    case 'office.saveView':
      return saveView.decide(office, command, context);
    case 'office.endView':
      return endView.decide(office, command, context);
    case 'office.changeCatalogue':
      return changeCatalogue.decide(office, command, context);
    default:
      return unreachable(command);
  }
}
