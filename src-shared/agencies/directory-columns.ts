import { foldText } from '../util/fold-text.ts';

/** What a column of a directory file can say. `name` and `program` together name an agency; `handles` may be several columns. */
export const COLUMN_ROLES = [
  'code',
  'name',
  'program',
  'street',
  'street2',
  'city',
  'state',
  'zip',
  'phone',
  'hours',
  'email',
  'website',
  'handles',
  'serviceCodes',
  'placeWords',
  'from',
  'until',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** Names a column goes by, folded; earlier ones are taken before later ones. */
const NAMES: Record<ColumnRole, readonly string[]> = {
  code: ['code', 'agency code', 'short name', 'codigo'],
  name: ['agency name', 'agency', 'organization name', 'organization', 'organisation', 'company', 'office', 'name', 'nombre de la agencia', 'agencia', 'dependencia', 'entidad', 'nombre'],
  program: ['program name', 'program', 'division', 'unit', 'site name', 'location name', 'programa'],
  street: ['street address', 'address', 'address 1', 'address line 1', 'address1', 'street', 'mailing address', 'physical address', 'location', 'direccion', 'domicilio', 'calle'],
  street2: ['address 2', 'address line 2', 'address2', 'suite', 'room', 'direccion 2'],
  city: ['city', 'town', 'municipality', 'ciudad', 'municipio'],
  state: ['state', 'state province', 'province', 'estado', 'provincia'],
  zip: ['zip', 'zip code', 'zipcode', 'postal code', 'postcode', 'codigo postal'],
  phone: ['phone', 'phone number', 'main phone', 'telephone', 'telephone number', 'tel', 'contact phone', 'contact number', 'hotline', 'telefono', 'numero de telefono'],
  hours: ['hours', 'business hours', 'office hours', 'opening hours', 'hours of operation', 'horario'],
  email: ['email', 'e mail', 'email address', 'contact email', 'correo electronico', 'correo'],
  website: ['website', 'web site', 'url', 'web', 'web address', 'link', 'homepage', 'sitio web', 'pagina web'],
  handles: ['handles', 'what it handles', 'responsible for', 'responsibilities', 'jurisdiction over', 'services', 'description', 'keywords', 'categories', 'subjects', 'notes', 'servicios', 'descripcion', 'palabras clave'],
  serviceCodes: ['service codes', 'service code', 'our services', 'codigos de servicio'],
  placeWords: ['places', 'place words', 'answers for places', 'service area', 'area served', 'areas served', 'lugares'],
  from: ['from', 'valid from', 'effective from', 'effective date', 'start date', 'desde'],
  until: ['until', 'valid until', 'effective until', 'expires', 'end date', 'hasta'],
};

/** Words that make a column another thing than its name begins to say: a fax is no phone. */
const OTHER_THING = /\b(fax|tty|tdd|latitude|longitude|manager|director|person|parent|updated|created|count)\b/;

/** Which column (counted from 0) has which role. `handles` lists all of its columns, in the order of `NAMES`. */
export interface DirectoryColumns {
  readonly of: Readonly<Partial<Record<ColumnRole, number>>>;
  readonly handles: readonly number[];
  /** Names of the columns nothing was taken from. */
  readonly unused: readonly string[];
}

/** Finds the columns by their names in the header, in any order, whatever their capitals, spaces and underscores. */
export function findDirectoryColumns(header: readonly string[]): DirectoryColumns {
  const folded = header.map(foldText);
  const taken = new Set<number>();
  const of: Partial<Record<ColumnRole, number>> = {};
  const handles = takeAll(folded, NAMES.handles, taken);
  for (const match of [isSame, isWithin]) {
    for (const role of COLUMN_ROLES) {
      if (role === 'handles' || of[role] !== undefined) continue;
      const column = bestColumn(folded, NAMES[role], taken, match);
      if (column === null) continue;
      of[role] = column;
      taken.add(column);
    }
  }
  return { of, handles, unused: header.filter((name, index) => !taken.has(index) && name.trim() !== '') };
}

/** How many of name, street and phone a header has: what tells a directory from another table. */
export function essentialColumns({ of }: DirectoryColumns): number {
  return [of.name, of.street, of.phone].filter((column) => column !== undefined).length;
}

type Match = (column: string, name: string) => boolean;
const isSame: Match = (column, name) => column === name;
const isWithin: Match = (column, name) => !OTHER_THING.test(column) && ` ${column} `.includes(` ${name} `);

function takeAll(columns: readonly string[], names: readonly string[], taken: Set<number>): readonly number[] {
  const found = names.flatMap((name) => columns.flatMap((column, index) => (column === name ? [index] : [])));
  for (const index of found) taken.add(index);
  return found;
}

/** The column that goes by the earliest name; of several words that fit, the longest name decides. */
function bestColumn(columns: readonly string[], names: readonly string[], taken: ReadonlySet<number>, match: Match): number | null {
  const ordered = match === isSame ? names : [...names].sort((a, b) => b.length - a.length);
  for (const name of ordered) {
    const index = columns.findIndex((column, at) => !taken.has(at) && match(column, name));
    if (index >= 0) return index;
  }
  return null;
}
