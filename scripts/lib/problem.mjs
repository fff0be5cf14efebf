/**
 * Something the person at the keyboard can put right.
 *
 * Printed as one sentence without a stack trace, and the command exits with `exitCode`. Anything else that is thrown is a
 * bug of ours and keeps its stack.
 */
export class Problem extends Error {
  /**
   * @param {string} message what went wrong and what to do next
   * @param {{ exitCode?: number, cause?: unknown }} [options]
   */
  constructor(message, { exitCode = 1, cause } = {}) {
    super(message, { cause });
    this.name = 'Problem';
    this.exitCode = exitCode;
  }
}

/**
 * Runs a command's main function, prints a {@link Problem} as a sentence, and sets the exit code.
 *
 * @param {() => Promise<number | void>} main resolves to the exit code; nothing means 0
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (error instanceof Problem) {
      console.error(`\n${error.message}`);
      process.exitCode = error.exitCode;
    } else {
      console.error(error);
      process.exitCode = 1;
    }
  }
}
