/** A workstation's records for tests: real SQLite in a temporary folder, enrolled, with numbers and the small city. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import type { CommandType } from '../../src-shared/commands/index.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { type TrackingNumber, trackingNumberFromPayload } from '../../src-shared/tracking-number/tracking-number.ts';
import { must } from '../../src-shared/util/assert.ts';
import { CaseId, CommandId } from '../../src-shared/util/ids.ts';
import { saveCatalogue } from '../cases/catalogue.ts';
import { closeDatabase, openDatabase, type WriteDb } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { addNumbers } from '../outbox/number-pool.ts';
import { type CommandRequest, runCommand, type RunOutcome } from '../outbox/run-command.ts';
import { updateSyncState } from '../sync/sync-state.ts';

export const STATION = 'st-0000000000aa';
export const NOW = 1_795_000_000_000;

export interface Desk {
  readonly db: WriteDb;
  readonly path: string;
  give(request: Partial<CommandRequest> & { readonly type: CommandType; readonly args: Record<string, unknown> }, userId?: string): RunOutcome;
  close(): void;
}

/** `numbers` leased numbers are in stock. The folder goes with `close`. */
export function openDesk(numbers = 20): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'portreeve-desk-'));
  const path = join(folder, 'records.sqlite');
  const db = openDatabase(path);
  migrate(db);
  db.transaction(() => {
    updateSyncState(db, { station: STATION, enrolment: 7, epoch: 1 });
    saveCatalogue(db, SMALL_CITY);
    addNumbers(db, leasedNumbers(numbers));
  });
  let clock = NOW;
  return {
    db,
    path,
    give(request, userId = 'agent') {
      clock += 1_000;
      const actor = must(findStaff(SMALL_CITY, userId), `${userId} is in the small city`);
      const takesNumber = request.type === 'case.open' || request.type === 'case.addCoReporter';
      const ids = { commandId: CommandId.parse(randomUUID()), caseId: CaseId.parse(randomUUID()) };
      return runCommand(db, { ...ids, takesNumber, ...request }, { actor, catalogue: SMALL_CITY, now: () => clock });
    },
    close() {
      closeDatabase(db);
      rmSync(folder, { recursive: true });
    },
  };
}

export function leasedNumbers(count: number, from = 123_456_000): readonly TrackingNumber[] {
  return Array.from({ length: count }, (_, index) => trackingNumberFromPayload(from + index));
}

/** Arguments of `case.open` without number; a question answered later, so that nothing is required. */
export function openArgs(more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    kind: 'serviceRequest',
    nature: 'action',
    channel: 'phone',
    serviceCode: 'QUESTION',
    description: 'A large hole',
    location: { text: '5 Elm Street', unit: '', point: null },
    requester: citizen(),
    onBehalfOf: null,
    answers: {},
    receivedAt: NOW,
    isMajorRepair: false,
    departmentCode: null,
    assigneeId: null,
    isSealed: false,
    source: null,
    answeredNow: null,
    ...more,
  };
}

export function citizen(more: Record<string, unknown> = {}): Record<string, unknown> {
  return { name: 'Ana Núñez', phone: '(561) 555-0142', email: 'ana@example.com', address: '9 Oak Avenue', language: 'es', preference: 'phone', needs: '', ...more };
}
