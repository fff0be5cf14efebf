import { describe, expect, it } from 'vitest';
import { gazetteerText, readGazetteer } from './gazetteer.ts';
import { readGazetteerCsv } from './gazetteer-csv.ts';

function read(text: string) {
  const result = readGazetteerCsv(text);
  if (!result.ok) throw new Error(result.message);
  return result;
}
const shown = (text: string) =>
  read(text).gazetteer.streets.flatMap(({ label, addresses }) => addresses.map(({ number, fraction, unit, zip, status, latitude }) => [[number, fraction, label, unit].filter(Boolean).join(' '), zip, status, latitude].join('|')));

/** Lines of the city of Grants Pass, Oregon, as it publishes them. */
const GRANTS_PASS = `label,number,directional,street_name,street_type,subaddress_id,subaddress_type,zip,status,lat,lon,x,y
2240 JUDY LN,2240,,JUDY,LANE,,,97526,Other,42.4366863138,-123.3558267411,-13731907.8,5226619.0
343 1/2 NW VALLEY VIEW DR,343,NORTHWEST,VALLEY VIEW,DRIVE,,,97526,Current,42.4582953399,-123.3342968133,-13729511.1,5229879.0
602 NW 3RD ST #A,602,NORTHWEST,3RD,STREET,A,,97526,Retired,42.44,-123.33,1,2
115 ROGUE RIVER HWY APT 110,115,,ROGUE RIVER,HIGHWAY,110,Apartment,97527,Pending,42.42,-123.32,1,2
`;

describe('an address file', () => {
  it('is read as a city publishes it', () => {
    expect(shown(GRANTS_PASS)).toEqual([
      '2240 Judy Lane|97526|current|42.4366863138',
      '602 NW 3rd Street #A|97526|retired|42.44',
      '343 1/2 NW Valley View Drive|97526|current|42.4582953399',
      '115 Rogue River Highway Apt 110|97527|pending|42.42',
    ]);
  });

  it.each([
    ['House No;Street;ZIP Code\n12;Elm Street;33444-1234\n', '12 Elm Street|33444|current|'],
    ['FULLADDR,LATITUDE,LONGITUDE\n12 NW ELM ST APT 4,26.5,-80\n', '12 NW Elm St Apt 4||current|26.5'],
    ['St_Num\tSt_PreDir\tSt_Name\tSt_PosTyp\tUnit\n12\tN.W.\tElm\tSt\tSuite 7\n', '12 NW Elm St Suite 7||current|'],
    ['address\n"12 Calle del Mar, Portreeve Bay, FL 33444"\n', '12 St del Mar||current|'],
  ])('has its columns found by many names: %s', (text, line) => {
    expect(shown(text)).toEqual([line]);
  });

  it('has landmarks among its lines', () => {
    const { landmarks } = read('type,name,address,lat,lon,aliases\nlandmark,City Library,1 Library Square,26.5,-80,library;reading room\naddress,,12 Elm St,26.5,-80,\n').gazetteer;
    expect(landmarks).toEqual([{ name: 'City Library', otherNames: ['library', 'reading room'], address: '1 Library Square', latitude: 26.5, longitude: -80 }]);
  });

  it('says of every line what was wrong with it', () => {
    const result = read(`number,street,lat,lon\n12,Elm St,26.5,-80\n12,Elm St,26.5,-80\n,Oak St,26.5,-80\nabc,Oak St,26.5,-80\n14,,26.5,-80\n16,Elm St,0,0\n18,Elm St,-80,26.5\n20,Elm St,26.51,-80\n22,Elm St,26.52,-80.01\n`);
    expect(result.problems.map(({ line, isRejected, message }) => [line, isRejected, message.replace(/^Line \d+:? /, '')])).toEqual([
      [3, true, 'repeats 12 Elm St; the first one counts.'],
      [4, true, ' is no house number; it was left out.'],
      [5, true, 'abc is no house number; it was left out.'],
      [6, true, 'names no street; it was left out.'],
      [7, false, '0, 0 is no position in degrees; the address was taken without one.'],
      [8, false, '-80, 26.5 is far from all others; the address was taken without a position.'],
    ]);
    expect([result.addressCount, result.withPosition, result.rejectedCount]).toEqual([5, 3, 4]);
  });

  it('is refused with what to do when it is none', () => {
    expect(readGazetteerCsv('')).toMatchObject({ ok: false });
    expect(readGazetteerCsv('colour,size\nred,4\n')).toMatchObject({ ok: false, message: expect.stringContaining('It has: colour, size.') });
  });

  it('travels as a text that reads as the same', () => {
    const { gazetteer } = read(`${GRANTS_PASS}`);
    const text = gazetteerText({ ...gazetteer, landmarks: [{ name: 'City\tLibrary', otherNames: ['a', 'b'], address: '', latitude: null, longitude: null }] });
    expect(gazetteerText(readGazetteer(text))).toBe(text);
    expect(readGazetteer(text).streets.map(({ label, addresses }) => [label, addresses.length])).toEqual(gazetteer.streets.map(({ label, addresses }) => [label, addresses.length]));
    expect(() => readGazetteer('something else')).toThrow('another format');
  });
});
