import type { ReactElement } from 'react';
import { t } from '../../../src-shared/language/language.ts';
import type { KeptFile } from '../../../src-shared/protocol/data-rpc/kept-file.ts';
import { ScanOffer } from '../../app/scans/scan-offer.tsx';
import { withFile } from '../files/draft-files.ts';
import { changeDraft } from '../intake-store.ts';

const SCOPE = { id: 'newCase.scans', title: t`New case` };

async function addToDraft(file: KeptFile): Promise<null> {
  changeDraft((draft) => withFile(draft, file));
  return null;
}

/** What the scanner of this workstation has written since: one key puts the newest among the files of the draft. */
export function DraftScans(): ReactElement {
  return <ScanOffer scope={SCOPE} actionId="newCase.attachScan" onTake={addToDraft} />;
}
