import { implement } from '@orpc/server';
import { adminDeskContract } from '../../src-shared/protocol/data-rpc/admin-desk-contract.ts';
import { readAdminDraft, saveAdminDraft } from '../admin/admin-draft.ts';
import { askMailLog, retryMails } from '../admin/mail-log.ts';
import { askWorkstations, blockWorkstation } from '../admin/workstations.ts';
import { holidayPlaces } from '../holidays/public-holidays.ts';
import type { Workstation } from '../workstation.ts';

/** What the procedures of `admin` do that keep something here, or ask for the mail log and the workstations. */
export function adminDeskRoutes(desk: Pick<Workstation, 'db' | 'ask'>) {
  const os = implement(adminDeskContract);
  return {
    draft: os.draft.handler(() => readAdminDraft(desk.db)),
    saveDraft: os.saveDraft.handler(({ input }) => {
      saveAdminDraft(desk.db, input.body);
      return { ok: true } as const;
    }),
    holidayPlaces: os.holidayPlaces.handler(({ input }) => holidayPlaces(input.country)),
    mailLog: os.mailLog.handler(({ input }) => askMailLog(desk, input)),
    workstations: os.workstations.handler(() => askWorkstations(desk)),
    blockWorkstation: os.blockWorkstation.handler(({ input }) => blockWorkstation(desk, input)),
    retryMails: os.retryMails.handler(({ input }) => retryMails(desk, input.ids)),
  };
}
