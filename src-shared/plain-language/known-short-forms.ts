import type { ShortForm } from './finding.ts';

/** Short forms that everybody reads without being told, in English or Spanish, in any letters. A city adds its own: its glossary. */
const EVERYBODY_KNOWS = new Set(
  (
    'USA US UK EU UN FL AM PM AC DC AC/DC A/C TV ID IDS OK PO PDF PIN ZIP FAQ ATM GPS LED DVD CD PC SUV RV VIP CEO DIY RSVP ASAP UPS USPS AT&T QR SMS URL USB WIFI CPR AED DNA DUI GED SOS ' +
    'ADA FBI CIA IRS DMV FEMA NASA EPA HUD YMCA YWCA NAACP UNICEF AIDS HIV HIV/AIDS COVID LGBT LGBTQ MLK JFK A1A EST EDT ET CST CDT MST MDT PST PDT UTC GMT JAN FEB MAR APR JUN JUL AUG SEP SEPT OCT NOV DEC MON TUE WED THU FRI SAT SUN ' +
    'NE NW SE SW MPH FT LB LBS KG KM KM/H CM MM HR HRS MIN SEC SQ YD GAL KWH VS ETC HM SHH INC LLC LTD CORP CC RE PS EE UU EEUU ONU OMS N/A S/N Y/O O/Y'
  ).split(' '),
);

/** Known as they stand here, and not in capitals: `Sr.` is a senior or a señor, `SR` is nobody knows what. */
const KNOWN_AS_WRITTEN = new Set('Mr Mrs Ms Dr St Jr Sr Sra Dra Ud Uds Rd Ln Ct Pl Blvd Hwy Pkwy Mt Ft th nd rd st'.split(' '));

/** What short forms of city offices mostly mean. Offered as a remedy only: they stay unexplained until somebody explains them. */
const OFFICE_MEANINGS: readonly ShortForm[] = [
  { short: 'ROW', long: 'right of way' },
  { short: 'LVM', long: 'left a voice message' },
  { short: 'WO', long: 'work order' },
  { short: 'PW', long: 'Public Works' },
  { short: 'DPW', long: 'Department of Public Works' },
  { short: 'FDOT', long: 'Florida Department of Transportation' },
  { short: 'HOA', long: 'homeowners association' },
  { short: 'MH', long: 'manhole' },
  { short: 'M/H', long: 'manhole' },
  { short: 'C/B', long: 'catch basin' },
  { short: 'S/W', long: 'sidewalk' },
  { short: 'W/', long: 'with' },
  { short: 'B/C', long: 'because' },
  { short: 'NFA', long: 'no further action' },
  { short: 'UTL', long: 'unable to find it' },
  { short: 'GOA', long: 'gone when we came' },
  { short: 'TBD', long: 'not decided yet' },
  { short: 'FYI', long: 'for your information' },
  { short: 'ETA', long: 'expected arrival' },
  { short: 'DUP', long: 'the same as another case' },
  { short: 'PLS', long: 'please' },
  { short: 'THX', long: 'thank you' },
  { short: 'SVC', long: 'service' },
  { short: 'MGR', long: 'manager' },
  { short: 'PYMT', long: 'payment' },
  { short: 'RECD', long: 'received' },
  { short: 'SRO', long: 'single-room hotel' },
];

/** `F.D.O.T.`, `fdot` and `FDOT#` are one short form: capitals, without dots, marks and spaces. */
export function shortFormKey(text: string): string {
  return text.toUpperCase().replace(/[.\s#]/g, '');
}

/** Whether readers know it without being told: by itself, or as a plural (`PDFs`). */
export function isKnownShortForm(text: string, glossary: ReadonlySet<string>): boolean {
  if (KNOWN_AS_WRITTEN.has(text.replace('.', ''))) return true;
  const key = shortFormKey(text);
  const singular = key.replace(/S$/, '');
  return [key, singular].some((form) => EVERYBODY_KNOWS.has(form) || glossary.has(form));
}

/** What a short form stands for: by the city's own list first, else as offices mostly use it; null when nobody can tell. */
export function meaningOf(text: string, meanings: ReadonlyMap<string, string>): string | null {
  const key = shortFormKey(text);
  return meanings.get(key) ?? OFFICE_MEANINGS.find(({ short }) => short === key)?.long ?? null;
}
