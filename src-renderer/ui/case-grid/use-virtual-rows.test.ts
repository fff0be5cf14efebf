import { expect, it } from 'vitest';
import { topToShow } from './use-virtual-rows.ts';

const ROW = 50;
const view = { top: 500, height: 400 };

it('scrolls to a row by as little as may be, with room for the head', () => {
  expect(topToShow(view, 500, ROW)).toBe(500); // the first in view
  expect(topToShow(view, 800, ROW)).toBe(500); // the last that is whole beneath the head
  expect(topToShow(view, 850, ROW)).toBe(550);
  expect(topToShow(view, 450, ROW)).toBe(450);
  expect(topToShow(view, 0, ROW)).toBe(0);
  expect(topToShow({ top: 0, height: 400 }, 100, ROW)).toBe(0);
  expect(topToShow({ top: 0, height: 60 }, 100, ROW)).toBe(100); // a view lower than two rows begins with the row
});
