import { utcMs } from '../../src-shared/util/time.ts';
import { BackupProblem } from '../backup/backup-problem.ts';
import { openExisting } from '../backup/open-existing.ts';
import type { CommandOutput } from '../backup/run-command.ts';
import { StartupError } from '../startup-error.ts';
import { carryOut, StationsProblem, stationWords } from './stations-command.ts';
import type { StationsWish } from './stations-command-line.ts';

/** Carries out a command about workstations; returns the exit code. */
export async function runStationsCommand(wish: StationsWish, output: CommandOutput): Promise<number> {
  try {
    const database = await openExisting(wish);
    try {
      for (const line of await carryOut(database.pool, wish, () => utcMs(Date.now()))) output.say(stationWords(line));
    } finally {
      await database.close();
    }
    return 0;
  } catch (error) {
    const isExpected = error instanceof StationsProblem || error instanceof BackupProblem || error instanceof StartupError;
    output.complain(isExpected ? error.message : `The command failed, and nothing was changed. ${error instanceof Error ? error.stack : String(error)}`);
    return 1;
  }
}
