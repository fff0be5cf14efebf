import { beforeEach, describe, expect, it } from 'vitest';
import type { Role, Staff } from '../../src-shared/catalogue/catalogue.ts';
import { figureKey, WHOLE } from '../../src-shared/reports/figure-key.ts';
import { ReportMonth } from '../../src-shared/reports/report-month.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { StaffId } from '../../src-shared/util/ids.ts';
import { departmentsOffered } from './departments-offered.ts';
import { askReport, openFigure, openReportsFor, useReportsStore } from './reports-store.ts';

const OCTOBER = ReportMonth.parse('2026-10');
const person = (id: string, role: Role, departmentCodes: string[] = []): Staff => ({ id: StaffId.parse(id), name: id, title: '', roles: [role], departmentCodes, email: '', isSuperUser: false, isPerson: true, isActive: true });
const boss = person('boss', 'cityManager');
const head = person('head', 'departmentHead', ['WATER']);
const state = () => useReportsStore.getState();

beforeEach(() => useReportsStore.setState({ ownerId: null }));

describe('which departments can be asked for', () => {
  it.each([
    ['all by whoever has the whole city', boss, ['STREETS', 'WATER', 'HR']],
    ['their own by a head of several', person('two', 'departmentHead', ['WATER', 'HR']), ['WATER', 'HR']],
    ['none by a head of one, whose report is of it anyway', head, []],
    ['none by an agent', person('ana', 'agent'), []],
  ])('%s', (_name, staff, codes) => {
    expect(departmentsOffered(staff, SMALL_CITY)).toEqual(codes);
  });
});

describe('a link', () => {
  it('opens its month and its department', () => {
    openReportsFor(boss, SMALL_CITY, { month: OCTOBER, departmentCode: 'WATER' });
    expect([state().month, state().departmentCode]).toEqual([OCTOBER, 'WATER']);
  });

  it('to a department the person has no report of opens what they have', () => {
    openReportsFor(head, SMALL_CITY, { month: OCTOBER, departmentCode: 'STREETS' });
    expect([state().month, state().departmentCode]).toEqual([OCTOBER, null]);
  });

  it('opens once: whoever comes back from a case finds the list as it was; the same link again opens it again', () => {
    const route = { month: OCTOBER, departmentCode: null };
    openReportsFor(boss, SMALL_CITY, route);
    openFigure({ month: OCTOBER, measure: 'closed', group: WHOLE }, 'The month in short');
    openReportsFor(boss, SMALL_CITY, route);
    expect(state().figure && figureKey(state().figure!)).toBe('2026-10/closed/all');
    openReportsFor(boss, SMALL_CITY, { ...route });
    expect(state().figure).toBeNull();
  });
});

it('another month or department is shown as counted today, not as sent', () => {
  openReportsFor(boss, SMALL_CITY, { month: OCTOBER });
  askReport({ isKept: true });
  expect(state().isKept).toBe(true);
  askReport({ departmentCode: 'WATER' });
  expect(state().isKept).toBe(false);
});

it('another person begins anew, with the whole of what they may read', () => {
  openReportsFor(boss, SMALL_CITY, { month: OCTOBER, departmentCode: 'WATER' });
  openReportsFor(head, SMALL_CITY, {});
  expect([state().ownerId, state().departmentCode]).toEqual(['head', null]);
});
