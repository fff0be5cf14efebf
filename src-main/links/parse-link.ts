import type { DesktopLink } from '../../src-shared/protocol/desktop-api.ts';
import { ReportMonth } from '../../src-shared/reports/report-month.ts';
import { parseTrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { Code } from '../../src-shared/util/ids.ts';

const LONGEST_LINK = 500;

/**
 * Reads a `portreeve://` link: `portreeve://call?phone=612-555-0142`, `portreeve://case/48-2913-5067`,
 * `portreeve://overdue`, `portreeve://report/2026-10` or `portreeve://report/2026-10/WATER`.
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
  if (kind === 'report') return parseReport(url);
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

function parseReport(url: URL): DesktopLink | null {
  const [, month, department = '', ...more] = url.pathname.split('/');
  const [asked, of] = [ReportMonth.safeParse(month), Code.nullable().safeParse(department === '' ? null : department)];
  return asked.success && of.success && more.every((part) => part === '') ? { kind: 'report', month: asked.data, departmentCode: of.data } : null;
}

function isRoot(pathname: string): boolean {
  return pathname === '' || pathname === '/';
}
