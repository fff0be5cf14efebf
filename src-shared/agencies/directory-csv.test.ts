import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Agency } from './agency.ts';
import { agencyCode } from './agency-code.ts';
import { decodeText } from './decode-text.ts';
import { agencyDirectoryCsv, readAgencyDirectory, type DirectoryImport } from './directory-csv.ts';
import { SAMPLE_AGENCIES, sampleAgency } from './testing/sample-agencies.ts';
import { SAMPLE_DIRECTORY } from './testing/sample-directory.ts';
import { suggestAgencies } from './suggest-agencies.ts';

type ReadDirectory = Extract<DirectoryImport, { ok: true }>;

function read(text: string, existing: readonly Agency[] = []): ReadDirectory {
  const result = readAgencyDirectory(text, { existing, serviceCodes: ['POTHOLE', 'SIGNAL', 'LIGHT'] });
  if (!result.ok) throw new Error(result.message);
  return result;
}
const refusal = (text: string): string => {
  const result = readAgencyDirectory(text, { existing: [], serviceCodes: [] });
  return result.ok ? 'read' : result.message;
};
const told = ({ problems }: ReadDirectory): readonly string[] => problems.map(({ message }) => message);

describe('a directory of another office', () => {
  const directory = read(SAMPLE_DIRECTORY);

  it('becomes agencies with name, address and phone', () => {
    expect(directory.agencies.map(({ name, address, phone }) => [name, address, phone])).toEqual([
      ["Egret County Sheriff's Office, Operations Division, Emergency Services", '555 County Center, 4th Floor, Egret Springs, FL 33499', '561 555-0131'],
      ['Egret County Bar Association, Lawyer Referral Service', '333 Bradford Street, Suite 200, Egret Springs, FL 33499', '561 555-0132'],
      ['Egret Animal Rescue, Administration', '12 Shelter Road, Egret Springs, FL 33499', '561 555-0133'],
      ['Egret Animal Rescue, Administration', '9 Harbor Plaza, Portreeve Bay, FL 33444', '561 555-0134'],
    ]);
    expect(directory.agencies[2]?.handles).toBe('Takes in lost and "stray" animals,\nday and night.\nANIMAL SERVICES; Stray animals');
    expect(directory.agencies[0]?.hours).toBe('Monday-Friday, 8-5');
  });

  it('says of every row that was not taken where it is and what to do', () => {
    expect(told(directory)).toEqual([
      'Line 7 (No Phone Agency) has no phone number. Add it in the file, then import it again.',
      'Line 8 (No Address Agency) has no street address. Add it in the file, then import it again.',
      'Line 9 has no name. Add the agency’s name in the file, then import it again.',
      'Line 10 (Egret County Bar Association, Lawyer Referral Service) is the same agency as line 3, and line 3 was taken. Keep one of them in the file.',
    ]);
    expect(directory.rejectedCount).toBe(4);
  });

  it('read once more changes nothing, also in another order', () => {
    const [header = '', ...lines] = SAMPLE_DIRECTORY.split(/\n(?=[A-Z,])/);
    const backwards = [header, ...lines.slice(0, -1).toReversed()].join('\n'); // without the row that repeats another
    for (const text of [SAMPLE_DIRECTORY, backwards]) {
      const again = read(text, directory.agencies);
      expect([again.addedCodes, again.unchangedCount]).toEqual([[], 4]);
      expect(again.agencies.map(({ code }) => code)).toEqual(directory.agencies.map(({ code }) => code));
    }
    expect(read(SAMPLE_DIRECTORY, directory.agencies).agencies).toEqual(directory.agencies);
  });

  it('gives the same codes whatever stands before', () => {
    const alone = read(SAMPLE_DIRECTORY).agencies.map(({ code }) => code);
    expect(read(SAMPLE_DIRECTORY, SAMPLE_AGENCIES).agencies.slice(SAMPLE_AGENCIES.length).map(({ code }) => code)).toEqual(alone);
  });
});

