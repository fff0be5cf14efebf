/**
 * The words of the interface, in the language of whoever works here.
 *
 * English is written where it is used, and is the key: t`Park draft`, t`${count} cases`. What a language lacks is shown in English;
 * `words.test.ts` finds it. Words for citizens do not come from here: receipts, letters and mails follow the citizen's language,
 * whatever the clerk reads.
 *
 * A process speaks one language from its start to its end, so a table of words may stand at the top of a file: the window is told by
 * `window.desktop.language`, the data process by the environment. A server speaks English.
 */
import { SPANISH } from './spanish/spanish.ts';
import type { WordList } from './word-list.ts';

export const INTERFACE_LANGUAGES = ['en', 'es'] as const;
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];

/** How the data process is told its language. */
export const LANGUAGE_VARIABLE = 'PORTREEVE_LANGUAGE';

export type Words = (english: TemplateStringsArray, ...values: readonly (string | number)[]) => string;

const WORD_LISTS: Readonly<Record<Exclude<InterfaceLanguage, 'en'>, WordList>> = { es: SPANISH };

interface Language {
  readonly code: InterfaceLanguage;
  readonly words: Words;
}

let current: Language = languageOf(startLanguage());

/** The text in the interface's language. Only what is between the backticks is looked up; values are put in as they are. */
export function t(english: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return current.words(english, ...values);
}

/**
 * For an English word that means two things: tFor('verb')`Open` is filed as `verb|Open`. Use it where the other language has two words.
 */
export function tFor(context: string): Words {
  return (english, ...values) => {
    const filed = `${context}|${keyOf(english)}`;
    const list = current.code === 'en' ? undefined : WORD_LISTS[current.code];
    const translated = list?.[filed];
    return translated === undefined ? inEnglish(english, ...values) : fill(piecesOf(translated), values);
  };
}

/** A whole text that came in English from a process that speaks English, the server; as it came where no list has it. */
export function inInterfaceWords(english: string): string {
  return current.code === 'en' ? english : (WORD_LISTS[current.code][english] ?? english);
}

/** What this process speaks. */
export function interfaceLanguage(): InterfaceLanguage {
  return current.code;
}

/** For Intl: names of days and months, and how numbers are written. */
export function interfaceLocale(): 'en-US' | 'es-US' {
  return current.code === 'en' ? 'en-US' : 'es-US';
}

/** For the main process, which reads its setting after its files are loaded, and for tests. Tables at the top of a file keep what they are. */
export function speak(code: InterfaceLanguage): void {
  current = languageOf(code);
}

/** Whatever is not a language of the interface is English. */
export function toInterfaceLanguage(text: unknown): InterfaceLanguage {
  return INTERFACE_LANGUAGES.find((code) => code === text) ?? 'en';
}

function languageOf(code: InterfaceLanguage): Language {
  return { code, words: code === 'en' ? inEnglish : wordsFrom(WORD_LISTS[code]) };
}

/** Looks texts up in a list; one that is missing stays English. */
export function wordsFrom(list: WordList): Words {
  // The strings of one template are one object for ever: each place in the code is looked up once.
  const known = new WeakMap<TemplateStringsArray, readonly (string | number)[]>();
  return (english, ...values) => {
    let pieces = known.get(english);
    if (pieces === undefined) {
      const translated = list[keyOf(english)];
      pieces = translated === undefined ? piecesOf(keyOf(english)) : piecesOf(translated);
      known.set(english, pieces);
    }
    return fill(pieces, values);
  };
}

function fill(pieces: readonly (string | number)[], values: readonly (string | number)[]): string {
  return pieces.reduce<string>((text, piece) => (typeof piece === 'number' ? text + String(values[piece] ?? '') : withoutSecondStop(text, piece)), '');
}

/** A value that ends with a stop (`5:00 p. m.`, `Acme Inc.`) ends its sentence too. */
function withoutSecondStop(text: string, piece: string): string {
  return /^\.(?!\.)/.test(piece) && text.endsWith('.') ? text + piece.slice(1) : text + piece;
}

/** `Only {0} will see it.`: what the text is filed under. */
export function keyOf(strings: readonly string[]): string {
  return strings.reduce((text, piece, index) => (index === 0 ? piece : `${text}{${index - 1}}${piece}`), '');
}

/** `['Only ', 0, ' will see it.']` */
function piecesOf(text: string): readonly (string | number)[] {
  return text.split(/\{(\d+)\}/).map((piece, index) => (index % 2 === 0 ? piece : Number(piece)));
}

function inEnglish(english: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return english.reduce((text, piece, index) => withoutSecondStop(text + String(values[index - 1] ?? ''), piece));
}

/** Where a process finds its language before its first line runs: the page at `window.desktop`, the data process in its environment. */
function startLanguage(): InterfaceLanguage {
  // Neither is known to the types here: this file runs in pages and in Node.
  const here = globalThis as unknown as { readonly desktop?: { readonly language?: unknown }; readonly process?: { readonly env?: Readonly<Record<string, unknown>> } };
  return toInterfaceLanguage(here.desktop?.language ?? here.process?.env?.[LANGUAGE_VARIABLE]);
}
