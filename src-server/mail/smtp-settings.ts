import { BlockList, isIP } from 'node:net';

/** How the city's mail server is reached. */
export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /**
   * `implicit`: encrypted from the first byte. `required`: by STARTTLS, else nothing is sent. `whenOffered`: by STARTTLS when the server
   * offers it. `off`: never. Certificates are checked wherever there is one.
   */
  readonly encryption: 'implicit' | 'required' | 'whenOffered' | 'off';
  readonly login: { readonly user: string; readonly password: string } | null;
}

const EXAMPLE = 'smtp://user:password@mail.city.example:587';
const DEFAULT_PORT = { 'smtp:': 587, 'smtps:': 465 } as const;

/**
 * Reads `smtp://user:password@host:port` or `smtps://…`, optionally with `?tls=required` or `?tls=off`; a sentence when it is not one.
 *
 * A password is sent only over an encrypted connection, or to this computer. The sentence repeats nothing of the address: it may hold a password.
 */
export function readSmtpUrl(text: string): SmtpSettings | string {
  const url = parse(text);
  if (url === null) return `The mail server's address must look like ${EXAMPLE}, with special characters of user and password as %40, %3A, %2F.`;
  const { protocol, hostname } = url;
  const user = decode(url.username);
  const password = decode(url.password);
  if (user === null || password === null) return 'The user or password in the mail server’s address has a % that stands for nothing. Write % as %25.';
  if ((user === '') !== (password === '')) return 'The mail server’s address needs both user and password, or neither.';
  const encryption = encryptionOf(url, { isLogin: user !== '' });
  if (encryption === null) return 'The mail server’s address may end in ?tls=required or ?tls=off (not with a password, unless the server is this computer), and in nothing else.';
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  return { host, port: Number(url.port) || DEFAULT_PORT[protocol], encryption, login: user === '' ? null : { user, password } };
}

interface SmtpUrl extends URL {
  readonly protocol: 'smtp:' | 'smtps:';
}

function parse(text: string): SmtpUrl | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isRight = (url.protocol === 'smtp:' || url.protocol === 'smtps:') && url.hostname !== '' && /^\/?$/.test(url.pathname) && url.hash === '';
  return isRight ? (url as SmtpUrl) : null; // safe: its protocol was checked
}

function encryptionOf(url: SmtpUrl, { isLogin }: { readonly isLogin: boolean }): SmtpSettings['encryption'] | null {
  const isHere = isThisComputer(url.hostname);
  if (!['', '?tls=required', '?tls=off'].includes(url.search)) return null;
  if (url.protocol === 'smtps:') return url.search === '?tls=off' ? null : 'implicit';
  if (url.search === '?tls=off') return isLogin && !isHere ? null : 'off';
  return url.search === '?tls=required' || (isLogin && !isHere) ? 'required' : 'whenOffered';
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether a host name of a URL stands for this computer and no other. */
export function isThisComputer(hostname: string): boolean {
  const host = hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  const family = isIP(host);
  return host === 'localhost' || (family !== 0 && loopback.check(host, family === 6 ? 'ipv6' : 'ipv4'));
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
