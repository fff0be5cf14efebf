import { utcMs } from '../../src-shared/util/time.ts';
import { SCHEMA_LEVELS, newestMigration } from '../db/migrate.ts';
import { StartupError } from '../startup-error.ts';
import type { BackupManifest } from './backup-format.ts';
import { BackupProblem } from './backup-problem.ts';
import { beginNewLife } from './begin-new-life.ts';
import type { BackupCommand } from './command-line.ts';
import { type ExistingDatabase, openExisting } from './open-existing.ts';
import { restore } from './restore.ts';
import { takeBackup, type TakenBackup } from './take-backup.ts';

/** Where a command's sentences go. */
export interface CommandOutput {
  say(sentence: string): void;
  complain(sentence: string): void;
}

/** Carries out a command about backups; returns the exit code. Aborting `signal` gives it up in good order. */
export async function runBackupCommand(command: BackupCommand, signal: AbortSignal, output: CommandOutput): Promise<number> {
  try {
    await run(command, signal, output);
    return 0;
  } catch (error) {
    if (signal.aborted) output.complain('Stopped. Nothing was changed.');
    else if (error instanceof BackupProblem || error instanceof StartupError) output.complain(error.message);
    else output.complain(`The command failed, and nothing was changed. ${error instanceof Error ? error.stack : String(error)}`);
    return 1;
  }
}

const now = () => utcMs(Date.now());

async function run(command: BackupCommand, signal: AbortSignal, output: CommandOutput): Promise<void> {
  if (command.name === 'restore') {
    output.say(`Reading ${command.file} and restoring it beside what is there …`);
    const { manifest, epoch, setAside } = await restore({ ...command, now, signal });
    output.say(`Restored and verified: ${contentsOf(manifest)}, as of ${new Date(manifest.takenAt).toISOString()}.`);
    if (setAside !== null) output.say(`What was there before is kept as ${setAside}. Remove it when you are sure that nothing of it is needed.`);
    output.say(`The server begins its life number ${epoch}. Start it as always: workstations send again by themselves what came after the backup, and everybody signs in anew.`);
    return;
  }
  const database = await openExisting(command);
  try {
    if (command.name === 'backup') await backup(command, database, { signal, output });
    else await newEpoch(database, command.reason, output);
  } finally {
    await database.close();
  }
}

async function backup(command: BackupCommand & { name: 'backup' }, { pool, url }: ExistingDatabase, { signal, output }: { readonly signal: AbortSignal; readonly output: CommandOutput }): Promise<void> {
  const taken = await takeBackup({ pool, url, folder: command.folder, now, signal, isTried: command.isTried });
  output.say(`Backup taken: ${taken.file} (${(taken.sizeBytes / 1e6).toFixed(1)} MB; ${contentsOf(taken.manifest)}).`);
  output.say(provedSentence(taken));
}

function provedSentence({ trial }: TakenBackup): string {
  if (trial === 'restored') return 'It was read back and restored for a trial; every row and every history is as it was.';
  if (trial === 'notAsked') return 'It was read back whole. It was not restored for a trial (--quick).';
  return 'It was read back whole. It was not restored for a trial: the database’s role may not create databases (ALTER ROLE … CREATEDB allows it).';
}

async function newEpoch({ pool }: ExistingDatabase, reason: string, output: CommandOutput): Promise<void> {
  const schema = await newestMigration(pool);
  if (schema !== SCHEMA_LEVELS.at(-1)) {
    throw new BackupProblem('doesNotFit', 'This database is not of this version’s schema. Start this version’s server on it once, stop it, and give the command again; nothing was changed.');
  }
  const { epoch } = await beginNewLife(pool, { at: now(), reason });
  output.say(`The server’s life number ${epoch} has begun. Workstations take everything anew and send again what this database lacks; everybody signs in anew.`);
}

function contentsOf({ tables }: BackupManifest): string {
  return `${tables['case_']?.rows ?? 0} cases with ${tables['audit']?.rows ?? 0} entries of history`;
}
