import { MAX_PUSH_BYTES } from '../../src-shared/protocol/push.ts';
import { MAX_RECOVER_ASKED } from '../../src-shared/protocol/recover.ts';
import { CaseId, CommandId, StationId } from '../../src-shared/util/ids.ts';
import type { WriteDb } from '../db/database.ts';
import { forgetLost, lostDocuments, someLostCases } from './lost-cases.ts';
import type { Identity, SyncClient } from './sync-client.ts';
import { readSyncState } from './sync-state.ts';

/**
 * Asks the server which of the lost cases it wants and sends those, until none is left. Whatever does not work is tried again
 * after the next round: this never holds up the queue. Returns how many were recovered by it.
 */
export async function offerLostCases(db: WriteDb, client: Pick<SyncClient, 'askRecovery' | 'recover'>, self: Identity): Promise<number> {
  const station = StationId.parse(self.station);
  let recovered = 0;
  for (;;) {
    const lost = someLostCases(db, MAX_RECOVER_ASKED);
    if (lost.length === 0) return recovered;
    const { epoch } = readSyncState(db);
    const asked = lost.map(({ caseId, commands }) => ({ caseId: CaseId.parse(caseId), commands: commands.map((uid) => CommandId.parse(uid)) }));
    const answer = await client.askRecovery(self, { station, epoch, lost: asked });
    if (answer.kind !== 'ok') return recovered;
    const wanted = new Set<string>(answer.value.wanted);
    forgetLost(db, lost.flatMap(({ caseId }) => (wanted.has(caseId) ? [] : [caseId])));
    for (let left = [...wanted]; left.length > 0; ) {
      const cases = lostDocuments(db, left, MAX_PUSH_BYTES / 2);
      if (cases.length === 0) return recovered;
      const reply = await client.recover(self, { station, epoch, cases: [...cases] });
      if (reply.kind !== 'ok') return recovered;
      recovered += reply.value.outcomes.filter(({ outcome }) => outcome === 'recovered').length;
      const done = new Set(cases.map(({ id }) => String(id)));
      forgetLost(db, [...done]);
      left = left.filter((caseId) => !done.has(caseId));
    }
  }
}
