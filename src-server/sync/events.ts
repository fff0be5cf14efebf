import type { ServerResponse } from 'node:http';
import type { Poke } from '../../src-shared/protocol/pull.ts';
import type { RevisionWatch } from '../feed/revision-watch.ts';

/** Proxies and firewalls close what is silent for a minute or so. */
const HEARTBEAT_MS = 25_000;
/** Beyond so many listeners pokes are spread, or all would pull in the same instant; the more listeners, the wider. */
const SPREAD_FROM_LISTENERS = 200;
const SPREAD_MS_EACH = 10;

/** Sends one more event on an open stream; nothing once it is closed. */
export type SendEvent = (event: 'presence' | 'attention', data: unknown) => void;

/** The open event streams of this server. */
export interface EventStreams {
  /** Takes over a response and pokes it until it is closed; the first poke comes at once and says where the record stands now. */
  open(response: ServerResponse, clock: Poke): SendEvent;
  closeAll(): void;
}

/**
 * Server-sent events that say only "revision r is there": content-less hints, which may be lost without harm.
 */
export function eventStreams(watch: RevisionWatch): EventStreams {
  const streams = new Set<ServerResponse>();
  return {
    open(response, clock) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
      sendPoke(response, clock);
      streams.add(response);
      const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
      let waiting: Poke | null = null;
      const unsubscribe = watch.subscribe((next) => {
        // One poke at a time is on its way to each: it tells of everything until it leaves.
        if (waiting === null) {
          const delayMs = streams.size > SPREAD_FROM_LISTENERS ? Math.random() * streams.size * SPREAD_MS_EACH : 0;
          setTimeout(() => {
            if (waiting !== null) sendPoke(response, waiting);
            waiting = null;
          }, delayMs);
        }
        waiting = next;
      });
      response.once('close', () => {
        clearInterval(heartbeat);
        unsubscribe();
        streams.delete(response);
      });
      return (event, data) => sendEvent(response, event, data);
    },
    closeAll() {
      for (const response of streams) response.end();
    },
  };
}

function sendPoke(response: ServerResponse, { epoch, rev }: Poke): void {
  sendEvent(response, 'poke', { epoch, rev });
}

function sendEvent(response: ServerResponse, event: string, data: unknown): void {
  if (!response.writableEnded) response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}
