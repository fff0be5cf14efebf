import type { QueryKey } from '@tanstack/react-query';
import type { DataChange } from '../../src-shared/protocol/data-rpc/workstation-views.ts';

/** Whether what was asked under this key may differ after the change. */
export function concerns(change: DataChange | 'everything', queryKey: QueryKey): boolean {
  if (change === 'everything') return queryKey[0] !== 'fileBytes'; // files are named by their content: it never changes
  const [topic, kind, id] = queryKey;
  if (topic !== change.topic) return false;
  const isOneCase = topic === 'cases' && kind === 'one';
  return !isOneCase || change.caseIds === null || change.caseIds.some((caseId) => caseId === id);
}
