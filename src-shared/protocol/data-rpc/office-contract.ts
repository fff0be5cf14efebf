/** The office's records and the administration of the catalogue, as parts of the contract. */
import { oc, type } from '@orpc/contract';
import { z } from 'zod';
import {
  ChangeSetInput,
  GivePasswordInput,
  type GivePasswordReply,
  type PreviewReply,
  PublishInput,
  type ReadImportReply,
  type UndoReply,
  type VersionReply,
  type VersionsReply,
  type WithoutPasswordReply,
} from './admin-views.ts';
import { OfficeCommandInput, type OfficeRunReply, type OfficeView, type OfficeWaitingItem } from './office-views.ts';

const aVersion = z.object({ version: z.int().positive() });

export const officeContract = {
  /** Bulletins, delegations, who has read what, suggestions and events, with what was given here on top. */
  get: oc.output(type<OfficeView>()),
  /** Ok means shown and on disk; the server judges later, and `waiting` says what it refused. */
  run: oc.input(OfficeCommandInput).output(type<OfficeRunReply>()),
  /** Oldest first: one's own; administrators see everybody's at this workstation. Changes of the catalogue are among them. */
  waiting: oc.output(type<readonly OfficeWaitingItem[]>()),
  /** Takes a refused one off the list, or gives up one that the server has asked to come again. */
  dismiss: oc.input(z.object({ uid: z.uuid() })).output(type<{ readonly ok: true }>()),
};

export const adminContract = {
  /** What a change would mean for the open cases here; writes nothing. May take some seconds on a large city. */
  preview: oc.input(ChangeSetInput).output(type<PreviewReply>()),
  /** Ok means that it waits for the server; the catalogue changes when it has come back (topic `catalogue`). */
  publish: oc.input(PublishInput).output(type<OfficeRunReply>()),
  /** Newest first, `before` a version; asks the server. */
  versions: oc.input(z.object({ before: z.int().positive().nullable() })).output(type<VersionsReply>()),
  version: oc.input(aVersion).output(type<VersionReply>()),
  /** What would put back all that a version changed; publish it to do so. */
  undo: oc.input(aVersion).output(type<UndoReply>()),
  /** The whole configuration as one readable file; null on a workstation that has never reached its server. */
  exportFile: oc.output(type<{ readonly name: string; readonly text: string } | null>()),
  /** What such a file would change here, or what is wrong with it by line; publish it to take it over. */
  readImport: oc.input(z.object({ text: z.string().max(16_000_000) })).output(type<ReadImportReply>()),
  /** A random first password, or a new one for somebody who forgot theirs; shown once. Asks for the administrator's own again. */
  givePassword: oc.input(GivePasswordInput).output(type<GivePasswordReply>()),
  withoutPassword: oc.output(type<WithoutPasswordReply>()),
};
