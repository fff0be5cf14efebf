/**
 * Reads JSON and remembers on which line each value stands, so that a person can be told where in their file something is
 * wrong. `JSON.parse` says neither, and what it says differs from program to program.
 */
import { t } from '../language/language.ts';

export type ReadJson =
  | { readonly ok: true; readonly value: unknown; readonly lineOf: (path: readonly PropertyKey[]) => number }
  /** `line` and `column` count from 1; `problem` says what is wrong there and what was expected. */
  | { readonly ok: false; readonly line: number; readonly column: number; readonly problem: string };

/** Deeper than any file of ours; past it the program's own stack would be at risk. */
const DEEPEST = 200;

/** Reads a whole text. A key that is there twice is a problem: one of the two would be lost without a word. */
export function readJson(text: string): ReadJson {
  const reader = new Reader(text.startsWith('\ufeff') ? text.slice(1) : text);
  try {
    const value = reader.readAll();
    return { ok: true, value, lineOf: (path) => reader.lineOf(path) };
  } catch (error) {
    if (error instanceof Misread) return { ok: false, ...reader.place(error.at), problem: error.message };
    throw error;
  }
}

class Misread extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

class Reader {
  readonly #text: string;
  /** Offset of each value, by its path. */
  readonly #offsets = new Map<string, number>();
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readAll(): unknown {
    const value = this.#value([]);
    this.#space();
    if (this.#at < this.#text.length) throw new Misread(t`the file goes on after its end; a bracket is closed too early`, this.#at);
    return value;
  }

  place(at: number): { readonly line: number; readonly column: number } {
    const before = this.#text.slice(0, at).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  }

  /** Line of a value; of one that is missing, the line of what it is missing in. */
  lineOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length >= 0; length -= 1) {
      const offset = this.#offsets.get(keyOf(path.slice(0, length)));
      if (offset !== undefined) return this.place(offset).line;
    }
    return 1;
  }

  #value(path: readonly PropertyKey[]): unknown {
    this.#space();
    if (path.length > DEEPEST) throw new Misread(t`brackets are nested too deep`, this.#at);
    this.#offsets.set(keyOf(path), this.#at);
    const next = this.#text[this.#at];
    if (next === '{') return this.#object(path);
    if (next === '[') return this.#array(path);
    if (next === '"') return this.#string();
    return this.#word();
  }

  #object(path: readonly PropertyKey[]): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    const keys = new Set<string>();
    this.#members('}', () => {
      this.#space();
      const at = this.#at;
      if (this.#text[at] !== '"') throw new Misread(t`a name in quotation marks is expected here`, at);
      const key = this.#string();
      if (keys.has(key)) throw new Misread(t`“${key}” is there twice; keep one of them`, at);
      keys.add(key);
      this.#space();
      if (this.#text[this.#at] !== ':') throw new Misread(t`a colon is expected after “${key}”`, this.#at);
      this.#at += 1;
      entries.push([key, this.#value([...path, key])]);
    });
    return Object.fromEntries(entries);
  }

  #array(path: readonly PropertyKey[]): unknown[] {
    const items: unknown[] = [];
    this.#members(']', () => void items.push(this.#value([...path, items.length])));
    return items;
  }

  /** What stands between two brackets, with a comma between each. */
  #members(close: string, readOne: () => void): void {
    this.#at += 1;
    this.#space();
    if (this.#text[this.#at] === close) {
      this.#at += 1;
      return;
    }
    for (;;) {
      readOne();
      this.#space();
      const next = this.#text[this.#at];
      if (next !== ',' && next !== close) throw new Misread(next === undefined ? t`the file ends before a ${close} that is expected` : t`a comma or ${close} is expected here`, this.#at);
      this.#at += 1;
      if (next === close) return;
    }
  }

  #string(): string {
    const found = /"(?:[^"\\\n]|\\.)*"/y;
    found.lastIndex = this.#at;
    const [text] = found.exec(this.#text) ?? [];
    if (text === undefined) throw new Misread(t`the quotation marks of this text are not closed on its line`, this.#at);
    const value = parsed(text);
    if (typeof value !== 'string') throw new Misread(t`this text holds a backslash or a character that JSON does not allow`, this.#at);
    this.#at += text.length;
    return value;
  }

  #word(): unknown {
    const found = /[-+\w.]+/y;
    found.lastIndex = this.#at;
    const [text] = found.exec(this.#text) ?? [];
    const value = text === undefined ? undefined : parsed(text);
    if (text === undefined || value === undefined) throw new Misread(text === undefined ? t`a value is expected here` : t`“${text.slice(0, 40)}” is no value; texts stand in quotation marks`, this.#at);
    this.#at += text.length;
    return value;
  }

  #space(): void {
    const found = /[ \t\r\n]*/y;
    found.lastIndex = this.#at;
    this.#at += found.exec(this.#text)?.[0].length ?? 0;
  }
}

function keyOf(path: readonly PropertyKey[]): string {
  return JSON.stringify(path.map(String));
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
