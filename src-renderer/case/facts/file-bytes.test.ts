import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Of, blobFromBase64, fileName, isPicture } from './file-bytes.ts';

describe('a file on its way to the data process', () => {
  it('comes back byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 70_000 }), async (bytes) => {
        const back = blobFromBase64(await base64Of(new Blob([bytes])), 'image/png');
        expect(new Uint8Array(await back.arrayBuffer())).toEqual(bytes);
      }),
      { numRuns: 20 },
    );
  });

  it('is shown as a picture only when it is a plain one', () => {
    expect(['image/png', 'image/jpeg', 'image/svg+xml', 'text/html', 'image/png; charset=x'].map(isPicture)).toEqual([true, true, false, false, false]);
  });

  it('gets a name when it was pasted', () => {
    const at = new Date(Date.UTC(2026, 10, 23, 19, 5));
    expect(fileName({ name: 'image.png', type: 'image/png' }, at)).toBe('Pasted 2026-11-23 19.05.png');
    expect(fileName({ name: 'letter.pdf', type: 'application/pdf' }, at)).toBe('letter.pdf');
  });
});
