import { expect, it } from 'vitest';
import type { CaseRow } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { SMALL_CITY } from '../../../src-shared/testing/small-city.ts';
import { exportWriter } from './export-lines.ts';

const ROW = {
  ...{ caseId: 'x', trackingNumber: '4829135067', state: 'new', kind: 'inquiry', channel: 'phone', serviceCode: 'POTHOLE', departmentCode: 'STREETS', assigneeId: null, requesterName: '=HYPERLINK("x")', locationText: '1 Elm, Apt 2', summary: 'Says "hole"' },
  ...{ receivedAt: Date.UTC(2026, 9, 2, 20, 10), respondBy: null, respondedAt: null, closedAt: null, dueAt: null, dueClock: null, lateCount: 0, isSealed: false, isMajorRepair: false, coReporterCount: 0, syncState: 'confirmed' },
} as unknown as CaseRow; // safe: every field of a row
const sealed = { ...ROW, isSealed: true };

it('writes the chosen columns, and nothing a spreadsheet would calculate; sealed cases stay out', () => {
  const { begin, lines, end } = exportWriter('csv', ['case', 'citizen', 'place', 'received'], SMALL_CITY);
  const text = `${begin}${lines([ROW, sealed])}${end}`;
  expect(text).toBe(`\uFEFFTracking number,State,Citizen,Location,Received\r\n48-2913-5067,New,"'=HYPERLINK(""x"")","1 Elm, Apt 2",2026-10-02 16:10\r\n`);
});

it('is JSON over any number of pages', () => {
  const { begin, lines, end } = exportWriter('json', null, SMALL_CITY);
  const parsed: unknown = JSON.parse(`${begin}${lines([ROW])}${lines([sealed])}${lines([ROW])}${end}`);
  expect(parsed).toMatchObject([{ trackingNumber: '48-2913-5067', description: 'Says "hole"' }, { state: 'New' }]);
  expect(JSON.parse(`${begin}${exportWriter('json', null, SMALL_CITY).lines([])}${end}`)).toEqual([]);
});
