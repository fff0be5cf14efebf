import { t } from '../../src-shared/language/language.ts';
import { wholeNumber } from '../../src-shared/language/numbers.ts';
import type { CommandType } from '../../src-shared/commands/index.ts';
import type { OfficeCommandType } from '../../src-shared/office/commands/index.ts';
import { OFFICE_COMMAND_LABELS } from '../../src-shared/office/office-words.ts';
import type { NumberLease, SyncStatus } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { DAY_MS, MINUTE_MS, type UtcMs } from '../../src-shared/util/time.ts';
import { durationWords } from '../../src-shared/util/moment.ts';
import { COMMAND_WORDS } from './attention-words.ts';

/** Below this many days of work a clerk should know; the workstation still issues numbers of its own when they have run out. */
const FEW_DAYS = 3;
const FEW_NUMBERS = 25;
const SKEW_WORTH_SAYING_MS = 2 * MINUTE_MS;
const BACKUP_TOO_OLD_MS = 2 * DAY_MS;

const count = (value: number): string => wholeNumber(value);

/** `4 × new case, 2 × note`: what waits, most first. */
export function waitingWords(kinds: SyncStatus['waitingByKind']): string {
  return kinds.map((kind) => `${count(kind.count)} × ${labelOf(kind.type).toLowerCase()}`).join(', ');
}

function labelOf(type: SyncStatus['waitingByKind'][number]['type']): string {
  return type in OFFICE_COMMAND_LABELS ? OFFICE_COMMAND_LABELS[type as OfficeCommandType] : COMMAND_WORDS[type as CommandType]; // safe: checked; every type is one or the other
}

/** How many tracking numbers are in stock, how long they last at this desk's pace, and what happens then. */
export function leaseWords({ left, ownLeft, perDay }: NumberLease): string {
  const stock = perDay === null ? count(left) : perDay < 1 ? t`${count(left)}, for weeks at this desk’s pace` : t`${count(left)}, for ${daysWords(left / perDay)} at this desk’s pace`;
  if (left > 0) return t`${stock}. After that this workstation gives out ${count(ownLeft)} of its own, beginning with 9.`;
  return ownLeft > 0 ? t`0. This workstation gives out numbers of its own, beginning with 9: ${count(ownLeft)} left.` : t`0, and none of its own. Use the numbered paper forms until the server is back.`;
}

function daysWords(days: number): string {
  if (days < 1) return t`less than a day`;
  return days < 2 ? t`about 1 day` : t`about ${count(Math.floor(days))} days`;
}

/** True when somebody should see to it that this workstation reaches its server. */
export function isLeaseLow({ left, perDay }: NumberLease): boolean {
  return left < FEW_NUMBERS || (perDay !== null && left / perDay < FEW_DAYS);
}

/** How right this computer's clock is; `skewMs` above 0: the server's is ahead. */
export function clockWords(skewMs: number | null): string {
  if (skewMs === null) return t`not compared yet`;
  if (Math.abs(skewMs) <= SKEW_WORTH_SAYING_MS) return t`right`;
  const size = durationWords(Math.abs(skewMs));
  return skewMs > 0 ? t`${size} slow` : t`${size} fast`;
}

/** A sentence when the clock is further off than two minutes; null when not. */
export function clockWarning(skewMs: number | null): string | null {
  if (skewMs === null || Math.abs(skewMs) <= SKEW_WORTH_SAYING_MS) return null;
  return t`This computer’s clock is ${clockWords(skewMs)}. What is entered here gets the right time all the same; ask your IT office to set the clock.`;
}

/** A sentence when the server's last backup is older than two days; null when not, or when none is known of. */
export function backupWarning(lastBackupAt: UtcMs | null, now: UtcMs): string | null {
  if (lastBackupAt === null || now - lastBackupAt <= BACKUP_TOO_OLD_MS) return null;
  return t`The server’s last backup is ${durationWords(now - lastBackupAt)} old. Work goes on; tell your IT office.`;
}
