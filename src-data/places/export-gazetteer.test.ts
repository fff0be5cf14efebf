import { expect, it } from 'vitest';
import { decodeText } from '../../src-shared/agencies/decode-text.ts';
import { gazetteerText } from '../../src-shared/places/gazetteer.ts';
import { readGazetteerCsv } from '../../src-shared/places/gazetteer-csv.ts';
import { must } from '../../src-shared/util/assert.ts';
import { gazetteerCsvPage } from './export-gazetteer.ts';
import { openPlaces } from './testing/open-places.ts';
import { SAMPLE_ADDRESSES } from './testing/sample-addresses.ts';

/** More streets than one page holds, and a landmark. */
const MANY = Array.from({ length: 250 }, (_, index) => `,${index + 1},,STREET${index} NAME,AVENUE,,,97526,Current,42.44,-123.33,,,\n`).join('');
const LIST = `${SAMPLE_ADDRESSES.replace('lat,lon\n', 'lat,lon,type,landmark,other_names\n')}${MANY}100 Main Street,,,,,,,,,42.44,-123.33,landmark,City Hall,Town hall\n`;

function textOf(csv: string): string {
  const read = readGazetteerCsv(csv);
  if (!read.ok) throw new Error(read.message);
  return gazetteerText(read.gazetteer);
}

it('the list in use comes out page by page, and imported again it is the same', async () => {
  const places = await openPlaces(LIST);
  const pages: string[] = [];
  for (let from: number | null = 0; from !== null; ) {
    const page: ReturnType<typeof gazetteerCsvPage> = gazetteerCsvPage(must(places.file, 'it was made'), from);
    pages.push(page.text);
    from = page.next;
  }
  places.close();
  expect(pages.length).toBeGreaterThan(2);
  const csv = decodeText(new TextEncoder().encode(pages.join('')));
  expect(csv.match(/subaddress_id/g)).toHaveLength(1);
  expect(textOf(csv)).toBe(textOf(LIST));
});
