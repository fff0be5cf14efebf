import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src-shared/queue-query/parse-query.ts';
import { takeChips, withoutChip } from './take-chips.ts';

const typed = (text: string, caret = text.length, filters = '') => takeChips({ filters, text }, caret);

describe('chips', () => {
  it('are taken from the text when the caret has left them', () => {
    expect(typed('dept:water')).toEqual({ filters: '', text: 'dept:water' });
    expect(typed('dept:water ')).toEqual({ filters: 'dept:water', text: '' });
    expect(typed('overdue lamp dept:w')).toEqual({ filters: 'is:overdue', text: 'lamp dept:w' });
    expect(typed('dept:wa lamp', 7)).toEqual({ filters: '', text: 'dept:wa lamp' });
    expect(takeChips({ filters: 'is:overdue', text: 'lamp dept:water' }, 15, true)).toEqual({ filters: 'is:overdue dept:water', text: 'lamp ' });
  });

  it('are not doubled, and go one by one', () => {
    expect(typed('overdue ', 8, 'is:overdue')).toEqual({ filters: 'is:overdue', text: '' });
    expect(withoutChip('is:overdue dept:water,"public works"', 0)).toBe('dept:water,"public works"');
  });

  it('with the text ask for the same as the text did before', () => {
    const words = fc.array(fc.constantFrom('lamp', 'overdue', 'dept:water', '-channel:web', '"elm street"', 'received:>2026-10-01', 'x:y'), { maxLength: 6 });
    fc.assert(
      fc.property(words, fc.nat(60), (parts, caret) => {
        const text = parts.join(' ');
        const after = takeChips({ filters: '', text }, Math.min(caret, text.length));
        const sorted = (query: string) => [...new Set(parseQuery(query).map((piece) => JSON.stringify(piece)))].sort();
        expect(sorted(`${after.filters} ${after.text}`)).toEqual(sorted(text));
      }),
    );
  });
});
