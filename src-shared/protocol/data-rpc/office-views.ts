/** What a window asks of the office's records, and gives to them. */
import { z } from 'zod';
import type { BulletinWords } from '../../office/bulletin.ts';
import type { AddEventArgs } from '../../office/commands/add-event.ts';
import type { AnswerSuggestionArgs } from '../../office/commands/answer-suggestion.ts';
import type { ChangeBulletinArgs } from '../../office/commands/change-bulletin.ts';
import type { DelegateArgs } from '../../office/commands/delegate.ts';
import type { EndBulletinArgs } from '../../office/commands/end-bulletin.ts';
import type { EndDelegationArgs } from '../../office/commands/end-delegation.ts';
import type { EndEventArgs } from '../../office/commands/end-event.ts';
import type { OfficeCommandType } from '../../office/commands/index.ts';
import type { ReadGuideArgs } from '../../office/commands/read-guide.ts';
import type { EndViewArgs } from '../../office/commands/end-view.ts';
import type { SaveViewArgs } from '../../office/commands/save-view.ts';
import type { SpoilFormsArgs } from '../../office/commands/spoil-forms.ts';
import type { SuggestArgs } from '../../office/commands/suggest.ts';
import type { Office } from '../../office/office.ts';
import type { OfficeRefusal, OfficeRefusalReason } from '../../office/office-refusal.ts';
import { CommandId, type StaffId } from '../../util/ids.ts';
import type { UtcMs } from '../../util/time.ts';

/** The office as everybody at this workstation sees it, with what was given here on top. */
export interface OfficeView {
  readonly office: Office;
  /** Ids of bulletins, delegations, suggestions and events something of which the server does not have yet. */
  readonly waiting: readonly string[];
}

interface ArgsOf {
  readonly 'office.postBulletin': z.input<typeof BulletinWords>;
  readonly 'office.changeBulletin': z.input<typeof ChangeBulletinArgs>;
  readonly 'office.endBulletin': z.input<typeof EndBulletinArgs>;
  readonly 'office.delegate': z.input<typeof DelegateArgs>;
  readonly 'office.endDelegation': z.input<typeof EndDelegationArgs>;
  readonly 'office.readGuide': z.input<typeof ReadGuideArgs>;
  readonly 'office.suggest': z.input<typeof SuggestArgs>;
  readonly 'office.answerSuggestion': z.input<typeof AnswerSuggestionArgs>;
  readonly 'office.addEvent': z.input<typeof AddEventArgs>;
  readonly 'office.endEvent': z.input<typeof EndEventArgs>;
  readonly 'office.spoilForms': z.input<typeof SpoilFormsArgs>;
  readonly 'office.saveView': z.input<typeof SaveViewArgs>;
  readonly 'office.endView': z.input<typeof EndViewArgs>;
}

/** Changes of the catalogue have a procedure of their own (`admin.publish`). */
export type WindowOfficeCommandType = keyof ArgsOf;

/**
 * An office command as a screen gives it. Author, station and time are added by the data process; the id is made by the screen,
 * so that sending it twice has one effect, and is the id of what the command makes. Arguments are judged where the command is
 * run: what does not fit is refused with a sentence, not with an error.
 */
export type OfficeCommandInput = { readonly [Type in WindowOfficeCommandType]: { readonly commandId: CommandId; readonly type: Type; readonly args: ArgsOf[Type] } }[WindowOfficeCommandType];

const TYPES = Object.keys({
  ...{ 'office.postBulletin': 1, 'office.changeBulletin': 1, 'office.endBulletin': 1, 'office.delegate': 1, 'office.endDelegation': 1 },
  ...{ 'office.readGuide': 1, 'office.suggest': 1, 'office.answerSuggestion': 1, 'office.addEvent': 1, 'office.endEvent': 1, 'office.spoilForms': 1, 'office.saveView': 1, 'office.endView': 1 },
} satisfies Record<WindowOfficeCommandType, 1>);
const Envelope = z.object({ commandId: CommandId, type: z.enum(TYPES as [string, ...string[]]), args: z.unknown() }); // safe: not empty
export const OfficeCommandInput = z.custom<OfficeCommandInput>((value) => Envelope.safeParse(value).success, 'This is no office command');

/** `sentence` is for the screen; `reason` and `details` for what the screen does about it. */
export interface OfficeRefusedReply {
  readonly ok: false;
  readonly reason: OfficeRefusalReason | 'notSignedIn' | 'notReady' | 'workstationTooOld';
  readonly details: OfficeRefusal['details'];
  readonly sentence: string;
}

/** Ok: it is on disk and shown, and waits for the server, which is final. */
export type OfficeRunReply = { readonly ok: true; readonly commandId: CommandId } | OfficeRefusedReply;

/** Something given here that the server does not have yet, or has refused. */
export interface OfficeWaitingItem {
  readonly uid: string;
  readonly type: OfficeCommandType;
  /** What was wished, in words. */
  readonly what: string;
  readonly userId: StaffId;
  readonly madeAt: UtcMs;
  /** `sent`: the server has it, its effect is on the way back. */
  readonly state: 'waiting' | 'sent' | 'refused';
  /** Why it was refused, or why the server has asked for it again; null: it waits for the connection only. */
  readonly sentence: string | null;
  readonly code: string | null;
  /** As in the refusal: both values of what was changed meanwhile, for instance. */
  readonly details: OfficeRefusal['details'];
  /** Whether `office.dismiss` may take it off the list. */
  readonly mayDismiss: boolean;
}
