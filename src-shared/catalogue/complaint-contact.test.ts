import { expect, it } from 'vitest';
import { SMALL_CITY } from '../testing/small-city.ts';
import { must } from '../util/assert.ts';
import { StaffId } from '../util/ids.ts';
import { complaintContactOf, complaintContactWords } from './complaint-contact.ts';

const withContact = (id: string | null) => ({ ...SMALL_CITY, departments: SMALL_CITY.departments.map((one) => (one.code === 'STREETS' ? { ...one, phone: '555-0110', complaintContactStaffId: id === null ? null : StaffId.parse(id) } : one)) });
const name = (id: string): string => SMALL_CITY.staff.find((member) => member.id === id)?.name ?? id;

it('is whom the department has named, with its phone', () => {
  const city = withContact('streets');
  expect(complaintContactOf(city, 'STREETS')?.id).toBe('streets');
  expect(complaintContactWords(city, 'STREETS')).toContain(name('streets'));
  expect(complaintContactWords(city, 'STREETS')).toContain('555-0110');
});

it('is the City Manager’s office where nobody is named, or whoever was has left', () => {
  const manager = { ...must(SMALL_CITY.staff[0], 'somebody works there'), id: StaffId.parse('manager'), name: 'Harper Whitaker', roles: ['cityManager' as const] };
  const withManager = (city: typeof SMALL_CITY) => ({ ...city, staff: [...city.staff, manager] });
  const left = withManager(withContact('streets'));
  const gone = { ...left, staff: left.staff.map((member) => (member.id === 'streets' ? { ...member, isActive: false } : member)) };
  for (const city of [withManager(withContact(null)), gone]) {
    expect(complaintContactOf(city, 'STREETS')).toBeNull();
    expect(complaintContactWords(city, 'STREETS')).toMatch(/has named nobody for complaints/);
    expect(complaintContactWords(city, 'STREETS')).toContain('Harper Whitaker');
  }
  expect(complaintContactWords(withContact(null), 'STREETS')).toMatch(/complaints\.$/);
});
