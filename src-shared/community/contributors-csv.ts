import { t } from '../language/language.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { findNeighborhood, neighborhoodName, staffName } from '../catalogue/lookup.ts';
import type { Contributor } from '../protocol/data-rpc/community-views.ts';
import { BYTE_ORDER_MARK, csvLine } from '../util/csv.ts';
import { toWallTime } from '../util/moment.ts';

const HEADER = [t`Name`, t`Phone`, t`Email`, t`Address`, t`Language`, t`Neighborhood`, t`Liaison`, t`Cases`, t`Open cases`, t`Heard from last`] as const;
const LANGUAGES = { en: t`English`, es: t`Spanish` } as const;

/** The contributors for a spreadsheet, in the order given; the last column is a day in the city's zone. No text is taken for a formula. */
export function contributorsCsv(contributors: readonly Contributor[], catalogue: Catalogue): string {
  const lines = contributors.map((one) =>
    csvLine([
      ...[one.name, one.phone, one.email, one.address, LANGUAGES[one.language], neighborhoodName(catalogue, one.neighborhoodCode), liaisonName(one, catalogue)],
      ...[one.caseCount, one.openCount, toWallTime(one.lastReceivedAt, catalogue.city.timeZone).slice(0, 'YYYY-MM-DD'.length)],
    ]),
  );
  return `${BYTE_ORDER_MARK}${csvLine(HEADER)}${lines.join('')}`;
}

function liaisonName({ neighborhoodCode }: Contributor, catalogue: Catalogue): string {
  const liaison = neighborhoodCode === null ? null : (findNeighborhood(catalogue, neighborhoodCode)?.liaisonStaffId ?? null);
  return liaison === null ? '' : staffName(catalogue, liaison);
}
