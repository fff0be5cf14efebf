import { comparable } from '../row/row-text.ts';
import { ImportProblem } from '../import-problem.ts';
import type { Mapping, TextFrom } from './mapping.ts';

/** The columns a mapping names. Those under `keep` may be missing from a file, all others have to be there. */
export function neededColumns(mapping: Mapping): readonly string[] {
  const { location, requester } = mapping;
  const texts: readonly (TextFrom | null | undefined)[] = [
    mapping.state,
    mapping.channel,
    mapping.kind,
    mapping.service,
    mapping.service.create?.serviceGroup,
    mapping.department,
    mapping.assignee,
    mapping.description,
    mapping.statusNote,
    mapping.closing.outcome,
    location?.text,
    requester?.name,
    requester?.phone,
    requester?.email,
    requester?.address,
  ];
  const single = [mapping.closedAt?.daysOpen, location?.latitude, location?.longitude, location?.point];
  return [
    ...('columns' in mapping.sourceId ? mapping.sourceId.columns : []),
    ...mapping.receivedAt.columns,
    ...(mapping.closedAt?.columns ?? []),
    ...texts.flatMap((text) => text?.columns ?? []),
    ...single.filter((column) => column !== null && column !== undefined),
  ];
}

/** The file's name for a column the mapping names: the same, or the only one that differs in capitals and punctuation. */
export function findColumn(wanted: string, columns: readonly string[]): string | null {
  if (columns.includes(wanted)) return wanted;
  const alike = columns.filter((column) => comparable(column) === comparable(wanted));
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

/** True when the file has every column the mapping cannot do without. */
export function fits(mapping: Mapping, columns: readonly string[]): boolean {
  return neededColumns(mapping).every((column) => findColumn(column, columns) !== null);
}

/** From the mapping's column names to the file's. Throws ImportProblem that names what is missing and what is there. */
export function bindColumns(mapping: Mapping, columns: readonly string[]): ReadonlyMap<string, string> {
  const missing = [...new Set(neededColumns(mapping).filter((column) => findColumn(column, columns) === null))];
  if (missing.length > 0) {
    throw new ImportProblem(
      `The mapping ${mapping.name} needs the column${missing.length > 1 ? 's' : ''} ${quoted(missing)}, which the file does not have. The file has ${quoted(columns)}. Choose another mapping or change its column names.`,
    );
  }
  const named = [...neededColumns(mapping), ...mapping.keep.map(({ column }) => column)];
  return new Map(named.flatMap((column) => pair(column, findColumn(column, columns))));
}

function pair(column: string, found: string | null): [string, string][] {
  return found === null ? [] : [[column, found]];
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(', ');
}
