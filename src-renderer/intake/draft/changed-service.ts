/**
 * The city changed the chosen service while the draft was open, or parked: what is different now, and where the answers go that are no
 * longer asked for. Nothing that was typed is lost: it becomes part of the description.
 */
import type { Catalogue, Service } from '../../../src-shared/catalogue/catalogue.ts';
import type { AskedService, IntakeDraft } from './draft.ts';

export interface ServiceChange {
  /** As it was called when it was taken, and now; null: as before. */
  readonly renamed: { readonly from: string; readonly to: string } | null;
  /** Nobody can choose it any more; this draft still can be issued with it. */
  readonly isOutOfUse: boolean;
  /** Questions that are new or worded anew. */
  readonly added: readonly string[];
  /** Questions that are gone, with the answers that were typed; an empty one: none was. */
  readonly dropped: readonly Dropped[];
}

interface Dropped {
  readonly code: string;
  readonly label: string;
  readonly answer: string;
}

/** What the draft remembers of a service that is taken into it. */
export function askedOf({ name, isActive, questions }: Service): AskedService {
  return { name, isActive, questions: questions.map(({ code, label }) => ({ code, label })) };
}

/** Null: nothing a clerk has to know of, or no service. */
export function changeOfService(draft: Pick<IntakeDraft, 'serviceCode' | 'asked' | 'answers'>, catalogue: Catalogue): ServiceChange | null {
  const service = catalogue.services.find(({ code }) => code === draft.serviceCode);
  const { asked } = draft;
  if (!service || asked === null) return null;
  const change: ServiceChange = {
    renamed: asked.name === service.name ? null : { from: asked.name, to: service.name },
    isOutOfUse: asked.isActive && !service.isActive,
    added: service.questions.filter((now) => !asked.questions.some((then) => then.code === now.code && then.label === now.label)).map(({ label }) => label),
    dropped: asked.questions.filter((then) => !service.questions.some(({ code }) => code === then.code)).map((then) => ({ ...then, answer: draft.answers[then.code]?.trim() ?? '' })),
  };
  const isSame = change.renamed === null && !change.isOutOfUse && change.added.length === 0 && change.dropped.length === 0;
  return isSame ? null : change;
}

/** The draft with the service as it is now: what was answered to questions that are gone stands in the description. */
export function acceptChange(draft: IntakeDraft, catalogue: Catalogue): IntakeDraft {
  const change = changeOfService(draft, catalogue);
  const service = catalogue.services.find(({ code }) => code === draft.serviceCode);
  if (change === null || service === undefined) return draft;
  const gone = new Set(change.dropped.map(({ code }) => code));
  return {
    ...draft,
    serviceText: service.name,
    description: withDropped(draft.description, change),
    answers: Object.fromEntries(Object.entries(draft.answers).filter(([code]) => !gone.has(code))),
    asked: askedOf(service),
  };
}

/** `How deep? A foot.` under what the citizen said. */
function withDropped(description: string, { dropped }: ServiceChange): string {
  const answered = dropped.filter(({ answer }) => answer !== '').map(({ label, answer }) => `${label} ${answer}`);
  return [description.trimEnd(), ...answered].filter((line) => line !== '').join('\n');
}
