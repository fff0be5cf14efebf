/**
 * A station of protocol version 1, made of today's: it offers version 1 alone, leaves out of its requests what came later, sees
 * nothing of that in the answers, and knows no message that version 1 did not have. It stands in for a build of that day.
 */
import type { Answer, SyncClient } from '../../../src-data/sync/sync-client.ts';

const OLDER = 1;

export function olderClient(client: SyncClient): SyncClient {
  return {
    ...{ push: client.push, history: client.history, listen: client.listen },
    enrol: async (request) => without(await client.enrol({ ...request, certificate: null }), (reply) => ({ ...reply, certificate: null })),
    hello: async (identity, request) =>
      without(await client.hello(identity, { ...request, protos: [OLDER], rev: 0, mark: null }), (reply) => ({ ...reply, keepDays: 35 })),
    async pull(identity, request) {
      const { officeVersion: _office, officeAsks: _asks, ...known } = request;
      const answer = await client.pull(identity, { ...known, rev: 0, mark: null });
      if (answer.kind !== 'ok') return answer;
      return { kind: 'ok', value: { ...answer.value, header: { ...answer.value.header, mark: null } } };
    },
    askRecovery: unknownMessage,
    recover: unknownMessage,
    attention: unknownMessage,
    office: unknownMessage,
    presence: unknownMessage,
  };
}

function without<T>(answer: Answer<T>, strip: (value: T) => T): Answer<T> {
  return answer.kind === 'ok' ? { kind: 'ok', value: strip(answer.value) } : answer;
}

/** Nothing is sent. */
function unknownMessage(): Promise<Answer<never>> {
  return Promise.resolve({ kind: 'busy', retryAfterMs: null });
}
