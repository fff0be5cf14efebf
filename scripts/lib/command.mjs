import { helpText, readArguments } from './arguments.mjs';
import { runMain } from './problem.mjs';

/**
 * Runs one of the project's commands: reads its arguments, answers --help, prints problems as sentences, sets the exit code.
 *
 * @param {import('./arguments.mjs').Usage} usage
 * @param {(given: Exclude<ReturnType<typeof readArguments>, 'help'>) => Promise<number | void>} main resolves to the exit code
 */
export function command(usage, main) {
  return runMain(async () => {
    const given = readArguments(usage, process.argv.slice(2));
    if (given === 'help') return void process.stdout.write(helpText(usage));
    return main(given);
  });
}
