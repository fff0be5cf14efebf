import { expect, it } from 'vitest';
import { StaffId } from '../../../src-shared/util/ids.ts';
import { utcMs } from '../../../src-shared/util/time.ts';
import { openingsOf } from './openings.ts';

const looked = (by: string, at: number) => ({ by: StaffId.parse(by), at: utcMs(at) });

it('counts openings by person, whoever looked last first', () => {
  expect(openingsOf([looked('hr', 5), looked('head', 2), looked('hr', 3), looked('head', 9)])).toEqual([
    { by: 'head', count: 2, lastAt: 9 },
    { by: 'hr', count: 2, lastAt: 5 },
  ]);
  expect(openingsOf([])).toEqual([]);
});
