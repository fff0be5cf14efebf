import type { CorrespondenceEvent } from './message-template.ts';

/** What a new city says at one event. Letter and mail share `paragraphs`; greeting and end are added to each. */
export interface EventWording {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Instead of `paragraphs` where paper says it another way. */
  readonly letterParagraphs?: readonly string[];
  readonly text: string;
}

/**
 * The wording of one language. Plain words: short sentences, no office words; the citizen is spoken to formally (S3, A; S0).
 */
export interface Wording {
  readonly greeting: string;
  /** Ends a letter or mail: whom to ask. */
  readonly questions: string;
  readonly events: Readonly<Record<CorrespondenceEvent, EventWording>>;
  /** For what staff write by hand. */
  readonly general: EventWording;
}
