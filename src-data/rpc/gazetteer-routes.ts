import { implement } from '@orpc/server';
import { t } from '../../src-shared/language/language.ts';
import { isAdministrator } from '../../src-shared/office/office-permission.ts';
import { gazetteerContract } from '../../src-shared/protocol/data-rpc/gazetteer-contract.ts';
import { gazetteerCsvPage } from '../places/export-gazetteer.ts';
import { importGazetteer } from '../places/import-gazetteer.ts';
import { currentSession } from '../session/session.ts';
import type { Workstation } from '../workstation.ts';

/** The city's list of addresses: an administrator's file, and what is here. */
export function gazetteerRoutes({ db, attachments, places, now }: Workstation) {
  const os = implement(gazetteerContract);
  return os.router({
    preview: os.preview.handler(({ input }) => {
      const { staff } = currentSession(db);
      if (!staff || !isAdministrator(staff)) return { ok: false, sentence: t`Only an administrator can change the list of addresses.` };
      return importGazetteer({ db, files: attachments.files, now, current: places.current().file }, input.fileName, input.text);
    }),
    csv: os.csv.handler(({ input }) => {
      const [{ staff }, { file }] = [currentSession(db), places.current()];
      return staff && isAdministrator(staff) && file ? gazetteerCsvPage(file, input.from) : null;
    }),
    here: os.here.handler(() => {
      const { file } = places.current();
      return { standing: places.standing(), inUse: file === null ? null : { streets: file.streets.length } };
    }),
  });
}
