import { z } from 'zod';
import { CommandId } from '../../util/ids.ts';
import { freeText } from '../../util/text.ts';
import { acceptOffice, type OfficeRuling, refuseOffice } from '../office-decision.ts';
import { defineOfficeCommand } from '../office-command.ts';
import { mayAnswerSuggestion } from '../office-permission.ts';

export const AnswerSuggestionArgs = z.object({
  suggestionId: CommandId,
  /** `answeredIn` of the suggestion as its author saw it; null: it was open. */
  seen: CommandId.nullable(),
  state: z.enum(['accepted', 'declined']),
  answer: freeText(4_000),
});

/**
 * Tells whoever made a suggestion what becomes of it. A declined one says why.
 *
 * Refuses: notFound, notPermitted, answerMissing, nothingToChange, changedMeanwhile with both answers.
 */
export const answerSuggestion = defineOfficeCommand({
  type: 'office.answerSuggestion',
  v: 1,
  args: AnswerSuggestionArgs,
  buildsOn: ({ suggestionId, seen }) => [suggestionId, ...(seen === null ? [] : [seen])],
  decide(office, { args }, { actor, catalogue }): OfficeRuling {
    const { suggestionId, seen, state, answer } = args;
    const current = office.suggestions.find(({ id }) => id === suggestionId);
    if (!current) return refuseOffice('notFound', { what: 'suggestion' });
    if (!mayAnswerSuggestion(actor, current.about, catalogue)) return refuseOffice('notPermitted');
    if (state === 'declined' && answer === '') return refuseOffice('answerMissing');
    if (current.state === state && current.answer === answer) return refuseOffice('nothingToChange');
    if (current.answeredIn !== seen) {
      const theirs = { state: current.state, answer: current.answer };
      return refuseOffice('changedMeanwhile', { what: 'suggestion', mine: { state, answer }, theirs, changedBy: current.answeredBy });
    }
    return acceptOffice({ kind: 'suggestionAnswered', suggestionId, state, answer });
  },
});
