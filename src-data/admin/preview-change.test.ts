import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { changesBetween } from '../../src-shared/catalogue/changes-between.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { must } from '../../src-shared/util/assert.ts';
import { DAY_MS, utcMs } from '../../src-shared/util/time.ts';
import { type Desk, NOW, openArgs, openDesk } from '../testing/desk.ts';
import { previewChange } from './preview-change.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.close());

const open = (more: Record<string, unknown> = {}, userId = 'agent') => must(desk.give({ type: 'case.open', args: openArgs(more), takesNumber: true }, userId).ok || null, 'the case is taken');
const after = (change: Record<string, unknown>) => Catalogue.parse({ ...SMALL_CITY, version: 2, ...change });
const preview = (next: Catalogue) => previewChange(desk.db, { before: SMALL_CITY, after: next, changes: changesBetween(SMALL_CITY, next), asOf: utcMs(NOW + DAY_MS) });
const serviceOther = (code: string, more: Record<string, unknown>) => after({ services: SMALL_CITY.services.map((service) => (service.code === code ? { ...service, ...more } : service)) });
const staffOther = (id: string, more: Record<string, unknown>) => after({ staff: SMALL_CITY.staff.map((member) => (member.id === id ? { ...member, ...more } : member)) });

describe('due dates', () => {
  const [policy] = SMALL_CITY.policies;
  const slower = after({ policies: [{ ...policy, respond: [{ unit: 'businessDays', amount: 3, source: 'New' }] }] });

  it('that would differ are counted with where they would go, and nothing is said to move', async () => {
    open();
    open({ channel: 'letter' });
    const { dueDates, sentences } = await preview(slower);
    expect(dueDates).toMatchObject({ openCases: 2, moved: 2, earlier: 0, later: 2 });
    expect(dueDates.examples.map(({ clock, from, to }) => [clock, (to ?? 0) > (from ?? 0)])).toEqual([['respond', true], ['respond', true]]);
    expect(sentences[0]).toBe('New cases get other dates: under these rules 2 due dates of the 2 open cases here would be different (2 later). None of them moves: each keeps the rules it was received under.');
  });

  it('of closed cases, and of cases under another rule, are not', async () => {
    open({ answeredNow: { disposition: 'RESOLVED', closingNote: 'Told' } });
    open();
    const [service] = SMALL_CITY.services;
    const own = { ...must(policy, 'a rule'), code: 'OWN' };
    const elsewhere = after({ policies: [policy, { ...own, respond: [] }], services: SMALL_CITY.services.map((one) => (one.code === service?.code ? { ...one, policyCode: 'OWN' } : one)) });
    expect((await preview(elsewhere)).dueDates).toMatchObject({ openCases: 1, moved: 0, examples: [] });
  });

  it('that are no longer promised, or newly, move too', async () => {
    open();
    const none = await preview(after({ policies: [{ ...policy, respond: [], resolve: [{ unit: 'businessDays', amount: 10, source: 'New' }] }] }));
    expect(none.dueDates.examples.map(({ clock, from, to }) => [clock, from === null, to === null])).toEqual(expect.arrayContaining([['respond', false, true], ['resolve', true, false]]));
    expect(none.dueDates).toMatchObject({ moved: 2, earlier: 1, later: 1 });
  });

  it('stay where only words change', async () => {
    open();
    const { dueDates, sentences } = await preview(after({ policies: [{ ...policy, name: 'Renamed' }] }));
    expect([dueDates.moved, sentences]).toEqual([0, ['No due date of an open case moves.']]);
  });
});

describe('people and services', () => {
  it('says which open cases a service leaves behind', async () => {
    open();
    const { endedServices, sentences } = await preview(serviceOther('QUESTION', { isActive: false }));
    expect(endedServices).toEqual([{ serviceCode: 'QUESTION', openCases: 1 }]);
    expect(sentences).toContain('QUESTION is no longer offered; 1 open case goes on under it.');
  });

  it('says what stays with a department that takes no cases any more', async () => {
    open();
    const closed = SMALL_CITY.departments.map((one) => (one.code === 'STREETS' ? { ...one, isActive: false } : one));
    const services = SMALL_CITY.services.map((one) => (one.departmentCode === 'STREETS' ? { ...one, departmentCode: 'WATER' } : one));
    const { endedDepartments, sentences } = await preview(after({ departments: closed, services }));
    expect(endedDepartments).toEqual([{ departmentCode: 'STREETS', openCases: 1 }]);
    expect(sentences).toContain('STREETS takes no cases any more; 1 open case stays with it until somebody transfers it.');
  });

  it('says whose work is left when somebody leaves', async () => {
    open({ assigneeId: 'streets' });
    const { endedStaff, sentences } = await preview(staffOther('streets', { isActive: false }));
    expect(endedStaff).toEqual([{ staffId: 'streets', openCases: 1 }]);
    expect(sentences).toContain('streets can no longer sign in; 1 open case is theirs and should go to somebody else.');
  });

  it('says who loses what when somebody changes department or role', async () => {
    open();
    expect((await preview(staffOther('streets', { departmentCodes: ['WATER'] }))).lostSight).toEqual([{ staffId: 'streets', departmentCode: 'STREETS', what: 'work', openCases: 1 }]);
    const { lostSight, sentences } = await preview(staffOther('water.head', { roles: ['departmentStaff'] }));
    expect(lostSight).toEqual([{ staffId: 'water.head', departmentCode: 'WATER', what: 'sealed', openCases: 0 }]);
    expect(sentences).toContain('water.head no longer sees sealed cases of WATER.');
    expect((await preview(staffOther('streets', { title: 'Clerk' }))).lostSight).toEqual([]);
  });

  it('says who has to read what, and who cannot sign in yet', async () => {
    const guide = { code: 'LISTEN', kind: 'guideline', title: 'Listening', body: 'Listen.', serviceCodes: [], isRequiredReading: true, version: 1, isActive: true };
    const member = { ...SMALL_CITY.staff[0], id: 'b.new', name: 'Bo New' };
    const { toRead, withoutPassword, sentences, lines } = await preview(after({ guides: [guide], staff: [...SMALL_CITY.staff, member] }));
    expect([toRead, withoutPassword]).toEqual([[{ guideCode: 'LISTEN', staff: 8 }], ['b.new']]);
    expect(sentences).toEqual(expect.arrayContaining(['8 people have to read “Listening”.', 'Bo New cannot sign in before you give a password.']));
    expect(lines.map(({ section, what }) => [section, what])).toEqual([['staff', 'added'], ['guides', 'added']]);
  });
});
