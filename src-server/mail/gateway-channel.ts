import { HOUR_MS, SECOND_MS } from '../../src-shared/util/time.ts';
import { APP_VERSION } from '../util/app-version.ts';
import { codeOf } from '../util/code-of.ts';
import type { Channel, SendVerdict } from './channel.ts';
import { gatewayBody } from './gateway-body.ts';
import type { ClaimedMessage } from './message.ts';

/** The city's gateway for texts and push. */
export interface GatewaySettings {
  readonly url: string;
  /** Sent as a bearer token; null: the gateway wants none. */
  readonly token: string | null;
}

const LANES = 3;
const ANSWER_MS = 60 * SECOND_MS;
/** A gateway that asks for more is asked again all the same. */
const MAX_RETRY_AFTER_MS = HOUR_MS;

/** Texts and push by the city's gateway: docs/message-gateway.md. */
export function gatewayChannel(settings: GatewaySettings): Channel {
  return {
    name: 'gateway',
    methods: ['text', 'push'],
    domain: null,
    lanes: LANES,
    async send(message, signal) {
      try {
        return await post(settings, message, AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]));
      } catch (error) {
        // The gateway knows the message by its id: it may have it, and sending it again makes no second one.
        if (signal.aborted) return { kind: 'closed', code: 'stopped', detail: null, afterMs: 0 };
        return { kind: 'closed', code: 'cannotConnect', detail: networkCode(error) };
      }
    },
  };
}

async function post({ url, token }: GatewaySettings, message: ClaimedMessage, signal: AbortSignal): Promise<SendVerdict> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': message.messageId,
      'user-agent': `Portreeve/${APP_VERSION}`,
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(gatewayBody(message)),
    redirect: 'manual', // the token is for this address and no other
    signal,
  });
  await response.body?.cancel();
  return gatewayVerdict(response.status, response.headers.get('retry-after'), Date.now());
}

/** What follows from the gateway's answer; `retryAfter` is its header, `nowMs` tells how far away a date in it is. */
export function gatewayVerdict(status: number, retryAfter: string | null, nowMs: number): SendVerdict {
  const detail = status;
  if (status >= 200 && status < 300) return { kind: 'sent' };
  switch (status) {
    case 400:
    case 422:
      return { kind: 'giveUp', code: 'messageRefused', detail };
    case 410:
      return { kind: 'giveUp', code: 'recipientRefused', detail };
    case 413:
      return { kind: 'giveUp', code: 'tooLarge', detail };
    case 401:
    case 402:
    case 403:
    case 407:
      return { kind: 'closed', code: 'notAuthenticated', detail };
    case 408:
    case 409:
    case 425:
    case 500:
      return { kind: 'tryLater', code: 'recipientBusy', detail, isInDoubt: false };
    case 429:
    case 502:
    case 503:
    case 504:
      return { kind: 'closed', code: 'serverBusy', detail, ...afterOf(retryAfter, nowMs) };
    default:
      return { kind: 'closed', code: 'gatewayMissing', detail };
  }
}

/** Seconds or a date (RFC 9110, 10.2.3); anything else is passed over. */
function afterOf(retryAfter: string | null, nowMs: number): { readonly afterMs?: number } {
  if (retryAfter === null) return {};
  const waitMs = /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) * SECOND_MS : Date.parse(retryAfter) - nowMs;
  return Number.isFinite(waitMs) ? { afterMs: Math.min(MAX_RETRY_AFTER_MS, Math.max(SECOND_MS, waitMs)) } : {};
}

/** `ECONNREFUSED` out of what fetch wraps it in. */
function networkCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (error.name === 'TimeoutError') return 'ETIMEDOUT';
  return codeOf(error.cause) ?? codeOf(error);
}
