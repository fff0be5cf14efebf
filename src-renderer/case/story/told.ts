import type { FactKind, FactOf } from '../../../src-shared/domain/fact.ts';
import type { Wording } from './field-words.ts';

/** What the history says of a fact, besides who did it. */
export interface Told {
  /** What they did: `assigned the case to Luis Ortega`. */
  readonly did: string;
  /** What they wrote or changed, a line each; may be empty. */
  readonly lines: readonly string[];
  /** How much it weighs in the story: what the citizen was told and what turned the case stands out. */
  readonly weight: 'turn' | 'words' | 'aside';
}

/** The words for each kind of fact. */
export type Stories<Kind extends FactKind = FactKind> = { readonly [One in Kind]: (fact: FactOf<One>, wording: Wording) => Told };

/** What somebody wrote, as a line; nothing when they wrote nothing. */
export function given(text: string): readonly string[] {
  return text.trim() === '' ? [] : [text];
}
