/** Where a piece of what was said belongs. `number`: a tracking number of a case that is known here. */
export type SaidField = 'phone' | 'name' | 'onBehalfOf' | 'anonymous' | 'email' | 'number' | 'channel' | 'received' | 'location' | 'address' | 'unit' | 'service' | 'language' | 'description' | `answer:${string}`;

export interface Piece {
  readonly field: SaidField;
  /** The words as they were said, for finding the piece again when more is typed. */
  readonly said: string;
  /** What goes into the field; for `service` and `channel` its code, for `received` the day as it was said. */
  readonly value: string;
  /** A guess is shown as one, and is the first to be moved. */
  readonly isGuess: boolean;
  /** Where else it may belong, the likeliest first; for `service` other codes. `description` keeps the words for the description. */
  readonly instead: readonly string[];
}

/** One word with the signs that stand at it. `text`: as it was typed; `folded`: for comparing; `bare`: without signs at its ends. */
export interface Token {
  readonly text: string;
  readonly bare: string;
  readonly folded: string;
  /** A comma, full stop or the like stands behind it: what comes next is something else. */
  readonly endsPhrase: boolean;
}

/** Words that are spoken for already; finders take only what is free. */
export interface Line {
  readonly tokens: readonly Token[];
  readonly taken: boolean[];
  /** Of these, a phone number or an e-mail address: what stands right before one is a name. */
  readonly isContact: boolean[];
}
