import type { UtcMs } from '../src-shared/util/time.ts';
import type { ScanCommand } from './blobs/scan-command.ts';
import type { Catalogues } from './catalogue/catalogue-store.ts';
import type { Pool } from './db/pool.ts';
import type { EnrolmentPolicy } from './fleet/enrolment-code.ts';
import type { Log } from './log.ts';
import type { OpenChannel } from './mail/channel.ts';
import type { NumberLeases } from './numbers/leases.ts';

/** Everything the routes need from outside; nothing else in them knows a clock, a folder or a database. */
export interface AppDeps {
  readonly pool: Pool;
  readonly log: Log;
  readonly now: () => UtcMs;
  readonly numbers: NumberLeases;
  readonly catalogues: Catalogues;
  readonly enrolment: EnrolmentPolicy;
  /** Folder with what electron-builder made for a release; may be missing. */
  readonly updatesDir: string;
  /** Age of the oldest backup this server may be restored from; stations keep what they sent for longer. */
  readonly keepBackupsDays: number;
  /** Folder for ready-made records files; made when missing. Left out: none are made, every workstation pulls. */
  readonly snapshotsDir?: string;
  /** The city's virus scanner for attached files; null or missing: none, files are handed out unscanned. */
  readonly scanCommand?: ScanCommand | null;
  /** Where citizens reach this server, for the survey page; null or missing: nowhere. */
  readonly publicUrl?: string | null;
  /** The ways messages take out of this server; none or missing: they wait. */
  readonly messageChannels?: readonly OpenChannel[];
}
