import type { Case } from '../../../src-shared/domain/case-document.ts';

/** What every dialog of a case gets. It is mounted while it is open. */
export interface CaseDialogProps {
  readonly current: Case;
  /** What of the case it is about, such as a task's id; null: nothing in particular. */
  readonly subject: string | null;
  readonly onClose: () => void;
}
