/**
 * The office's records: what staff know together and what is about no case. One small document, sent whole to every
 * workstation; its history stays at the server (docs/decisions/0016-office-records.md).
 */
import { z } from 'zod';
import { FormBatch } from '../outage-forms/form-batch.ts';
import { UtcMs } from '../util/time.ts';
import { Bulletin } from './bulletin.ts';
import { CommunityEvent } from './community-event.ts';
import { Delegation } from './delegation.ts';
import { SharedView } from './shared-view.ts';
import { Suggestion } from './suggestion.ts';

/** Which version of a guide somebody has said to have read last, and when. */
export const GuideRead = z.object({ version: z.int().positive(), at: UtcMs });
export type GuideRead = z.infer<typeof GuideRead>;

export const Office = z.object({
  /** Rises by one with every command that took effect, changes of the catalogue included; 0: nothing ever did. */
  version: z.int().min(0),
  /** In the order in which they were made, as every list here. */
  bulletins: z.array(Bulletin),
  delegations: z.array(Delegation),
  /** By staff ID, then by the guide's code. */
  reads: z.record(z.string(), z.record(z.string(), GuideRead)),
  suggestions: z.array(Suggestion),
  events: z.array(CommunityEvent),
  /** Numbered paper forms; a batch leaves long after its last sheet is accounted for. */
  formBatches: z.array(FormBatch).default([]),
  /** Views of the queue that several people have. */
  views: z.array(SharedView).default([]),
});
export type Office = z.infer<typeof Office>;

/** As it is on the first day. */
export const EMPTY_OFFICE: Office = { version: 0, bulletins: [], delegations: [], reads: {}, suggestions: [], events: [], formBatches: [], views: [] };
