/** The one sentence of `error` that names what was typed wrong; what Node's argument reader adds about other ways to write it is left out. */
export function wrongArguments(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [sentence = message] = message.split(/(?<=[.!?]) |\n/);
  return sentence.replace(/([^.])$/, '$1.');
}

/** Throws a sentence when one of the named options was given and is not a whole number. */
export function refuseOddNumbers(values: Readonly<Record<string, unknown>>, names: readonly string[]): void {
  for (const name of names) {
    const value = values[name];
    if (value !== undefined && !/^\d{1,9}$/.test(String(value))) throw new Error(`--${name} takes a whole number, not "${String(value)}".`);
  }
}
