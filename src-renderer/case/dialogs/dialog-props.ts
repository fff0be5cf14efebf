import type { Case } from '../../../src-shared/domain/case-document.ts';
import type { CaseDialogName } from '../use-case-actions.ts';

/** What every dialog of a case gets. It is mounted while it is open. */
export interface CaseDialogProps {
  readonly current: Case;
  /** What of the case it is about, such as a task's id; null: nothing in particular. */
  readonly subject: string | null;
  readonly onClose: () => void;
  /** Opens another dialog of the case in its place. */
  readonly openNext: (name: CaseDialogName) => void;
}
