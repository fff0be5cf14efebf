import { expect, it } from 'vitest';
import { fitted, type Zoom, zoomedIn, zoomedOut, zoomWords } from './zoom.ts';

it('zooms in and out by steps, to an end on either side, and back to fitting', () => {
  let zoom: Zoom = 'fit';
  for (let press = 0; press < 20; press += 1) zoom = zoomedIn(zoom);
  expect(zoomWords(zoom)).toBe('400 % of its own size');
  expect(zoomWords(zoomedOut(zoom))).toBe('300 % of its own size');
  for (let press = 0; press < 20; press += 1) zoom = zoomedOut(zoom);
  expect(zoomWords(zoom)).toBe('10 % of its own size');
  expect(zoomWords(fitted())).toBe('Fits the window');
});
