/** Since when citizens of a case wait for a letter: derived from its document, and from that of the case it is part of. */
import { lettersOwed } from '../../src-shared/correspondence/letters-owed.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { findCase } from './case-queries.ts';

const SQL = {
  set: 'UPDATE case_ SET letters_since = :since WHERE case_id = :caseId AND letters_since IS NOT :since',
} as const;

/** Since when the first of its citizens waits; null: nobody does. */
export function lettersSince(db: ReadDb, current: Case): UtcMs | null {
  return oldest(current, current.mergedInto === null ? null : wholeOf(db, current));
}

/** The case that this one is part of, when it is on this workstation. */
export function wholeOf(db: ReadDb, { mergedInto }: Pick<Case, 'mergedInto'>): Case | null {
  return mergedInto === null ? null : (findCase(db, mergedInto.caseId)?.case ?? null);
}

/** What happens to a case concerns the citizens of those merged into it too: their waiting is written anew. */
export function writeLettersOfParts(db: WriteDb, whole: Case): void {
  for (const { caseId } of whole.absorbed) {
    const part = findCase(db, caseId)?.case;
    if (part) db.write(SQL.set).run({ caseId, since: oldest(part, whole) });
  }
}

function oldest(current: Case, whole: Case | null): UtcMs | null {
  const moments = lettersOwed(current, whole).map(({ since }) => since);
  return moments.reduce<UtcMs | null>((first, at) => (first === null || at < first ? at : first), null);
}
