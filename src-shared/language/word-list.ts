/** English to another language; places for values are `{0}`, `{1}`, in the order of the English text. */
export type WordList = Readonly<Record<string, string>>;
