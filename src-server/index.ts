/** Entry of the server process: `node src-server/index.ts --data DIR`. See `cli.ts` for all it takes. */
import { mkdirSync } from 'node:fs';
import { readBackupCommandLine } from './backup/command-line.ts';
import { runBackupCommand } from './backup/run-command.ts';
import { runStationsCommand } from './fleet/run-stations-command.ts';
import { readStationsCommandLine } from './fleet/stations-command-line.ts';
import { HELP, readCommandLine, type ServerOptions } from './cli.ts';
import { type Log, openLog, safeError } from './log.ts';
import { type RunningServer, startServer } from './server.ts';
import { StartupError } from './startup-error.ts';

const EXIT_WRONG_ARGUMENTS = 2;
const EXIT_GRACE_MS = 2_000;
/** A stop that hangs (a disk that is gone) must not leave a server that answers nobody. */
const STOP_DEADLINE_MS = 30_000;

// Folders made here must let the database's account through, whatever the operator's shell says; what is secret has a mode of its own.
process.umask(0o022);

// Whoever read our output may be gone before us. Without these a line about it would fail in its turn, and so on for ever.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const args = process.argv.slice(2);
const backupLine = readBackupCommandLine(args, process.env);
const stationsLine = readStationsCommandLine(args, process.env);
const commandLine = backupLine ?? stationsLine ?? readCommandLine(args, process.env);
const output = {
  say: (sentence: string) => process.stdout.write(`${sentence}\n`),
  complain: (sentence: string) => process.stderr.write(`${sentence}\n`),
};
if (commandLine.kind === 'help') {
  process.stdout.write('text' in commandLine && typeof commandLine.text === 'string' ? commandLine.text : HELP);
} else if (commandLine.kind === 'wrong') {
  process.stderr.write(`${commandLine.message}\n`);
  process.exitCode = EXIT_WRONG_ARGUMENTS;
} else if ('command' in commandLine) {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort());
  process.exitCode = await runBackupCommand(commandLine.command, stopping.signal, output);
} else if ('stations' in commandLine) {
  process.exitCode = await runStationsCommand(commandLine.stations, output);
} else {
  await run(commandLine.options);
}

async function run(options: ServerOptions): Promise<void> {
  let log: Log;
  try {
    mkdirSync(options.dataDir, { recursive: true });
    log = openLog(options.dataDir);
  } catch {
    return giveUp(`The data folder ${options.dataDir} cannot be made or written. Choose another with --data, or give this account the right to it.`);
  }
  const starting = startServer(options, log);
  stopOnSignals(starting, log);
  try {
    const server = await starting;
    announce(server, options);
  } catch (error) {
    // Before it is ready the server has seen no citizen's text: a bug's own words may be shown.
    giveUp(error instanceof StartupError ? error.message : `The server failed to start. ${error instanceof Error ? error.stack : String(error)}`);
  }
}

function announce(server: RunningServer, options: ServerOptions): void {
  process.stderr.write(`Workstations on ${options.enrolCode === null ? 'other computers' : 'any computer'} enrol with the code ${server.enrolCode}\n`);
  process.stdout.write(`${JSON.stringify({ ready: true, url: server.url, dataDir: options.dataDir })}\n`);
}

function giveUp(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

/** One signal stops everything in order, also during start-up; a second one while stopping changes nothing. */
function stopOnSignals(starting: Promise<RunningServer>, log: Log): void {
  let isStopping = false;
  const stop = async (exitCode: number) => {
    if (isStopping) return;
    isStopping = true;
    process.exitCode = exitCode;
    setTimeout(() => process.exit(), STOP_DEADLINE_MS).unref();
    const server = await starting.catch(() => null);
    await server?.stop();
    log.info('server stopped');
    // Nothing holds the process any more; should something do so after all, it is not worth waiting for.
    setTimeout(() => process.exit(), EXIT_GRACE_MS).unref();
  };
  process.on('SIGINT', () => void stop(0));
  process.on('SIGTERM', () => void stop(0));
  process.on('uncaughtException', (error) => {
    log.fatal({ error: safeError(error) }, 'server failed');
    void stop(1);
  });
}