describe('a newer directory', () => {
  const before = [sampleAgency('POWER', { name: 'Gulfstream Power', hours: 'Any hour', serviceCodes: ['LIGHT'], placeWords: ['us 1'] })];

  it('updates an agency that moved, under its code, and keeps what staff entered', () => {
    const { agencies, updatedCodes, addedCodes } = read('Name,Address,Telephone,Hours\nGULFSTREAM POWER,2 New Road,561-555-0199,\n', before);
    expect([updatedCodes, addedCodes]).toEqual([['POWER'], []]);
    expect(agencies).toEqual([{ ...before[0], name: 'GULFSTREAM POWER', address: '2 New Road', phone: '561-555-0199' }]);
  });

  it('finds an agency by its code under a new name', () => {
    expect(read('code,name,address,phone\nPOWER,Seaboard Power,2 New Road,561-555-0199\n', before).agencies.map(({ name }) => name)).toEqual(['Seaboard Power']);
  });

  it('leaves agencies alone that are not in it', () => {
    expect(read('name,address,phone\nOther,2 New Road,561-555-0199\n', before).agencies.map(({ code }) => code)).toEqual(['POWER', 'OTHER']);
  });

  it('is refused where its days and ours do not go together', () => {
    const ended = [{ ...before[0]!, until: '2025-12-31' }];
    const directory = read('code,name,address,phone,from\nPOWER,Gulfstream Power,1 Main Street,(561) 555-0111,2026-01-01\n', ended);
    expect(told(directory)).toEqual(['Line 2 (Gulfstream Power) and the directory together would end before they begin. Correct the dates in one of them.']);
    expect(directory.agencies).toEqual(ended);
  });
});

describe('columns', () => {
  it.each([
    ['Phone;Agency Name;Mailing Address;Fax Number', '561 555 0100;The County;2 Court Street;561 555 0109'],
    ['Nombre\tDirección\tTeléfono', 'The County\t2 Court Street\t561 555 0100'],
    ['AGENCY_NAME,Office Location,Primary Phone Number', 'The County,2 Court Street,561 555 0100'],
    ['\uFEFF"name" , "address 1" , "main phone"', 'The County,2 Court Street,561 555 0100'],
  ])('are found by name: %j', (header, row) => {
    expect(read(`${header}\n${row}\n`).agencies.map(({ name, address, phone }) => [name, address, phone])).toEqual([['The County', '2 Court Street', '561 555 0100']]);
  });

  it('that say nothing are named', () => {
    expect(read('name,address,phone,Fax,Census tract\nA,B,5615550100,1,2\n').unusedColumns).toEqual(['Fax', 'Census tract']);
  });

  it.each([
    ['', 'The file is empty. Export the directory again.'],
    ['  \n', 'The file is empty. Export the directory again.'],
    ['id,title\n1,2\n', 'There is no column for the agency’s name, its street address and its phone number. The first line of the file must name the columns, for example: name, address, phone. It names “id”, “title”.'],
    ['name,address\nA,B\n', 'There is no column for its phone number. The first line of the file must name the columns, for example: name, address, phone. It names “name”, “address”.'],
  ])('that are missing are asked for: %j', (text, message) => {
    expect(refusal(text)).toBe(message);
  });
});

describe('a row', () => {
  const HEADER = 'code,name,address,phone,service codes,places,from,until\n';
  const row = (cells: string) => read(`${HEADER}${cells}\n`);

  it('may name services, places and days', () => {
    expect(row('FDOT,Roads,1 Main Street,311,POTHOLE; LIGHT,"State Route 7; US-1",1/2/2026,2026-12-31').agencies).toEqual([
      sampleAgency('FDOT', { name: 'Roads', phone: '311', serviceCodes: ['POTHOLE', 'LIGHT'], placeWords: ['state route 7', 'us 1'], from: '2026-01-02', until: '2026-12-31' }),
    ]);
  });

  it.each([
    [',A,1 Main Street,call us,,,,', 'Line 2 (A) has no phone number. Add it in the file, then import it again.'],
    [`,${'A'.repeat(201)},1 Main Street,5615550100,,,,`, `Line 2 (${'A'.repeat(60)}…) has a name, address or phone that is too long for a letter. Shorten it in the file.`],
    [',A,1 Main Street,5615550100,,,31.1.2026,', 'Line 2 has “31.1.2026” as its first day. Write dates like 2026-01-31 or 1/31/2026, then import it again.'],
    [',A,1 Main Street,5615550100,,,2026-02-01,2026-01-01', 'Line 2 (A) ends on 2026-01-01, before it begins. Correct the dates in the file.'],
    [',"A,1 Main Street,5615550100', 'Line 2 has a quotation mark that is not closed. Close it in the file, then import it again.'],
  ])('is rejected with a reason: %j', (cells, message) => {
    const directory = row(cells);
    expect([directory.agencies, told(directory), directory.rejectedCount]).toEqual([[], [message], 1]);
  });

  it.each([
    ['A B!,A,1 Main Street,5615550100,,,,', 'Line 2 has the code “A B!”, which is none: letters, digits, dots and dashes only. A code was made from the name.'],
    [',A,1 Main Street,5615550100,NOPE;LIGHT,,,', 'Line 2 names services the city does not have (NOPE); they were left out.'],
  ])('is taken with a word about it: %j', (cells, message) => {
    const directory = row(cells);
    expect([directory.agencies.map(({ code }) => code), told(directory), directory.rejectedCount]).toEqual([['A'], [message], 0]);
  });
});

