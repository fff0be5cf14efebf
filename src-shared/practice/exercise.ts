import type { CaseKind, Channel, ContactPreference, Language } from '../domain/case.ts';
import type { IsoDate } from '../util/time.ts';

/** One thing a correct case has. */
export type WantedPoint =
  | { readonly what: 'service'; readonly serviceCodes: readonly string[]; readonly name: string }
  | { readonly what: 'kind'; readonly kind: CaseKind }
  | { readonly what: 'channel'; readonly channel: Channel }
  | { readonly what: 'name' | 'onBehalfOf' | 'place' | 'phone'; readonly value: string }
  | { readonly what: 'language'; readonly language: Language }
  | { readonly what: 'preference'; readonly preference: ContactPreference }
  /** The day on the stamp, in the city's zone. */
  | { readonly what: 'receivedOn'; readonly date: IsoDate }
  | { readonly what: 'sealed' | 'answeredNow' | 'saidInOwnWords' }
  /** Added to the case of this number instead of a new one. */
  | { readonly what: 'joined'; readonly trackingNumber: string }
  | { readonly what: 'referredTo'; readonly agency: string };

/** A made-up call or letter. */
export interface Exercise {
  readonly code: string;
  readonly title: string;
  /** What happens before anybody speaks: the phone rings; a letter lies there, with its stamp. */
  readonly setting: string;
  /** What the citizen says or writes, a breath each. */
  readonly words: readonly string[];
  /** The same in English, when the citizen speaks another language; else null. */
  readonly inEnglish: string | null;
  readonly wanted: readonly WantedPoint[];
}
