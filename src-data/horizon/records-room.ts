import { t } from '../../src-shared/language/language.ts';
import { oneDecimal } from '../../src-shared/language/numbers.ts';
import type { RecordsRoom } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { ReadDb } from '../db/database.ts';
import { readHorizon } from './horizon.ts';
import { usedBytes } from './prune-closed.ts';

/** From this share of the bound on it is said. */
const NEAR = 0.9;
const GIGABYTE = 1024 ** 3;

/** How much room the records take, for the Sync screen. */
export function recordsRoom(db: ReadDb): RecordsRoom {
  const { boundBytes, closedSince } = readHorizon(db);
  const used = usedBytes(db);
  const sentence =
    used < boundBytes * NEAR
      ? null
      : t`The records take ${oneDecimal(used / GIGABYTE)} of at most ${oneDecimal(boundBytes / GIGABYTE)} GB. The oldest closed cases will be kept at the server only; they can still be searched while it is in reach.`;
  return { usedBytes: used, boundBytes, closedSince, sentence };
}
