import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stageLines } from './staged-lines.ts';

it('gives back what was put in, in order and by place, whether it is in memory or on disk', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 60 }), fc.integer({ min: 0, max: 400 }), (lines, mostInMemory) => {
      const staged = stageLines(mostInMemory);
      for (const line of lines) staged.push(line);
      expect([...staged]).toEqual(lines);
      expect(staged.length).toBe(lines.length);
      for (const index of lines.keys()) expect(staged.at(index)).toBe(lines[index]);
      expect(staged.at(lines.length)).toBeUndefined();
      staged.close();
    }),
  );
});
