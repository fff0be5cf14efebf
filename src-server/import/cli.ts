/** Entry of `npm run import`: reads the arguments, runs the import, and says how it went. See `cli-arguments.ts`. */
import { HELP, readCommandLine } from './cli-arguments.ts';
import { ImportProblem } from './import-problem.ts';
import { runImport } from './run/run-import.ts';

const EXIT_FAILED = 1;
const EXIT_WRONG_ARGUMENTS = 2;
const EXIT_MAPPING_NEEDED = 3;

const commandLine = readCommandLine(process.argv.slice(2), process.env);
if (commandLine.kind === 'help') {
  process.stdout.write(HELP);
} else if (commandLine.kind === 'wrong') {
  process.stderr.write(`${commandLine.message}\n`);
  process.exitCode = EXIT_WRONG_ARGUMENTS;
} else {
  try {
    const end = await runImport(commandLine.options, { say, progress, stopping: stoppedByPerson() });
    if (end === 'mappingNeeded') process.exitCode = EXIT_MAPPING_NEEDED;
  } catch (error) {
    // Of a bug the stack is shown, which names places in the program, never values from the file.
    process.stderr.write(error instanceof ImportProblem ? `${error.message}\n` : `The import failed. ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = EXIT_FAILED;
  }
}

/** Ctrl+C ends the run in order: the rows under way are finished, copies and half a rejects file go. A second one ends it at once. */
function stoppedByPerson(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return controller.signal;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** On a terminal one line that moves on; elsewhere nothing, so that a log stays readable. */
function progress(done: number, total: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} rows${done >= total ? '\n' : ''}`);
}
