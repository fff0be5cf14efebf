import { text } from 'node:stream/consumers';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerError, type SMTPServerOptions } from 'smtp-server';

/** A mail as a mail server took it. */
export interface TakenMail {
  readonly to: string;
  readonly from: string;
  /** Headers and body, with CRLF. */
  readonly raw: string;
  /** Without angle brackets. */
  readonly messageId: string;
  readonly isEncrypted: boolean;
  readonly user: string | null;
}

/** What it answers instead of taking the mail: `450 4.7.1 Greylisted`. */
export type Answer = string | null | undefined | void;

export interface MailServerOptions {
  /** Asked at each RCPT TO. */
  readonly onRecipient?: (address: string) => Answer;
  /** Asked at MAIL FROM. */
  readonly onSender?: (address: string) => Answer;
  /** Asked when a mail has come whole, before it is confirmed; it is in `taken` already when this begins. */
  readonly onMail?: (mail: TakenMail) => Answer | Promise<Answer>;
  /** Given: STARTTLS is offered, or, with `isImplicit`, TLS from the first byte. */
  readonly tls?: { readonly key: string; readonly cert: string; readonly isImplicit?: boolean };
  /** Given: nobody sends without it. */
  readonly login?: { readonly user: string; readonly password: string };
  readonly sizeBytes?: number;
  readonly port?: number;
}

/** A real mail server on this computer, for tests. */
export interface MailServer {
  readonly port: number;
  /** Every mail that came whole, confirmed or not, in order. */
  readonly taken: TakenMail[];
  /** Connections that were made to it. */
  readonly connections: number;
  /** Ends every connection without a word, as a computer does that loses its power. */
  cut(): void;
  stop(): Promise<void>;
}

/** Starts one on any free port. */
export async function startMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const taken: TakenMail[] = [];
  let connections = 0;
  const server = new SMTPServer({
    ...connectionOptions(options),
    onConnect: (_session, done) => {
      connections += 1;
      done();
    },
    onAuth: ({ username, password }, _session, done) => {
      const isRight = username === options.login?.user && password === options.login?.password;
      done(isRight ? null : refusal('535 5.7.8 Who are you?'), isRight ? { user: username } : undefined);
    },
    onMailFrom: ({ address }, _session, done) => answer(done, options.onSender?.(address)),
    onRcptTo: ({ address }, _session, done) => answer(done, options.onRecipient?.(address)),
    onData: async (stream, session, done) => {
      const raw = await text(stream);
      const messageId = /^Message-ID: <(.+)>\r$/m.exec(raw)?.[1] ?? '';
      const { mailFrom, rcptTo } = session.envelope;
      const user = typeof session.user === 'string' ? session.user : null;
      const mail = { raw, messageId, user, to: rcptTo.map(({ address }) => address).join(), from: mailFrom === false ? '' : mailFrom.address, isEncrypted: session.secure };
      taken.push(mail);
      answer(done, await options.onMail?.(mail));
    },
  });
  server.on('error', () => undefined); // connections that tests cut
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => void server.listen(options.port ?? 0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port, // safe: it listens on TCP
    taken,
    get connections() {
      return connections;
    },
    cut: () => sockets.forEach((socket) => socket.destroy()),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

function connectionOptions({ tls, login, sizeBytes }: MailServerOptions): SMTPServerOptions {
  const disabledCommands = [...(tls === undefined ? ['STARTTLS'] : []), ...(login === undefined ? ['AUTH'] : [])];
  return {
    ...{ authOptional: login === undefined, disabledCommands, disableReverseLookup: true, closeTimeout: 100, logger: false },
    ...(tls === undefined ? {} : { key: tls.key, cert: tls.cert, secure: tls.isImplicit === true }),
    ...(sizeBytes === undefined ? {} : { size: sizeBytes }),
  };
}

function answer(done: (error?: Error | null) => void, said: Answer): void {
  if (typeof said === 'string') done(refusal(said));
  else done();
}

function refusal(said: string): SMTPServerError {
  return Object.assign(new Error(said.slice(4)), { responseCode: Number(said.slice(0, 3)) });
}
