import { t } from '../language/language.ts';
import { foldText } from '../util/fold-text.ts';
import { Agency } from './agency.ts';
import { agencyCode } from './agency-code.ts';
import type { AgencyRow, DirectoryProblem } from './directory-row.ts';

/** A readable row and the line of the file it begins on. */
export interface NumberedRow {
  readonly line: number;
  readonly row: AgencyRow;
}

export interface MergedDirectory {
  readonly agencies: readonly Agency[];
  readonly addedCodes: readonly string[];
  readonly updatedCodes: readonly string[];
  readonly unchangedCount: number;
  /** Rows that do not go together with what is there already. */
  readonly problems: readonly DirectoryProblem[];
}

/** What makes two rows the same agency: name and address, however they are written. */
export function identityOf({ name, address }: Pick<Agency, 'name' | 'address'>): string {
  return `${foldText(name)} | ${foldText(address)}`;
}

/** Puts the rows of a file into the directory. Rows of the same identity or code must have been taken out before. */
export function mergeDirectory(rows: readonly NumberedRow[], existing: readonly Agency[]): MergedDirectory {
  const found = findExisting(rows.map(({ row }) => row), existing);
  const names = countNames([...existing, ...rows.map(({ row }) => row)]);
  const usedCodes = new Set(existing.map(({ code }) => code));
  const changed = new Map<string, Agency>();
  const added: Agency[] = [];
  const problems: DirectoryProblem[] = [];
  for (const { line, row } of rows) {
    const before = found.get(row);
    const code = before?.code ?? row.code ?? newCode(row, names, usedCodes);
    const merged = Agency.safeParse({ hours: '', handles: '', ...before, ...row, code });
    usedCodes.add(code);
    if (!merged.success) problems.push(mismatch(line, row));
    else if (before) changed.set(code, merged.data);
    else added.push(merged.data);
  }
  const updated = existing.filter((agency) => isChanged(agency, changed.get(agency.code)));
  return {
    agencies: [...existing.map((agency) => changed.get(agency.code) ?? agency), ...added],
    addedCodes: added.map(({ code }) => code),
    updatedCodes: updated.map(({ code }) => code),
    unchangedCount: changed.size - updated.length,
    problems,
  };
}

/** The one thing a good row can get wrong together with the agency it changes: its days. */
function mismatch(line: number, { name }: AgencyRow): DirectoryProblem {
  const message = t`Line ${line} (${name}) and the directory together would end before they begin. Correct the dates in one of them.`;
  return { line, isRejected: true, reason: 'badDate', message };
}

function newCode(row: AgencyRow, names: ReadonlyMap<string, number>, used: ReadonlySet<string>): string {
  const plain = agencyCode(row.name);
  if ((names.get(foldText(row.name)) ?? 0) === 1 && !used.has(plain)) return plain;
  let code = agencyCode(row.name, row.address);
  for (let count = 2; used.has(code); count += 1) code = agencyCode(row.name, `${row.address} ${count}`);
  return code;
}

/** Each row's agency in the directory: by code, by name and address, or by a name that only one of each has. */
function findExisting(rows: readonly AgencyRow[], existing: readonly Agency[]): ReadonlyMap<AgencyRow, Agency> {
  const found = new Map<AgencyRow, Agency>();
  const free = new Set(existing);
  const take = (row: AgencyRow, agency: Agency | undefined): void => {
    if (!agency || found.has(row) || !free.delete(agency)) return;
    found.set(row, agency);
  };
  const byCode = new Map(existing.map((agency) => [agency.code, agency]));
  const byIdentity = new Map(existing.map((agency) => [identityOf(agency), agency]));
  const byName = new Map(existing.map((agency) => [foldText(agency.name), agency]));
  const [namesInFile, namesHere] = [countNames(rows), countNames(existing)];
  for (const row of rows) take(row, row.code === undefined ? undefined : byCode.get(row.code));
  for (const row of rows) take(row, byIdentity.get(identityOf(row)));
  for (const row of rows) {
    const name = foldText(row.name);
    if (row.code === undefined && namesInFile.get(name) === 1 && namesHere.get(name) === 1) take(row, byName.get(name));
  }
  return found;
}

function countNames(agencies: readonly { readonly name: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of agencies) counts.set(foldText(name), (counts.get(foldText(name)) ?? 0) + 1);
  return counts;
}

function isChanged(before: Agency, after: Agency | undefined): boolean {
  return after !== undefined && JSON.stringify(Agency.parse(before)) !== JSON.stringify(after);
}
