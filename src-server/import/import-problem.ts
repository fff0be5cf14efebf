/**
 * The file, the mapping or the server stands in the way of the whole import, and a person can mend it.
 *
 * `message` says what is wrong and what to do next; the command prints it without a stack.
 */
export class ImportProblem extends Error {
  override readonly name = 'ImportProblem';
  readonly kind = 'user';
}
