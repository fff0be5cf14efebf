import { lacksProgress } from '../commands/close-case.ts';
import type { Case } from './case-document.ts';

export interface ClosingNeeds {
  /** A construction or major repair: how the work went, and the day it was complete (S2, Step 3.6). */
  readonly progressNote: boolean;
  readonly completionDate: boolean;
  /** A complaint: its citizen must know that it was received (S3, B.1). */
  readonly acknowledgement: boolean;
}

/** What has to be said before a case may be closed, as `case.close` judges it. Tasks are counted beside it. */
export function closingNeeds(current: Case): ClosingNeeds {
  const { isMajorRepair, kind, acknowledgedAt, source } = current;
  return {
    progressNote: isMajorRepair && !source && lacksProgress(current),
    completionDate: isMajorRepair && !source,
    acknowledgement: kind === 'complaint' && !source && acknowledgedAt === null,
  };
}
