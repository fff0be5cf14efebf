import { expect, it } from 'vitest';
import type { Neighborhood } from '../catalogue/community.ts';
import { liaisonFor } from './liaison-for.ts';
import { neighborhoodSource } from './neighborhood-source.ts';
import { StaffId } from '../util/ids.ts';

const liaison = StaffId.parse('d.okafor');
const part = (code: string, more: Partial<Neighborhood>): Neighborhood => ({ code, name: code, liaisonStaffId: null, streets: [], outline: [], isActive: true, ...more });
const neighborhoods = [part('NORTH', { streets: ['elm street'], liaisonStaffId: liaison }), part('SOUTH', {}), part('GONE', { liaisonStaffId: liaison, isActive: false })];
const location = { text: '12 Elm Street', unit: '', point: null };

it.each([
  ['NORTH', 'SOUTH', 'place'],
  ['NORTH', 'NORTH', 'place'],
  ['SOUTH', 'SOUTH', 'event'],
  ['SOUTH', null, 'staff'],
] as const)('%s on Elm Street with an event of %s is known %s', (code, eventNeighborhoodCode, source) => {
  expect(neighborhoodSource(code, { neighborhoods, location, eventNeighborhoodCode })).toBe(source);
});

it('a liaison has the neighborhoods in use that name them', () => {
  expect(liaisonFor(neighborhoods, 'd.okafor')).toEqual(['NORTH']);
  expect(liaisonFor(neighborhoods, 'a.rivera')).toEqual([]);
});
