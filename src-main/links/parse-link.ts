import type { DesktopLink } from '../../src-shared/protocol/desktop-api.ts';
import { parseTrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';

const LONGEST_LINK = 500;

/**
 * Reads a `portreeve://` link: `portreeve://call?phone=612-555-0142`, `portreeve://case/48-2913-5067` or
 * `portreeve://overdue`.
 *
 * Links come from outside (a phone system, a mail): anything that is not exactly one of these is null. A phone keeps its digits
 * and a leading `+`; 3 to 15 digits, as internal extensions and E.164 have them.
 */
export function parseLink(text: string): DesktopLink | null {
  if (text.length > LONGEST_LINK || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'portreeve:' || url.username !== '' || url.port !== '') return null;
  const kind = url.hostname.toLowerCase();
  if (kind === 'call') return parseCall(url);
  if (kind === 'case') return parseCase(url);
  if (kind === 'overdue' && isRoot(url.pathname)) return { kind: 'overdue' };
  return null;
}

function parseCall(url: URL): DesktopLink | null {
  // A plus in a query means a space to URLSearchParams, but phone systems rarely encode the one of +1 612….
  const given = url.searchParams.get('phone')?.replace(/^ (?=\d)/, '+') ?? '';
  const isPhone = /^\+?[\d\s().-]+$/.test(given);
  const digits = given.replace(/\D/g, '');
  if (!isPhone || digits.length < 3 || digits.length > 15 || !isRoot(url.pathname)) return null;
  return { kind: 'call', phone: (given.startsWith('+') ? '+' : '') + digits };
}

function parseCase(url: URL): DesktopLink | null {
  const [, text = '', ...more] = url.pathname.split('/');
  if (more.some((part) => part !== '') || !/^[\d-]+$/.test(text)) return null;
  const parsed = parseTrackingNumber(text);
  return parsed.ok ? { kind: 'case', trackingNumber: parsed.number } : null;
}

function isRoot(pathname: string): boolean {
  return pathname === '' || pathname === '/';
}
