import { z } from 'zod';
import { t } from '../language/language.ts';
import { TrackingNumber } from '../tracking-number/tracking-number.ts';
import { foldText } from '../util/fold-text.ts';
import { Code, CommandId, StaffId } from '../util/ids.ts';
import { requiredText } from '../util/text.ts';
import { UtcMs } from '../util/time.ts';

/** What a bulletin says and when it is shown; all of it is set by people. */
export const BulletinWords = z.object({
  title: requiredText(200, () => t`Give the bulletin a title`),
  /** What to say to callers now. */
  text: requiredText(2_000, () => t`Write what to say to callers`),
  /** Services it is about; empty: any. */
  serviceCodes: z.array(Code).max(200),
  /** Folded words of the places it is about, each entry by itself (`elm street`); empty: any place. */
  placeWords: z.array(z.string().overwrite(foldText).min(1, { error: () => t`A place has letters or digits` }).max(200)).max(100),
  /** The case callers are added to; null: none. */
  trackingNumber: TrackingNumber.nullable(),
  from: UtcMs,
  /** Exclusive. Every bulletin ends by itself: one that was forgotten would have callers told what is no longer so. */
  until: UtcMs,
});
export type BulletinWords = z.infer<typeof BulletinWords>;

/** What everybody who answers calls has to know for a while (NO-4). `id` is the id of the command that posted it. */
export const Bulletin = BulletinWords.extend({
  id: CommandId,
  by: StaffId,
  postedAt: UtcMs,
  /** Command that last set its words: the basis a change is checked against. */
  changedIn: CommandId,
  changedBy: StaffId,
  /** Ended by somebody before its time; null: it runs until `until`. */
  endedAt: UtcMs.nullable(),
});
export type Bulletin = z.infer<typeof Bulletin>;

/** When it stops being shown. */
export function endOfBulletin({ until, endedAt }: Pick<Bulletin, 'until' | 'endedAt'>): UtcMs {
  return endedAt !== null && endedAt < until ? endedAt : until;
}
