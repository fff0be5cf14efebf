import type { Case } from '../../src-shared/domain/case-document.ts';
import { placeKey } from '../../src-shared/places/place-key.ts';
import { foldText } from '../../src-shared/util/fold-text.ts';
import type { WriteDb } from '../db/database.ts';
import { forgetHeard } from '../heard/learn-words.ts';
import { wantScrub } from './scrub-wanted.ts';

const SQL = {
  note: 'INSERT INTO sealed_away (case_id) VALUES (:caseId) ON CONFLICT DO NOTHING',
  forget: 'DELETE FROM sealed_away WHERE case_id = :caseId',
  lost: 'DELETE FROM lost_case WHERE case_id = :caseId',
  attention: 'DELETE FROM attention_copy WHERE case_id = :caseId',
  place: `DELETE FROM place WHERE folded = :folded AND is_address = 0
    AND NOT EXISTS (SELECT 1 FROM case_ WHERE place_key = :key AND location_folded = :folded AND case_id <> :caseId)`,
} as const;

/**
 * A case has left this workstation's buckets and is about to be taken off its disk. `known`: as it was shown here; `isSealed`: the
 * server has said so. Of a sealed one everything goes that stands beside it; of any other only what indexes keep of its words.
 */
export function forgetTraces(db: WriteDb, caseId: string, { known, isSealed }: { readonly known: Case | null; readonly isSealed: boolean }): void {
  if (!isSealed && known?.isSealed !== true) {
    if (known) wantScrub(db, { isSealed: false });
    return;
  }
  db.write(SQL.note).run({ caseId });
  db.write(SQL.lost).run({ caseId });
  db.write(SQL.attention).run({ caseId });
  const text = known?.location?.text ?? '';
  const folded = foldText(text);
  if (folded !== '') db.write(SQL.place).run({ folded, key: placeKey(text), caseId });
  forgetHeard(db);
  wantScrub(db, { isSealed: true });
}

/** The case may be held here again. */
export function noLongerAway(db: WriteDb, caseId: string): void {
  db.write(SQL.forget).run({ caseId });
}
