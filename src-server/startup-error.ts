/**
 * The server cannot start for a reason an operator can mend.
 *
 * `message` is a plain sentence that says what is wrong and what to do next; `index.ts` prints it without a stack.
 * Everything else that is thrown during start-up is a bug and keeps its stack.
 */
export class StartupError extends Error {
  override readonly name = 'StartupError';
  readonly kind = 'operator';
}
