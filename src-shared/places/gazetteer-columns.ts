import { foldText } from '../util/fold-text.ts';

/** What a column of an address file can say. */
export const GAZETTEER_ROLES = [
  'number', 'fraction', 'before', 'street', 'type', 'after', 'wholeStreet', 'wholeAddress', 'unit', 'unitType', 'zip', 'status', 'latitude', 'longitude', 'landmark', 'otherNames', 'kind',
] as const;
export type GazetteerRole = (typeof GAZETTEER_ROLES)[number];

/** Names a column goes by, folded and without spaces; earlier ones are taken before later ones. From files of cities, counties and the national standard. */
const NAMES: Readonly<Record<GazetteerRole, readonly string[]>> = {
  number: words('number housenumber houseno housenum addressnumber addrnumber addnumber addrnum addnum stnum streetnumber streetno strnum addrno addnum no numero hnum hse num'),
  fraction: words('fraction fractional half addnumsuf addrnumsuf numbersuffix numsuffix housenumbersuffix addrnumbersuffix'),
  before: words('directional predirectional predirection predir stpredir prefixdirection prefixdir streetdirection stpre dirpre prefix dir direction'),
  street: words('streetname stname strname stnam roadname rdname street calle nombrecalle name1'),
  type: words('streettype sttype stype stpostyp posttype streetsuffix streetsuffixtype suffix typ roadtype tipocalle'),
  after: words('postdirectional postdirection postdir stposdir suffixdirection sufdir suffixdir dirsuf'),
  wholeStreet: words('fullstreetname fullstreet fullname streetfullname stfullname completestreetname stnameall roadfullname'),
  wholeAddress: words('label fulladdress addressfull fulladdr addrfull address addressline siteaddress siteaddr addresslabel addresslabels situsaddress streetaddress direccion domicilio'),
  unit: words('subaddressid unit unitid unitnumber unitno unitnum apt aptnumber apartment suite subaddress unidad'),
  unitType: words('subaddresstype unittype unitdesignator unitdesig occupancytype'),
  zip: words('zip zipcode zip5 postalcode postcode postcd codigopostal'),
  status: words('status addressstatus addrstatus lifecycle lifecyclestatus state1 estado'),
  latitude: words('latitude lat latitud ycoord pointy y'),
  longitude: words('longitude lon lng long longitud xcoord pointx x'),
  landmark: words('landmark landmarkname landmkname placename poi poiname facility facilityname buildingname sitename commonname lugar name nombre'),
  otherNames: words('othernames alias aliases alternatename alternatenames alsoknownas altname aka'),
  kind: words('type placetype category featuretype addresstype kind class tipo'),
};

function words(text: string): readonly string[] {
  return text.split(' ');
}

/** Which column (counted from 0) says what, and the names of those nothing was taken from. */
export interface GazetteerColumns {
  readonly of: Readonly<Partial<Record<GazetteerRole, number>>>;
  readonly unused: readonly string[];
}

/** Finds the columns by their names, in any order, whatever their capitals, spaces and underscores. */
export function gazetteerColumns(header: readonly string[]): GazetteerColumns {
  const plain = header.map((name) => foldText(name).replaceAll(' ', ''));
  const of: Partial<Record<GazetteerRole, number>> = {};
  const taken = new Set<number>();
  for (const role of GAZETTEER_ROLES) {
    const at = NAMES[role].map((name) => plain.findIndex((one, index) => one === name && !taken.has(index))).find((index) => index >= 0);
    if (at === undefined) continue;
    of[role] = at;
    taken.add(at);
  }
  return { of, unused: header.filter((name, index) => !taken.has(index) && name.trim() !== '') };
}
