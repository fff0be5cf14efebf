import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { decodeText } from '../agencies/decode-text.ts';
import { BYTE_ORDER_MARK } from '../util/csv.ts';
import { gazetteerLines, gazetteerText } from './gazetteer.ts';
import { readGazetteerCsv } from './gazetteer-csv.ts';
import { gazetteerCsvLines } from './gazetteer-to-csv.ts';

function textOf(csv: string): string {
  const read = readGazetteerCsv(csv);
  if (!read.ok) throw new Error(read.message);
  return gazetteerText(read.gazetteer);
}
/** Written, saved and imported again. */
function again(text: string): string {
  const csv = BYTE_ORDER_MARK + [...gazetteerCsvLines(gazetteerLines(text))].join('');
  return textOf(decodeText(new TextEncoder().encode(csv)));
}

/** As Grants Pass, Oregon, publishes them (public data). */
const CITY = `label,number,directional,street_name,street_type,subaddress_id,subaddress_type,zip,status,lat,lon
2240 JUDY LN,2240,,JUDY,LANE,,,97526,Other,42.436686,-123.355827
401 NW ELM ST,401,NORTHWEST,ELM,STREET,,,97526,Other,42.444701,-123.335232
1305 SE ELM LN,1305,SOUTHEAST,ELM,LANE,,,97526,Other,42.425681,-123.303743
400 NW B ST #A,400,NORTHWEST,B,STREET,A,,97526,Other,42.444262,-123.328638
1002 NW B ST,1002,NORTHWEST,B,STREET,,,97526,Retired,42.446315,-123.334766
602 NW 3RD ST #A,602,NORTHWEST,3RD,STREET,A,,97526,Other,42.444423,-123.328742
115 ROGUE RIVER HWY APT 110,115,,ROGUE RIVER,HIGHWAY,110,Apartment,97527,Current,42.428885,-123.330551
343 1/2 NW VALLEY VIEW DR,343,NORTHWEST,VALLEY VIEW,DRIVE,,,97526,Current,42.458295,-123.334297
`;
const ODD = `number,fraction,predir,full_street_name,unit,unit_type,zip,status,lat,lon,type,landmark,other_names,address
12,1/2,,Avenue C,,Laundry,33444,Current,26.5,-80.05,,,,
14,,,Calle Ocho,3,Apt,33444,Pending,26.5,-80.05,,,,
16,,,US HIGHWAY 441 N,#B-2,,33444,Retired,,,,,,
18,,N,Northlake Blvd W,Bldg 4,,,Current,26.51,-80.05,,,,
20,,,The Esplanade,12,Suite,33444,Current,26.5,-80.05,,,,
22,,,St. John's Street,"5, rear",,33444,Current,26.5,-80.05,,,,
,,,,,,,,26.5,-80.05,landmark,"City Hall, east wing",Town hall;Ayuntamiento,100 Main Street
,,,,,,,,,,landmark,Boat ramp,,
,,,,,,,,,,landmark,=Gate 5,,
`;

it.each([['addresses of a city', CITY], ['odd streets, units and landmarks', ODD]])('is read again as it was: %s', (_name, csv) => {
  const text = textOf(csv);
  expect(again(text)).toBe(text);
});

it('opens in a spreadsheet with every name as text and every position as a number', () => {
  const lines = [...gazetteerCsvLines(gazetteerLines(textOf(ODD)))];
  expect(lines[1]).toContain(',26.5,-80.05,');
  expect(lines.at(-1)).toContain("'=Gate 5");
});

const WHOLE_CITY = new URL('../../../shared/data/grants-pass-addresses.csv', import.meta.url);
it.runIf(existsSync(WHOLE_CITY))('is read again as it was: the whole of a city', () => {
  const text = textOf(readFileSync(WHOLE_CITY, 'utf8'));
  expect(text.length).toBeGreaterThan(1_000_000);
  expect(again(text)).toBe(text);
});
