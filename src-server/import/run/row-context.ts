import { utcMs } from '../../../src-shared/util/time.ts';
import { ImportProblem } from '../import-problem.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { dateReaders, type RowContext } from '../row/dates.ts';

/** What every row of a run is read with. Throws ImportProblem when a format or the zone in the mapping means nothing. */
export function rowContext(mapping: Mapping): RowContext {
  try {
    return { mapping, readers: dateReaders(mapping), now: utcMs(Date.now()) };
  } catch (error) {
    throw new ImportProblem(`The mapping ${mapping.name} is not right: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
