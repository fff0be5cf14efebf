import { t } from '../../../src-shared/language/language.ts';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { serviceName } from '../../../src-shared/catalogue/lookup.ts';
import type { SuggestionSubject } from '../../../src-shared/office/suggestion.ts';

/** What a suggestion is about: the title of a guide, the name of a service, or the office. */
export function subjectWords({ kind, code }: SuggestionSubject, catalogue: Catalogue): string {
  if (kind === 'guide') return catalogue.guides.find((guide) => guide.code === code)?.title ?? code ?? '';
  if (kind === 'service') return serviceName(catalogue, code ?? '');
  return t`How we work`;
}
