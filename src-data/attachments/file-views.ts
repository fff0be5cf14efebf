import { t } from '../../src-shared/language/language.ts';
import type { FileState, FileView } from '../../src-shared/protocol/data-rpc/file-views.ts';
import { unreachable } from '../../src-shared/util/unreachable.ts';
import type { ReadDb } from '../db/database.ts';
import type { BlobFiles } from './blob-files.ts';
import { type BlobRow, findBlob, readThumbnail } from './blob-rows.ts';

/** What staff are told of a file. `isOnline`: the server answers. */
export function viewOfFile(db: ReadDb, files: BlobFiles, sha256: string, isOnline: boolean): FileView {
  const row = findBlob(db, sha256);
  const state = stateOf(row);
  const percent = percentOf(row, state, files);
  return {
    sha256,
    state,
    percent,
    label: labelOf(row, state, percent),
    sentence: sentenceOf(row, state, isOnline),
    canOpen: row?.isHere === 1 && state !== 'refused',
    hasThumbnail: state !== 'refused' && readThumbnail(db, sha256) !== null,
  };
}

function stateOf(row: BlobRow | null): FileState {
  if (row === null) return 'notHere';
  if (row.serverState === 'notAllowed' || row.serverState === 'infected') return 'refused';
  if (row.isHere === 0) return row.isWanted === 1 && row.serverState === 'stored' ? 'fetching' : 'notHere';
  if (row.serverState === 'stored' || row.serverState === 'checking') return 'atServer';
  return row.sentBytes > 0 ? 'sending' : 'hereOnly';
}

function percentOf(row: BlobRow | null, state: FileState, files: BlobFiles): number | null {
  if (row === null || (state !== 'sending' && state !== 'fetching')) return null;
  const done = state === 'sending' ? row.sentBytes : files.partSize(row.sha256);
  return Math.min(100, Math.floor((100 * done) / row.sizeBytes));
}

function labelOf(row: BlobRow | null, state: FileState, percent: number | null): string {
  switch (state) {
    case 'hereOnly':
      return t`On this workstation only`;
    case 'sending':
      return t`Sending ${percent ?? 0} %`;
    case 'atServer':
      return row?.serverState === 'checking' ? t`At the server, being checked` : t`At the server`;
    case 'notHere':
      return t`Not on this workstation yet`;
    case 'fetching':
      return t`Fetching ${percent ?? 0} %`;
    case 'refused':
      return row?.serverState === 'infected' ? t`Checked: infected` : t`Checked: not allowed`;
    default:
      return unreachable(state);
  }
}

function sentenceOf(row: BlobRow | null, state: FileState, isOnline: boolean): string {
  switch (state) {
    case 'hereOnly':
    case 'sending':
      return isOnline ? t`It is on its way to the server, after the cases.` : t`It is sent when the network is back. Do not unplug this workstation for good before.`;
    case 'atServer':
      return row?.serverState === 'checking' ? t`The server has it and is checking it for viruses.` : t`The server has it; other workstations can open it.`;
    case 'fetching':
      return isOnline ? t`It is being fetched from the server.` : t`There is no network now; fetching goes on when it is back.`;
    case 'notHere':
      return notHereSentence(row, isOnline);
    case 'refused':
      return row?.why ?? t`It was checked at the server and cannot be opened.`;
    default:
      return unreachable(state);
  }
}

function notHereSentence(row: BlobRow | null, isOnline: boolean): string {
  if (!isOnline) return t`This file is not on this workstation, and there is no network now. It can be opened when the network is back.`;
  if (row?.serverState === 'expected') return t`It is still on the workstation that attached it, and comes when that one is online.`;
  if (row?.serverState === 'checking') return t`The server is checking it for viruses. It can be opened when that is done.`;
  return t`Open it, and it is fetched from the server.`;
}
