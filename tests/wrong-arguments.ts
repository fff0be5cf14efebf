/** The one sentence of `error` that names what was typed wrong; what Node's argument reader adds about other ways to write it is left out. */
export function wrongArguments(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [sentence = message] = message.split(/(?<=[.!?]) |\n/);
  return sentence.replace(/([^.])$/, '$1.');
}
