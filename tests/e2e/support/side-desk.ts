import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { countOutbox } from '../../../src-data/outbox/outbox-queries.ts';
import { openCase } from '../../../src-data/rpc/commands.ts';
import { stationInfo } from '../../../src-data/rpc/station-info.ts';
import { signIn } from '../../../src-data/session/sign-in.ts';
import { openWorkstation, type Workstation } from '../../../src-data/workstation.ts';
import type { Person } from '../../../src-shared/domain/case.ts';
import { OpenCaseInput } from '../../../src-shared/protocol/data-rpc/command-input.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { DEMO_PASSWORD } from './desk.ts';
import type { RunningServer } from './start-server.ts';

export interface ElsewhereCase {
  readonly serviceCode: string;
  /** Ms since 1970; the promises count from here. */
  readonly receivedAt: number;
  readonly place: string;
  readonly description?: string;
  /** Without it: a phone call of somebody who gave no name. */
  readonly channel?: 'phone' | 'letter';
  readonly requester?: Person;
}

const READY_TIMEOUT_MS = 60_000;

/**
 * Cases that were taken at another desk, without a window, and are at the server when this resolves: for tests that need many, or some
 * that are old. Their numbers, as they are shown.
 */
export async function takeCasesElsewhere(server: RunningServer, wanted: readonly ElsewhereCase[], staffId = 'a.rivera'): Promise<readonly string[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'portreeve-side-desk-'));
  const keys = new Map<string, string>();
  const desk = openWorkstation({
    ...{ dataDir, serverUrl: server.url, stationName: 'Another desk', enrolCode: null, appVersion: '0.0.0-side-desk', now: Date.now, log: () => undefined },
    keys: { load: (station) => Promise.resolve(keys.get(station) ?? null), save: (station, pem) => Promise.resolve(void keys.set(station, pem)) },
  });
  try {
    await expect.poll(() => stationInfo(desk).isReady, { timeout: READY_TIMEOUT_MS }).toBe(true);
    const reply = await signIn({ db: desk.db, checkAtServer: desk.checkPassword, now: desk.now }, staffId, DEMO_PASSWORD);
    if (!reply.ok) throw new Error(`${staffId} was not signed in: ${reply.sentence}`);
    const numbers = wanted.map((one) => take(desk, one));
    desk.nudgeSync();
    await expect.poll(() => countOutbox(desk.db).queued, { timeout: READY_TIMEOUT_MS }).toBe(0);
    return numbers;
  } finally {
    await desk.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function take(desk: Workstation, { serviceCode, receivedAt, place, description = '', channel = 'phone', requester }: ElsewhereCase): string {
  const fields = {
    ...{ kind: 'serviceRequest', nature: 'action', channel, serviceCode, description, location: { text: place, unit: '', point: null } },
    ...{ requester: requester ?? null, onBehalfOf: null, answers: {}, receivedAt, isMajorRepair: false, departmentCode: null, assigneeId: null, isSealed: false, answeredNow: null },
  };
  const reply = openCase(desk, OpenCaseInput.parse({ commandId: randomUUID(), caseId: randomUUID(), draftId: null, fields }));
  if (!reply.ok) throw new Error(`the case was refused: ${reply.sentence}`);
  return formatTrackingNumber(reply.trackingNumber);
}
