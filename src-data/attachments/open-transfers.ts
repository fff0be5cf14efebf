import { currentSession } from '../session/session.ts';
import type { WriteDb } from '../db/database.ts';
import { countOutbox } from '../outbox/outbox-queries.ts';
import { readSyncState } from '../sync/sync-state.ts';
import type { Transport } from '../sync/transport.ts';
import { createBlobClient, type SignRequest } from './blob-client.ts';
import type { BlobFiles } from './blob-files.ts';
import { retrySoon } from './blob-rows.ts';
import { createTransferLoop, type TransferLoop } from './transfer-loop.ts';
import { createTransferSteps, type StoreLimits } from './transfer-steps.ts';

export interface OpenTransfersOptions {
  readonly db: WriteDb;
  readonly files: BlobFiles;
  readonly transport: Transport;
  readonly sign: SignRequest;
  readonly now: () => number;
  readonly isOnline: () => boolean;
  readonly onFilesChanged: (sha256s: readonly string[]) => void;
  readonly log: (event: string, details?: Readonly<Record<string, unknown>>) => void;
}

export const STORE_LIMITS: StoreLimits = { storeBytes: 2_000_000_000, prefetchBytes: 250_000_000 };

/** Starts sending and fetching files beside the rounds of sync. */
export function openTransfers(options: OpenTransfersOptions): TransferLoop {
  const { db } = options;
  const steps = createTransferSteps({
    ...options,
    client: createBlobClient(options),
    random: Math.random,
    departments: () => currentSession(db).staff?.departmentCodes ?? [],
    limits: STORE_LIMITS,
  });
  const isClear = (): boolean => options.isOnline() && readSyncState(db).station !== null && countOutbox(db).queued === 0;
  const loop = createTransferLoop({ steps, isClear, random: Math.random, log: options.log });
  loop.start();
  return {
    ...loop,
    online() {
      retrySoon(db);
      loop.online();
    },
  };
}