it('reads UTF-8, UTF-16 and Windows text', () => {
  const text = 'name,address,phone\nPeñón “Agua”,1 Calle,5615550100\n';
  const windows = Uint8Array.from([...text].map((character) => ({ '“': 0x93, '”': 0x94 })[character] ?? character.codePointAt(0)!));
  const wide = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
  for (const bytes of [Buffer.from(text), windows, wide]) expect(read(decodeText(bytes)).agencies[0]?.name).toBe('Peñón “Agua”');
});

it('writes a directory that it reads back as it was, whatever is in it', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '=', "'", '-', ' ', ';', '1') }).map((value) => `x${value.trim()}`);
  const agency = fc.record({ name: text, address: text, hours: text, handles: text }).map((more) => ({ ...more, phone: '561 555 0100' }));
  fc.assert(
    fc.property(fc.array(agency, { maxLength: 4 }), (given) => {
      const agencies = given.map((more, index) => sampleAgency(`A${index}`, { ...more, name: `${more.name} ${index}` }));
      const again = read(agencyDirectoryCsv(agencies), agencies);
      expect(again.problems).toEqual([]);
      expect(again.agencies.map(({ name }) => name.replace(/\s+/g, ' '))).toEqual(agencies.map(({ name }) => name.replace(/\s+/g, ' ')));
    }),
  );
  expect(read(agencyDirectoryCsv(SAMPLE_AGENCIES)).agencies).toEqual(SAMPLE_AGENCIES);
});

describe('codes', () => {
  it.each([
    ['Social Security Administration (SSA)', 'SOCIAL-SECURITY-ADMINISTRATION-SSA'],
    ['PEÑÓN', 'PENON'],
  ])('of %s', (name, code) => {
    expect(agencyCode(name)).toBe(code);
  });

  it('are codes, for any name and address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (name, address) => {
        expect(Agency.shape.code.safeParse(agencyCode(name, address)).success).toBe(true);
      }),
    );
  });
});

const REAL = new URL('../../../shared/data/san-mateo-outside-agencies.csv', import.meta.url);

describe.runIf(existsSync(REAL))('the agencies of San Mateo County', () => {
  const text = existsSync(REAL) ? decodeText(readFileSync(REAL)) : '';
  const directory = text === '' ? null : read(text);

  it('are all read', () => {
    expect(directory?.agencies).toHaveLength(564);
    expect(directory?.problems).toEqual([]);
    expect(new Set(directory?.agencies.map(({ code }) => code)).size).toBe(564);
    expect(directory?.unusedColumns).toEqual([]);
  });

  it('are the same after a second import, and with the lines in another order', () => {
    const [header = '', ...lines] = text.trimEnd().split('\n');
    const agencies = directory?.agencies ?? [];
    for (const again of [read(text, agencies), read([header, ...lines.toReversed()].join('\n'), agencies)]) {
      expect([again.addedCodes, again.updatedCodes, again.unchangedCount]).toEqual([[], [], 564]);
    }
  });

  it.each([
    ['There is a stray dog in my yard', 'Palo Alto Animal Services'],
    ['I need a lawyer', 'Lawyer'],
    ['the power company', 'Pacific Gas and Electric'],
  ])('%j finds one that may help', (said, name) => {
    const found = suggestAgencies({ agencies: directory?.agencies ?? [], service: null, place: '', said, on: '2026-06-01' });
    expect(found.map(({ agency }) => agency.name).join(' | ')).toContain(name);
  });
});
