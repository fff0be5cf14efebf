import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportLink } from '../../src-shared/reports/report-link.ts';
import { ReportMonth } from '../../src-shared/reports/report-month.ts';
import { formatTrackingNumber, trackingNumberFromPayload } from '../../src-shared/tracking-number/tracking-number.ts';
import { parseLink } from './parse-link.ts';

const number = trackingNumberFromPayload(482_913_506);

describe('parseLink', () => {
  it.each([
    ['portreeve://call?phone=612-555-0142', '6125550142'],
    ['portreeve://call/?phone=%2B1%20(612)%20555-0142', '+16125550142'],
    ['portreeve://call?phone=+16125550142', '+16125550142'],
    ['PORTREEVE://CALL?phone=311', '311'],
  ])('reads the caller from %s', (link, phone) => {
    expect(parseLink(link)).toEqual({ kind: 'call', phone });
  });

  it.each([`portreeve://case/${number}`, `portreeve://case/${formatTrackingNumber(number)}`, `portreeve://case/${number}/`])(
    'reads the case from %s',
    (link) => {
      expect(parseLink(link)).toEqual({ kind: 'case', trackingNumber: number });
    },
  );

  it('reads the overdue board', () => {
    expect(parseLink('portreeve://overdue')).toEqual({ kind: 'overdue' });
    expect(parseLink('portreeve://overdue/x')).toBeNull();
  });

  it('reads the month of a report, and the department', () => {
    expect(parseLink('portreeve://report/2026-10')).toEqual({ kind: 'report', month: '2026-10', departmentCode: null });
    expect(parseLink('portreeve://report/2026-10/PUBLIC-WORKS/')).toEqual({ kind: 'report', month: '2026-10', departmentCode: 'PUBLIC-WORKS' });
    expect(parseLink(reportLink(ReportMonth.parse('2026-10'), 'WATER'))).toEqual({ kind: 'report', month: '2026-10', departmentCode: 'WATER' });
  });

  it.each([
    'portreeve://report',
    'portreeve://report/2026-13',
    'portreeve://report/october',
    'portreeve://report/2026-10/WATER/x',
    'portreeve://report/2026-10/%2E%2E',
    'portreeve://case/1234567890',
    'portreeve://case/',
    `portreeve://case/${number}/close`,
    'portreeve://call',
    'portreeve://call?phone=12',
    'portreeve://call?phone=1234567890123456',
    'portreeve://call?phone=javascript:alert(1)',
    'portreeve://call/6125550142?phone=6125550142',
    'portreeve://user@call?phone=6125550142',
    'portreeve://call:80?phone=6125550142',
    'portreeve:call?phone=6125550142',
    'https://call?phone=6125550142',
    'portreeve://sign-out',
    `portreeve://call?phone=311${'&x=1'.repeat(200)}`,
    '',
  ])('ignores %.60s', (link) => {
    expect(parseLink(link)).toBeNull();
  });

  it('lets nothing through but digits and one plus, whatever comes in', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webQueryParameters(), fc.webUrl()), (text) => {
        for (const link of [text, `portreeve://call?phone=${text}`, `portreeve://case/${text}`]) {
          const parsed = parseLink(link);
          if (parsed?.kind === 'call') expect(parsed.phone).toMatch(/^\+?\d{3,15}$/);
          if (parsed?.kind === 'case') expect(parsed.trackingNumber).toMatch(/^\d{10}$/);
        }
      }),
    );
  });
});
