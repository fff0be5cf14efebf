/** Scans that wait in a folder of this workstation, and files that are kept here before they belong to a case. */
import { oc, type } from '@orpc/contract';
import { z } from 'zod';
import { CaseId, CommandId } from '../../util/ids.ts';
import type { UtcMs } from '../../util/time.ts';
import type { RunReply } from './command-input.ts';
import type { FileRefused, OpenCopyReply } from './file-views.ts';
import { KeptFile } from './kept-file.ts';

/** `folder` null: none is watched. `removesTaken`: a scan is taken out of the folder once a case has it; else it stays for ever. */
export const ScanSettings = z.object({ folder: z.string().min(1).max(1_000).nullable(), removesTaken: z.boolean() });
export type ScanSettings = z.infer<typeof ScanSettings>;

export type KeepFileReply = { readonly ok: true; readonly file: KeptFile } | FileRefused;

/** `writing`: the scanner is not done with it. `refused`: `sentence` says why, and what to do. */
export interface ScanView {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  /** When it came into the folder. */
  readonly at: UtcMs;
  readonly state: 'ready' | 'writing' | 'refused';
  readonly sentence: string;
  /** Null while it is being written. */
  readonly mediaType: string | null;
  /** Of a PDF that says so; null: it does not, or it is none. */
  readonly pages: number | null;
}

/** New scans, newest first. `problem`: the folder cannot be read, and what to do; null: it can, or none is set. */
export interface ScansView {
  readonly folder: string | null;
  readonly problem: string | null;
  readonly scans: readonly ScanView[];
}

const ScanId = z.object({ id: z.string().min(1).max(600) });

export const scanContract = {
  settings: oc.output(type<ScanSettings>()),
  saveSettings: oc.input(ScanSettings).output(type<{ readonly ok: true } | FileRefused>()),
  list: oc.output(type<ScansView>()),
  /** Copies a scan to where files of cases are kept; it is offered no more, unless nothing comes of it. */
  keep: oc.input(ScanId).output(type<KeepFileReply>()),
  /** It is for no case: it is offered no more, and stays in the folder. */
  hide: oc.input(ScanId).output(type<{ readonly ok: true }>()),
  /** The whole picture, for a small view of it; null: no picture a window can show, or a large one. */
  picture: oc.input(ScanId).output(type<{ readonly mediaType: string; readonly bytesBase64: string } | null>()),
  /** Copies a scan to where copies are opened from (`desktop.openFileCopy`); it is offered as before. */
  openCopy: oc.input(ScanId).output(type<OpenCopyReply>()),
  /** A file given in pieces (`files.begin`), kept without a case. Null: nothing is known of the upload; begin again. */
  keepUpload: oc.input(z.object({ uploadId: z.uuid() })).output(type<KeepFileReply | null>()),
  /** Attaches what is kept here. The same command id has one effect. */
  attachKept: oc.input(z.object({ commandId: CommandId, caseId: CaseId, file: KeptFile })).output(type<RunReply | FileRefused>()),
};
