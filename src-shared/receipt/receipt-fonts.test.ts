import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as fontData from './receipt-font-data.ts';
import { fontFaces } from './receipt-fonts.ts';

const folder = new URL('../../resources/receipt-fonts/', import.meta.url);

it('carries exactly the font files that lie in resources with their licences', () => {
  const files = readdirSync(folder).filter((name) => /^atkinson-hyperlegible-next-.*\.woff2$/.test(name));
  const onDisk = files.map((name) => readFileSync(new URL(name, folder)).toString('base64'));
  expect(Object.values(fontData).sort()).toEqual(onDisk.sort());
});

it('is used by the pages', () => {
  for (const base64 of Object.values(fontData)) expect(fontFaces()).toContain(`base64,${base64})`);
});
