import { codeOf } from '../util/code-of.ts';

/**
 * A backup or a restore cannot be done for a reason an operator can mend.
 *
 * `message` is a plain sentence that says what is wrong and what to do next; the command prints it without a stack. `code`
 * is for programs and for the log, which takes no file names.
 */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem';
  readonly kind = 'operator';
  readonly code: BackupProblemCode;

  constructor(code: BackupProblemCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/**
 * `notABackup`: another kind of file; `damaged`: cut off or changed since it was written; `tooNew`: written by a newer version;
 * `doesNotFit`: its tables are not those of its schema; `noRoom`, `notWritable`: the target; `noDatabase`: nothing to back up;
 * `inUse`: a server or another backup is at work; `trialFailed`: restored for a trial it was not what had been written;
 * `notAnswering`: a server runs, and its database does not come back; `stopped`: the server was stopped meanwhile.
 */
export type BackupProblemCode =
  | 'notABackup'
  | 'damaged'
  | 'tooNew'
  | 'doesNotFit'
  | 'noRoom'
  | 'notWritable'
  | 'notReadable'
  | 'noDatabase'
  | 'inUse'
  | 'trialFailed'
  | 'notAnswering'
  | 'stopped';

/** Of the file system, and PostgreSQL's own. */
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', '53100']);
const NOT_WRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'EIO', 'ENODEV', 'ESTALE']);

/** An error of the file system while writing below `folder`, said in words; any other comes back as it is. */
export function writeProblem(error: unknown, folder: string): unknown {
  const code = codeOf(error);
  if (code !== null && NOT_WRITABLE.has(code)) {
    return new BackupProblem('notWritable', `The folder ${folder} cannot be made or written (${code}). Give this account the right to it, or choose another one.`, { cause: error });
  }
  return roomProblem(error, folder);
}

/** The same for a full disk only. */
export function roomProblem(error: unknown, folder: string): unknown {
  const code = codeOf(error);
  if (code === null || !NO_ROOM.has(code)) return error;
  return new BackupProblem('noRoom', `There is not enough room in ${folder} (${code}). Make room, or choose another folder; nothing half-written was kept.`, { cause: error });
}
