import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { PRESENCE_HEARTBEAT_MS } from '../../src-shared/protocol/presence.ts';
import type { PresentColleague } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { CaseId } from '../../src-shared/util/ids.ts';
import { data } from '../data/data-client.ts';
import { queries } from '../data/queries.ts';

/** Says that this desk has the case open, for as long as it has, and tells which colleagues have. Goes silent when the line does. */
export function usePresence(caseId: CaseId): readonly PresentColleague[] {
  useEffect(() => {
    const look = (shown: CaseId | null): void => void data.presence.look({ caseId: shown }).catch(() => undefined);
    look(caseId);
    // Again and again, because a data process that was restarted knows nothing of it.
    const timer = setInterval(() => look(caseId), PRESENCE_HEARTBEAT_MS);
    return () => {
      clearInterval(timer);
      look(null);
    };
  }, [caseId]);
  const { data: colleagues } = useQuery(queries.colleagues());
  return colleagues?.filter((colleague) => colleague.caseId === caseId) ?? [];
}
