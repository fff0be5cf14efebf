import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Neighborhood } from '../catalogue/community.ts';
import { neighborhoodOf } from './neighborhood-of.ts';

const square = (west: number, south: number) => [
  { latitude: south, longitude: west },
  { latitude: south, longitude: west + 1 },
  { latitude: south + 1, longitude: west + 1 },
  { latitude: south + 1, longitude: west },
];
const part = (code: string, more: Partial<Neighborhood>): Neighborhood => ({ code, name: code, liaisonStaffId: null, streets: [], outline: [], isActive: true, ...more });
const NORTH = part('NORTH', { outline: square(0, 1), streets: ['elm street', 'harbor drive'] });
const SOUTH = part('SOUTH', { outline: square(0, 0), streets: ['oak avenue', 'harbor drive'] });
const ALL = [NORTH, SOUTH, part('GONE', { streets: ['pine road'], isActive: false })];
const at = (text: string, point: { latitude: number; longitude: number } | null = null) => neighborhoodOf(ALL, { text, unit: '', point })?.code ?? null;

describe('the neighborhood of a place', () => {
  it.each([
    ['12 Elm Street', 'NORTH'],
    ['7 OAK AVENUE, Apt 4', 'SOUTH'],
    ['Élm Street and 3rd', 'NORTH'],
    ['12 Helm Streets', null],
    ['90 Harbor Drive', null],
    ['1 Pine Road', null],
    ['', null],
  ])('by its street: %s', (text, code) => {
    expect(at(text)).toBe(code);
  });

  it('by its position first, whatever the street is called', () => {
    expect(at('7 Oak Avenue', { latitude: 1.5, longitude: 0.5 })).toBe('NORTH');
    expect(at('7 Oak Avenue', { latitude: 5, longitude: 0.5 })).toBe('SOUTH');
    expect(neighborhoodOf(ALL, null)).toBeNull();
  });

  it('a point inside a square is in it, one outside is not', () => {
    const coordinate = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(fc.property(coordinate, coordinate, (latitude, longitude) => {
      const isInside = latitude > 0 && latitude < 1 && longitude > 0 && longitude < 1;
      fc.pre(![0, 1].includes(latitude) && ![0, 1].includes(longitude));
      expect(neighborhoodOf([SOUTH], { text: 'x', unit: '', point: { latitude, longitude } }) !== null).toBe(isInside);
    }));
  });
});
