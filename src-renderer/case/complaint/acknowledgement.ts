import { t } from '../../../src-shared/language/language.ts';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { staffName } from '../../../src-shared/catalogue/lookup.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { isToldAtOnce } from '../../../src-shared/domain/evolve.ts';
import type { Fact } from '../../../src-shared/domain/fact.ts';
import { CHANNEL_LABELS, CONTACT_METHOD_LABELS } from '../../../src-shared/domain/labels.ts';

/** How the citizen came to know that the city has it, and from whom; empty while they do not (CO-2; S3, B.1). */
export function acknowledgedHow(current: Pick<Case, 'acknowledgedAt' | 'history' | 'channel'>, catalogue: Catalogue): string {
  const { acknowledgedAt, history, channel } = current;
  if (acknowledgedAt === null) return '';
  const fact = history.find((one) => one.at === acknowledgedAt && how(one) !== null);
  if (fact) return `${how(fact) ?? ''} · ${staffName(catalogue, fact.by)}`;
  return isToldAtOnce(channel) ? t`with the number · ${CHANNEL_LABELS[channel]}` : '';
}

function how(fact: Fact): string | null {
  if (fact.kind === 'acknowledged') return CONTACT_METHOD_LABELS[fact.method];
  return fact.kind === 'responded' ? t`with the first answer` : null;
}
