/** The draft of a call that is sent to an agency outside the city at once, and back. */
import type { Agency } from '../../../src-shared/agencies/agency.ts';
import { referralTo, referredWords } from '../../../src-shared/agencies/refer-to.ts';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import type { Language } from '../../../src-shared/domain/case.ts';
import type { IntakeDraft } from './draft.ts';

/** Outcome of a case that was sent to an outside agency, where the city has one by this code. */
const REFERRED = 'REFERRED';

/** The draft as it is sent to an agency: answered now, with what the citizen is told; the number is then issued as ever. */
export function referredDraft(draft: IntakeDraft, agency: Agency, { dispositions }: Pick<Catalogue, 'dispositions'>): IntakeDraft {
  const referral = referralTo(agency);
  const before = draft.referral === null ? draft : unreferredDraft(draft);
  const told = [before.toldText.trim(), referredWords(referral, draft.language)].filter(Boolean).join('\n\n');
  const outcome = dispositions.some(({ code }) => code === REFERRED) ? REFERRED : before.outcome;
  return { ...before, referral, isAnsweredNow: true, outcome, toldText: told };
}

/** The citizen speaks another language: what was prepared for them to be told is said in it; what was typed by hand stays. */
export function inLanguage(draft: IntakeDraft, language: Language): IntakeDraft {
  const { referral } = draft;
  if (language === draft.language || referral === null) return { ...draft, language };
  return { ...draft, language, toldText: draft.toldText.replace(referredWords(referral, draft.language), referredWords(referral, language)) };
}

/** Not sent there after all: what was typed by hand stays. */
export function unreferredDraft(draft: IntakeDraft): IntakeDraft {
  if (draft.referral === null) return draft;
  const words = referredWords(draft.referral, draft.language);
  const toldText = draft.toldText.replace(words, '').trim();
  const isStill = toldText !== '';
  return { ...draft, referral: null, toldText, isAnsweredNow: isStill, outcome: isStill && draft.outcome !== REFERRED ? draft.outcome : null };
}
