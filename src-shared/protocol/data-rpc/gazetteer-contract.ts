import { oc, type } from '@orpc/contract';
import { z } from 'zod';
import type { GazetteerReference } from '../../places/gazetteer.ts';
import type { FileProblem } from '../../places/gazetteer-csv.ts';

/** What becomes of an address when the file takes the place of the list in force. */
export type AddressChange = 'added' | 'removed' | 'moved' | 'status';

/** What a file would change. `samples` are the first of each kind, in words; `reference` is what the catalogue has to say to have it so. */
export interface GazetteerPreview {
  readonly ok: true;
  readonly reference: GazetteerReference;
  readonly withPosition: number;
  readonly counts: Readonly<Record<AddressChange, number>>;
  readonly unchanged: number;
  readonly samples: readonly { readonly what: AddressChange; readonly text: string }[];
  readonly problems: readonly FileProblem[];
  readonly rejectedCount: number;
  readonly unusedColumns: readonly string[];
}
export type GazetteerPreviewReply = GazetteerPreview | { readonly ok: false; readonly sentence: string };

/** `coming`: the catalogue names a list that has not come to this workstation yet. `inUse`: what is found here now; null: none. */
export interface GazetteerHere {
  readonly standing: 'none' | 'current' | 'coming';
  readonly inUse: { readonly streets: number } | null;
}

/** A part of the list as CSV, the first with the names of the columns; `next`: where the next begins, null: this was the last. */
export interface GazetteerCsvPage {
  readonly text: string;
  readonly next: number | null;
}

/** A city's own list of addresses. */
export const gazetteerContract = {
  /** Reads an address file and keeps what it makes of it on this disk; nothing is in force before the catalogue names it. */
  preview: oc.input(z.object({ fileName: z.string().min(1).max(200), text: z.string().max(200_000_000) })).output(type<GazetteerPreviewReply>()),
  /** The list in use here, in the columns an import takes; null: there is none, or whoever is signed in is no administrator. */
  csv: oc.input(z.object({ from: z.int().min(0) })).output(type<GazetteerCsvPage | null>()),
  here: oc.output(type<GazetteerHere>()),
};
