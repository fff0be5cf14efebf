import type { DataToMain, MainToData, SecretReply } from '../src-shared/protocol/data-process.ts';
import { SECOND_MS } from '../src-shared/util/time.ts';
import type { KeyStore } from './sync/station-keys.ts';

const ANSWER_TIMEOUT_MS = 10 * SECOND_MS;

export interface MainKeyStore {
  readonly store: KeyStore;
  /** Takes main's answer to one of our questions. */
  receive(message: Extract<MainToData, { type: 'secret.result' }>): void;
}

/** Keeps private keys with main, which has the system's keyring. Each is asked for once a start, then remembered. */
export function createMainKeyStore(post: (message: DataToMain) => void): MainKeyStore {
  const waiting = new Map<number, (reply: SecretReply) => void>();
  let lastId = 0;
  const known = new Map<string, string>();
  const nameOf = (station: string): string => `station-key-${station}`;

  function ask(makeMessage: (id: number) => DataToMain): Promise<SecretReply> {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('The main process does not answer about the workstation key')), ANSWER_TIMEOUT_MS);
      waiting.set(id, (reply) => {
        clearTimeout(timer);
        resolve(reply);
      });
      post(makeMessage(id));
    });
  }

  return {
    store: {
      async load(station) {
        const kept = known.get(station);
        if (kept !== undefined) return kept;
        const reply = await ask((id) => ({ type: 'secret.get', id, name: nameOf(station) }));
        if (reply.outcome === 'failed' && reply.reason === 'locked') throw new Error(reply.message);
        if (reply.outcome !== 'found') return null;
        known.set(station, reply.value);
        return reply.value;
      },
      async save(station, privateKeyPem) {
        const reply = await ask((id) => ({ type: 'secret.set', id, name: nameOf(station), value: privateKeyPem }));
        if (reply.outcome !== 'stored') throw new Error(reply.outcome === 'failed' ? reply.message : 'The workstation key could not be kept');
        known.set(station, privateKeyPem);
      },
    },
    receive(message) {
      waiting.get(message.id)?.(message.reply);
      waiting.delete(message.id);
    },
  };
}
