/**
 * Who has which case open: this desk says so while a case is shown, and hears it of others over the event stream. Kept in
 * memory only; with the line to the server gone nobody is shown, and nothing waits or fails.
 */
import { PRESENCE_HEARTBEAT_MS, PresenceEvent, type PresenceRequest } from '../../src-shared/protocol/presence.ts';
import type { PresentColleague } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { type CaseId, StationId } from '../../src-shared/util/ids.ts';
import type { Identity, SyncClient } from './sync-client.ts';
import type { ServerEvent } from './sse.ts';

export interface Presence {
  /** This desk shows a case, or none any more. */
  look(caseId: CaseId | null): void;
  /** The person at the keyboard is another one, or nobody. */
  personChanged(): void;
  /** An event of the stream; null: the stream has ended. */
  take(event: ServerEvent | null): void;
  colleagues(): readonly PresentColleague[];
  stop(): void;
}

export interface PresenceOptions {
  readonly client: Pick<SyncClient, 'presence'>;
  /** Null before this workstation is somebody to the server. */
  readonly identity: () => Identity | null;
  readonly isOnline: () => boolean;
  /** Who is signed in; null: nobody. */
  readonly staffId: () => PresenceRequest['staffId'] | null;
  /** Calls back later; returns how not to. */
  readonly after: (delayMs: number, work: () => void) => () => void;
  readonly onChange: () => void;
}

/** Going through cases with the arrow keys says only where one stays. */
const SETTLE_MS = 300;

export function createPresence({ client, identity, isOnline, staffId, after, onChange }: PresenceOptions): Presence {
  const others = new Map<string, PresentColleague>();
  let shown: CaseId | null = null;
  /** What the server was last told, and in whose name; null: nothing, or no longer. */
  let told: { readonly staffId: PresenceRequest['staffId'] } | null = null;
  let cancel: () => void = () => undefined;

  function say(): void {
    cancel();
    const [self, person] = [identity(), staffId()];
    const caseId = person === null ? null : shown;
    const name = person ?? told?.staffId ?? null;
    if (self !== null && name !== null && isOnline() && (caseId !== null || told !== null)) {
      told = caseId === null ? null : { staffId: name };
      // A word that gets lost is said again with the next heartbeat, or forgotten by the server after a minute.
      client.presence(self, { station: StationId.parse(self.station), staffId: name, caseId }).catch(() => undefined);
    }
    if (caseId !== null) cancel = after(PRESENCE_HEARTBEAT_MS, say);
  }

  function soon(): void {
    cancel();
    cancel = after(SETTLE_MS, say);
  }

  return {
    look(caseId) {
      if (caseId === shown) return;
      shown = caseId;
      soon();
    },
    personChanged: soon,
    take(event) {
      if (event === null) {
        if (others.size === 0) return;
        others.clear();
        return onChange();
      }
      const word = readWord(event);
      if (word === null) return;
      const { station, caseId, ...who } = word;
      if (caseId === null) others.delete(station);
      else others.set(station, { caseId, ...who });
      onChange();
    },
    colleagues: () => [...others.values()],
    stop: () => cancel(),
  };
}

/** Null for any other event, and for one this version does not understand. */
function readWord({ event, data }: ServerEvent): PresenceEvent | null {
  if (event !== 'presence') return null;
  try {
    return PresenceEvent.parse(JSON.parse(data));
  } catch {
    return null;
  }
}
