import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { MINUTE_MS, SECOND_MS } from '../../src-shared/util/time.ts';
import type { SmtpSettings } from './smtp-settings.ts';

/** What the library says of a failure; see `smtp-verdict.ts` for what follows from it. */
export interface SmtpError {
  readonly code?: string | undefined;
  /** What Node or OpenSSL called it: `ECONNREFUSED`, `CERT_HAS_EXPIRED`. */
  readonly originalCode?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly response?: string | undefined;
  readonly command?: string | undefined;
}

/** `notBegun`: the server has seen nothing of the message. `begun`: a part. `whole`: perhaps all of it, with the dot that ends it. */
export type ContentSeen = 'notBegun' | 'begun' | 'whole';

export type SessionOutcome = { readonly ok: true } | { readonly ok: false; readonly error: SmtpError; readonly content: ContentSeen };

export interface Delivery {
  readonly from: string;
  readonly to: string;
  readonly bytes: Buffer;
  readonly signal: AbortSignal;
}

/** Certificates of the city's own authority in tests; in service Node reads NODE_EXTRA_CA_CERTS. */
export interface TrustOptions {
  readonly ca?: string;
}

const CONNECT_MS = 30 * SECOND_MS;
/** RFC 5321, 4.5.3.2.6: whoever waits less than ten minutes for the last answer makes duplicates. */
const SILENCE_MS = 10 * MINUTE_MS;
const QUIT_MS = 5 * SECOND_MS;
export const STOPPED: SmtpError = { code: 'STOPPED' };

/** One connection, one message: connects, encrypts, signs in, sends, quits. Never throws; an abort ends it at once. */
export function deliver(settings: SmtpSettings, { from, to, bytes, signal }: Delivery, trust: TrustOptions = {}): Promise<SessionOutcome> {
  const connection = new SMTPConnection(optionsOf(settings, trust));
  const content = Readable.from([bytes], { objectMode: false });
  return new Promise((resolve) => {
    let isSettled = false;
    const settle = (outcome: SessionOutcome) => {
      if (isSettled) return;
      isSettled = true;
      signal.removeEventListener('abort', onAbort);
      if (outcome.ok) quit(connection);
      else connection.close();
      resolve(outcome);
    };
    const fail = (error: SmtpError) => settle({ ok: false, error, content: seen(content) });
    const onAbort = () => fail(STOPPED);
    if (signal.aborted) return fail(STOPPED);
    signal.addEventListener('abort', onAbort);
    connection.on('error', fail);
    const send = () => connection.send({ from, to, size: bytes.length }, content, (error) => (error ? fail(error) : settle({ ok: true })));
    connection.connect((error) => {
      if (error) return fail(error);
      if (isSettled) return;
      if (settings.login === null || !connection.allowsAuth) return send();
      const { user, password } = settings.login;
      connection.login({ user, pass: password }, (refused) => (refused ? fail(refused) : send()));
    });
  });
}

function optionsOf({ host, port, encryption }: SmtpSettings, { ca }: TrustOptions) {
  return {
    ...{ host, port, secure: encryption === 'implicit', requireTLS: encryption === 'required', ignoreTLS: encryption === 'off' },
    ...{ connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, dnsTimeout: CONNECT_MS, socketTimeout: SILENCE_MS },
    ...(ca === undefined ? {} : { tls: { ca } }),
  };
}

function seen(content: Readable): ContentSeen {
  if (content.readableEnded) return 'whole';
  return content.readableDidRead ? 'begun' : 'notBegun';
}

function quit(connection: SMTPConnection): void {
  connection.quit();
  setTimeout(() => connection.close(), QUIT_MS).unref();
}
