import type { CatalogueAdditions, NewDepartment, NewService } from '../import-protocol.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { ReadRow } from './read-rows.ts';

/** What the first reading of a file found out. */
export interface FileNeeds {
  readonly rowCount: number;
  readonly additions: CatalogueAdditions;
}

/** Reads all rows once and collects the departments, services and outcomes that the catalogue needs for them. */
export async function collectNeeds(rows: AsyncIterable<ReadRow>, mapping: Mapping): Promise<FileNeeds> {
  const departments = new Map<string, NewDepartment>();
  const services = new Map<string, NewService>();
  let rowCount = 0;
  for await (const row of rows) {
    rowCount += 1;
    if (!row.ok) continue;
    const { newDepartment, newService } = row.mapped;
    if (newDepartment && !departments.has(newDepartment.code)) departments.set(newDepartment.code, newDepartment);
    if (newService && !services.has(newService.code)) services.set(newService.code, newService);
  }
  return {
    rowCount,
    additions: { departments: [...departments.values()], services: [...services.values()], dispositions: mapping.closing.create },
  };
}
