import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { demoPassword, demoStaff, isDemoCity } from './demo-city.ts';

const demo = Catalogue.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../../resources/demo-city.json'), 'utf8')));

it('knows the demo city, and takes no real one for it', () => {
  expect(isDemoCity(demo)).toBe(true);
  for (const website of ['https://www.palmcoast.gov', 'https://example.com', 'https://city.example.org', '', 'city.example']) {
    expect(isDemoCity({ ...demo, city: { ...demo.city, website } })).toBe(false);
  }
});

it('offers one person of each role', () => {
  const roles = demoStaff(demo).map(({ roles: [first] }) => first);
  expect(roles).toEqual(['agent', 'departmentStaff', 'departmentHead', 'cityManager', 'commission', 'hr', 'administrator']);
});

it('shows the password that everyone in the demo city has', () => {
  expect(demoPassword()).toMatch(/^\S{8,}$/);
});
