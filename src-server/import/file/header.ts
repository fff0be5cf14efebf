export interface Header {
  /** One name for each column, no two alike. */
  readonly columns: readonly string[];
  /** What had to be done to the names, for the person at the keyboard. */
  readonly notes: readonly string[];
}

/**
 * Names every column so that a mapping can tell them apart: a name that comes again gets a number behind it, a column
 * without a name is called by its place.
 */
export function nameColumns(fields: readonly string[]): Header {
  const notes: string[] = [];
  const taken = new Set<string>();
  const columns = fields.map((field, index) => {
    const given = field.replace(/\s+/gu, ' ').trim();
    const name = freeName(given || `Column ${index + 1}`, taken);
    taken.add(name);
    if (given === '') notes.push(`Column ${index + 1} has no name; it is called “${name}” here.`);
    else if (name !== given) notes.push(`More than one column is named “${given}”; column ${index + 1} is called “${name}” here.`);
    return name;
  });
  return { columns, notes };
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted} (${count})`;
  return name;
}
