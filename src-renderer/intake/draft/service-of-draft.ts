/** What the chosen service settles for a case, until staff set it otherwise. */
import type { Catalogue, Service } from '../../../src-shared/catalogue/catalogue.ts';
import { findService } from '../../../src-shared/catalogue/lookup.ts';
import type { HeardWords } from '../../../src-shared/catalogue/heard-words.ts';
import { searchServices } from '../../../src-shared/catalogue/search-services.ts';
import type { CaseKind, Nature } from '../../../src-shared/domain/case.ts';
import { foldText } from '../../../src-shared/util/fold-text.ts';
import { askedOf } from './changed-service.ts';
import type { IntakeDraft } from './draft.ts';
import { unreferredDraft } from './referred-draft.ts';

export function serviceOf(draft: IntakeDraft, catalogue: Catalogue): Service | null {
  return draft.serviceCode === null ? null : (findService(catalogue, draft.serviceCode) ?? null);
}

export interface SettledByService {
  readonly kind: CaseKind;
  readonly nature: Nature;
  readonly isMajorRepair: boolean;
  /** Null until a service or a department is chosen. */
  readonly departmentCode: string | null;
}

/** Kind, nature, major repair and department as they will be saved: what staff set, else what the service says. */
export function settledBy(draft: IntakeDraft, service: Service | null): SettledByService {
  return {
    kind: draft.kind ?? service?.kind ?? 'serviceRequest',
    nature: draft.nature ?? service?.nature ?? 'action',
    isMajorRepair: draft.isMajorRepair ?? service?.isMajorRepair ?? false,
    departmentCode: draft.departmentCode ?? service?.departmentCode ?? null,
  };
}

/**
 * Takes a service into the draft. What was set by hand for another service is given back to the new one; answers to questions of
 * the same code stay.
 */
export function chooseService(draft: IntakeDraft, service: Service | null, text: string): IntakeDraft {
  if (service?.code === draft.serviceCode && service !== null) return { ...draft, serviceText: text };
  const settings = { kind: null, nature: null, isMajorRepair: null, departmentCode: null, complaintAbout: null };
  // Who answers for one thing need not answer for another.
  return { ...unreferredDraft(draft), ...(service ? settings : {}), serviceCode: service?.code ?? null, serviceText: text, asked: service ? askedOf(service) : null };
}

/**
 * The draft once the field Service is left with words in it and nothing taken: the best match is taken, as Tab takes it. Words that
 * fit no service stay, and are said to.
 */
export function takeBestService(draft: IntakeDraft, catalogue: Catalogue, heard: HeardWords): IntakeDraft {
  if (draft.serviceCode !== null || draft.serviceText.trim() === '') return draft;
  const best = searchServices(catalogue.services, draft.serviceText, 1, heard)[0]?.service;
  return best ? chooseService(draft, best, best.name) : draft;
}

/** As above, but only a service that is called exactly so: for words that nobody has seen the match of. */
export function takeNamedService(draft: IntakeDraft, catalogue: Catalogue): IntakeDraft {
  const typed = foldText(draft.serviceText);
  const named = draft.serviceCode === null && typed !== '' ? catalogue.services.find((service) => service.isActive && foldText(service.name) === typed) : undefined;
  return named ? chooseService(draft, named, named.name) : draft;
}

/** The answers that belong to the chosen service, trimmed, without empty ones. */
export function answersTo(service: Service | null, answers: IntakeDraft['answers']): Record<string, string> {
  const given = (service?.questions ?? []).map((question) => [question.code, answers[question.code]?.trim() ?? ''] as const);
  return Object.fromEntries(given.filter(([, answer]) => answer !== ''));
}
