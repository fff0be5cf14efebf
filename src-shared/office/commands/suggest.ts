import { z } from 'zod';
import { findService } from '../../catalogue/lookup.ts';
import { t } from '../../language/language.ts';
import { requiredText } from '../../util/text.ts';
import { acceptOffice, type OfficeRuling, refuseOffice } from '../office-decision.ts';
import { defineOfficeCommand } from '../office-command.ts';
import { SuggestionSubject } from '../suggestion.ts';

export const SuggestArgs = z.object({ about: SuggestionSubject, text: requiredText(4_000, () => t`Write what would be better`) });

/**
 * Proposes how a service, a guide or the office gets better (KN-3; S0). Open to all staff. The suggestion's id is this command's.
 *
 * Refuses: unknownService, unknownGuide, alreadyDone.
 */
export const suggest = defineOfficeCommand({
  type: 'office.suggest',
  v: 1,
  args: SuggestArgs,
  buildsOn: () => [],
  decide(office, { uid, args }, { catalogue }): OfficeRuling {
    const { kind, code } = args.about;
    if (kind === 'service' && !findService(catalogue, code ?? '')) return refuseOffice('unknownService', { serviceCode: code });
    if (kind === 'guide' && !catalogue.guides.some((guide) => guide.code === code)) return refuseOffice('unknownGuide', { guideCode: code });
    if (office.suggestions.some(({ id }) => id === uid)) return refuseOffice('alreadyDone');
    return acceptOffice({ kind: 'suggested', ...args });
  },
});
