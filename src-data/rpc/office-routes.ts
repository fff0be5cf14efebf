/** What the procedures of `office` and `admin` do. */
import { implement } from '@orpc/server';
import { adminContract, officeContract } from '../../src-shared/protocol/data-rpc/office-contract.ts';
import type { OfficeRunReply } from '../../src-shared/protocol/data-rpc/office-views.ts';
import { givePassword, staffWithoutPassword } from '../admin/give-password.ts';
import { configurationFile, listVersions, readImport, readVersion, undoVersion } from '../admin/versions.ts';
import { dismissOfficeCommand } from '../office/office-rows.ts';
import { showOffice } from '../office/office-store.ts';
import type { Workstation } from '../workstation.ts';
import { previewOfChange, publishChange } from './admin.ts';
import { officeView, officeWaiting, runOffice } from './office.ts';

type OfficeDesk = Pick<Workstation, 'db' | 'now' | 'ask' | 'changes' | 'nudgeSync'>;

function announce({ changes }: OfficeDesk): void {
  for (const topic of ['office', 'sync'] as const) changes.publish({ topic, caseIds: null });
}

function announced(desk: OfficeDesk, reply: OfficeRunReply): OfficeRunReply {
  if (!reply.ok) return reply;
  announce(desk);
  desk.nudgeSync();
  return reply;
}

export function officeRoutes(desk: OfficeDesk) {
  const os = implement(officeContract);
  const { db, now } = desk;
  return {
    get: os.get.handler(() => officeView(db)),
    run: os.run.handler(({ input }) => announced(desk, runOffice(desk, input))),
    waiting: os.waiting.handler(() => officeWaiting(db)),
    dismiss: os.dismiss.handler(({ input }) => {
      db.transaction(() => {
        dismissOfficeCommand(db, input.uid, now());
        showOffice(db);
      });
      announce(desk);
      return { ok: true } as const;
    }),
  };
}

export function adminRoutes(desk: OfficeDesk) {
  const os = implement(adminContract);
  const { db } = desk;
  return {
    preview: os.preview.handler(({ input }) => previewOfChange(desk, input)),
    publish: os.publish.handler(({ input }) => announced(desk, publishChange(desk, input))),
    versions: os.versions.handler(({ input }) => listVersions(desk, input.before)),
    version: os.version.handler(({ input }) => readVersion(desk, input.version)),
    undo: os.undo.handler(({ input }) => undoVersion(desk, input.version)),
    exportFile: os.exportFile.handler(() => configurationFile(db)),
    readImport: os.readImport.handler(({ input }) => readImport(db, input.text)),
    givePassword: os.givePassword.handler(({ input }) => givePassword(desk, input)),
    withoutPassword: os.withoutPassword.handler(() => staffWithoutPassword(desk)),
  };
}
