import { describe, expect, it } from 'vitest';
import { FILE_KINDS } from '../../../src-shared/attachments/kinds.ts';
import { fileName, isPicture, kindWords } from './file-name.ts';

describe('a file of a case', () => {
  it('is shown as a picture only when it is a plain one', () => {
    expect(['image/png', 'image/jpeg', 'image/svg+xml', 'text/html', 'image/png; charset=x', 'image/heic'].map(isPicture)).toEqual([true, true, false, false, false, false]);
  });

  it('gets a name when it was pasted', () => {
    const at = new Date(Date.UTC(2026, 10, 23, 19, 5));
    expect(fileName({ name: 'image.png', type: 'image/png' }, at)).toBe('Pasted 2026-11-23 19.05.png');
    expect(fileName({ name: 'letter.pdf', type: 'application/pdf' }, at)).toBe('letter.pdf');
  });

  it('has a word for every kind that can be attached', () => {
    expect(Object.values(FILE_KINDS).map(({ mediaType }) => kindWords(mediaType))).not.toContain('File');
  });
});
