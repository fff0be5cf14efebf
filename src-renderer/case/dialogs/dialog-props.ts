import type { Case } from '../../../src-shared/domain/case-document.ts';

/** What every dialog of a case gets. It is mounted while it is open. */
export interface CaseDialogProps {
  readonly current: Case;
  readonly onClose: () => void;
}
