import type { GazetteerAddress, GazetteerLine } from '../../src-shared/places/gazetteer.ts';
import { gazetteerCsvLines } from '../../src-shared/places/gazetteer-to-csv.ts';
import type { GazetteerCsvPage } from '../../src-shared/protocol/data-rpc/gazetteer-contract.ts';
import { BYTE_ORDER_MARK } from '../../src-shared/util/csv.ts';
import type { KnownStreet, PlaceFile } from './place-file.ts';

const SQL = {
  addresses: `SELECT number, fraction, unit, zip, status, latitude, longitude FROM address WHERE street_key = :street ORDER BY address_key`,
} as const;

/** A page is some hundred kilobytes, and some ten milliseconds of the process that answers the windows. */
const STREETS_A_PAGE = 100;

/** The list in use here as CSV, page by page: streets from the one counted `from` (0: the first), landmarks on the last page. */
export function gazetteerCsvPage(file: PlaceFile, from: number): GazetteerCsvPage {
  const streets = file.streets.slice(from, from + STREETS_A_PAGE);
  const next = from + STREETS_A_PAGE < file.streets.length ? from + STREETS_A_PAGE : null;
  const [head, ...records] = gazetteerCsvLines(linesOf(file, streets, next === null));
  return { text: (from === 0 ? `${BYTE_ORDER_MARK}${head ?? ''}` : '') + records.join(''), next };
}

function* linesOf(file: PlaceFile, streets: readonly KnownStreet[], isLast: boolean): Generator<GazetteerLine> {
  for (const street of streets) {
    yield { kind: 'street', street };
    for (const address of file.db.query<object, GazetteerAddress>(SQL.addresses).all({ street: street.key })) yield { kind: 'address', address };
  }
  if (isLast) for (const landmark of file.landmarks) yield { kind: 'landmark', landmark };
}
