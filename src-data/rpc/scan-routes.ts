import { implement } from '@orpc/server';
import { scanContract } from '../../src-shared/protocol/data-rpc/scan-contract.ts';
import type { CaseId } from '../../src-shared/util/ids.ts';
import { readScanSettings, saveScanSettings } from '../scans/scan-settings.ts';
import type { Workstation } from '../workstation.ts';
import { attachKept } from './commands.ts';

/** Scans of this workstation's folder, and files kept here before they belong to a case. `onCase`: a case has got a file. */
export function scanRoutes(workstation: Workstation, onCase: (caseId: CaseId) => void) {
  const { db, scans, attachments, changes, now } = workstation;
  const os = implement(scanContract);
  return os.router({
    settings: os.settings.handler(() => {
      const kept = readScanSettings(db);
      return { folder: kept?.folder ?? null, removesTaken: kept?.removesTaken ?? false };
    }),
    saveSettings: os.saveSettings.handler(async ({ input }) => {
      const reply = await saveScanSettings(db, input, now());
      await scans.look();
      changes.publish({ topic: 'scans', caseIds: null });
      return reply;
    }),
    list: os.list.handler(() => scans.view()),
    keep: os.keep.handler(({ input }) => scans.keep(input.id)),
    hide: os.hide.handler(({ input }) => {
      scans.hide(input.id);
      return { ok: true } as const;
    }),
    picture: os.picture.handler(({ input }) => scans.picture(input.id)),
    openCopy: os.openCopy.handler(({ input }) => scans.openCopy(input.id)),
    keepUpload: os.keepUpload.handler(({ input }) => attachments.keep(input.uploadId)),
    attachKept: os.attachKept.handler(({ input }) => {
      const reply = attachKept(workstation, input);
      if (reply.ok) {
        onCase(input.caseId);
        void scans.attached(input.file.sha256);
      }
      return reply;
    }),
  });
}
