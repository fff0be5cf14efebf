/** Versions of the catalogue: known at the server, asked for when an administrator looks at them. */
import { t } from '../../src-shared/language/language.ts';
import type { ChangeLine } from '../../src-shared/catalogue/changes-between.ts';
import { changesBetween, undoOf } from '../../src-shared/catalogue/changes-between.ts';
import { readConfiguration, writeConfiguration } from '../../src-shared/catalogue/read-configuration.ts';
import { type CatalogueVersionRow, VersionReply as VersionAnswer, VersionsReply as VersionsAnswer } from '../../src-shared/protocol/catalogue-versions.ts';
import type { CatalogueVersion, NotAnswered, ReadImportReply, UndoReply, VersionReply, VersionsReply } from '../../src-shared/protocol/data-rpc/admin-views.ts';
import { foldText } from '../../src-shared/util/fold-text.ts';
import { currentCatalogue } from '../cases/catalogue.ts';
import type { ReadDb } from '../db/database.ts';
import type { AskServer } from './ask-server.ts';
import { readyFor } from './change-set.ts';

export interface VersionsDesk {
  readonly db: ReadDb;
  readonly ask: AskServer;
}

/** Newest first, `before` a version (null: from the newest). */
export async function listVersions({ ask }: VersionsDesk, before: number | null): Promise<VersionsReply> {
  const answer = await ask({ path: '/sync/v1/catalogue/versions', body: { before }, reply: VersionsAnswer });
  return answer.ok ? { ok: true, versions: answer.value.versions.map(toVersion), hasMore: answer.value.hasMore } : answer;
}

export async function readVersion({ ask }: VersionsDesk, version: number): Promise<VersionReply> {
  const answer = await ask({ path: '/sync/v1/catalogue/version', body: { version }, reply: VersionAnswer });
  return answer.ok ? { ok: true, version: toVersion(answer.value.version), catalogue: answer.value.catalogue } : answer;
}

/** What would put back all that a version changed, on top of the catalogue held here. */
export async function undoVersion(desk: VersionsDesk, version: number): Promise<UndoReply> {
  const newest = currentCatalogue(desk.db);
  if (newest === null) return NOT_READY;
  const [after, before] = await Promise.all([readVersion(desk, version), readVersion(desk, version - 1)]);
  if (!after.ok) return after;
  if (!before.ok) return version > 1 ? before : { ok: false, sentence: t`This is the first version; there is nothing before it to go back to.` };
  const undo = undoOf(after.catalogue, before.catalogue, newest);
  return { ok: true, ...readyFor(newest, undo), changedSince: undo.changedSince };
}

/** The whole configuration as one readable file, and a name for it; null on a workstation that has never reached its server. */
export function configurationFile(db: ReadDb): { readonly name: string; readonly text: string } | null {
  const catalogue = currentCatalogue(db);
  if (catalogue === null) return null;
  const city = foldText(catalogue.city.name).replaceAll(' ', '-') || 'city';
  return { name: `portreeve-${city}-version-${catalogue.version}.json`, text: writeConfiguration(catalogue) };
}

/** What a configuration file would change here, or everything that is wrong with it by line. */
export function readImport(db: ReadDb, text: string): ReadImportReply {
  const newest = currentCatalogue(db);
  if (newest === null) return { ok: false, problems: [{ line: 1, sentence: NOT_READY.sentence }] };
  const read = readConfiguration(text, newest.version);
  return read.ok ? { ok: true, ...readyFor(newest, changesBetween(newest, read.catalogue)) } : read;
}

const NOT_READY: NotAnswered = { ok: false, sentence: t`This workstation has not reached its server yet. Check the network; it goes on by itself.` };

/** Of a newer server there may be sections and kinds of change this version has no words for; they are shown by their names. */
function toVersion({ changes, ...row }: CatalogueVersionRow): CatalogueVersion {
  return { ...row, changes: changes as readonly ChangeLine[] | null }; // safe: only shown
}
