/**
 * What the screen "New case" is doing: the draft being typed and how far it is.
 *
 * Lives outside the screen, so that looking something up in the queue and coming back finds every letter where it was. What is typed
 * goes to disk through the saver; only `intake-actions.ts` changes more than fields.
 */
import { create } from 'zustand';
import type { Channel, Language } from '../../src-shared/domain/case.ts';
import type { CommunityEvent } from '../../src-shared/office/community-event.ts';
import type { DraftRow } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import type { CaseId } from '../../src-shared/util/ids.ts';
import { type UtcMs, utcMs } from '../../src-shared/util/time.ts';
import { data } from '../data/data-client.ts';
import { createValueSaver, type SaveState } from '../data/value-saver.ts';
import { draftTitle, emptyDraft, hasFacts, type IntakeDraft, isEmptyDraft, readDraft } from './draft/draft.ts';
import type { CallerField } from './draft/take-caller.ts';
import { type Carried, draftEventOf, withChannel } from './draft/event-of-draft.ts';
import { lastChannel } from './station-habits.ts';

/** A number that was given out, and what the citizen is told with it. */
export interface Issued {
  readonly trackingNumber: TrackingNumber;
  readonly caseId: CaseId;
  readonly respondBy: UtcMs | null;
  /** Null where no day is promised, as for a construction or major repair. */
  readonly resolveBy: UtcMs | null;
  readonly channel: Channel;
  readonly serviceName: string;
  readonly departmentName: string;
  /** Set when the caller was added to a case that existed. */
  readonly joined: TrackingNumber | null;
  readonly isAnsweredNow: boolean;
  /** The agency the citizen was sent to, with all they need of it; null: none. */
  readonly referral: IntakeDraft['referral'];
  /** Who sees the case from now on, where it is sealed; null: it is not. */
  readonly sealed: { readonly words: string; readonly mayOpen: boolean } | null;
  /** Of the town hall that is being entered: the next wish is one key away. */
  readonly isOfEvent: boolean;
  /** What the citizen reads, also one who gave no name and is not on the case as a person; null: as the case has it. */
  readonly language: Language | null;
}

/** The town hall that is being entered here: every new draft is one of its wishes. */
export interface RunningEntry {
  readonly event: CommunityEvent;
  readonly timeZone: string;
  readonly carried: Carried;
}

export interface IntakeState {
  /** Whose typing this is; null before the drafts were read from disk. */
  readonly typedBy: string | null;
  readonly draft: IntakeDraft;
  /** Null: nothing is entered, each draft is a caller's or a visitor's. */
  readonly entry: RunningEntry | null;
  readonly stage: 'typing' | 'issuing' | 'issued';
  readonly issued: Issued | null;
  readonly saveState: SaveState;
  /** What was tried and found incomplete: from then on each missing field says so. */
  readonly tried: 'nothing' | 'issue' | 'join';
  /** Why the last try failed, when no field is at fault. */
  readonly failure: string | null;
  /** The field whose text looks for callers; null when none does. */
  readonly searchedIn: CallerField | 'said' | null;
}

const newId = (): string => crypto.randomUUID();

function freshDraft(typedBy: string, entry: RunningEntry | null): IntakeDraft {
  if (entry === null) return emptyDraft({ channel: lastChannel(), typedBy, newId });
  return emptyDraft({ channel: 'event', typedBy, newId, event: draftEventOf(entry.event, { ...entry, now: utcMs(Date.now()) }) });
}

function freshState(typedBy: string, entry: RunningEntry | null): Omit<IntakeState, 'typedBy' | 'entry'> {
  return {
    draft: freshDraft(typedBy, entry),
    stage: 'typing',
    issued: null,
    saveState: 'saved',
    tried: 'nothing',
    failure: null,
    searchedIn: null,
  };
}

export const useIntake = create<IntakeState>(() => ({ typedBy: null, entry: null, ...freshState('', null) }));

export const draftSaver = createValueSaver<IntakeDraft>({
  save: (draft) =>
    isEmptyDraft(draft)
      ? data.intake.discardDraft({ draftId: draft.draftId })
      : data.intake.saveDraft({ draftId: draft.draftId, isParked: false, title: draftTitle(draft), body: { ...draft } }),
  onState: (saveState) => useIntake.setState({ saveState }),
});

/** Begins an empty draft, of the town hall that is being entered if one is. */
export function beginDraft(typedBy: string): void {
  useIntake.setState(({ entry }) => ({ typedBy, ...freshState(typedBy, entry) }));
}

/** Shows a draft that is on disk. */
export function showDraft(draft: IntakeDraft): void {
  useIntake.setState({ ...freshState(draft.typedBy, null), typedBy: draft.typedBy, draft });
}

/**
 * A fact was typed or chosen: the draft begins with the first one, and every one goes to disk. When the last one is taken back it has
 * not begun: a letter typed by mistake this morning is not when this afternoon's call came in.
 */
export function changeDraft(change: (draft: IntakeDraft) => IntakeDraft): void {
  const { draft, stage } = useIntake.getState();
  if (stage !== 'typing') return;
  const changed = change(draft);
  const next = { ...changed, startedAt: hasFacts(changed) ? (changed.startedAt ?? utcMs(Date.now())) : null };
  useIntake.setState({ draft: next, failure: null });
  draftSaver.changed(next);
}

/** Chooses how the case came. No fact by itself: an empty draft stays empty. */
export function changeChannel(channel: Channel): void {
  const { draft } = useIntake.getState();
  const chosen = (now: IntakeDraft): IntakeDraft => ({ ...withChannel(now, channel), isChannelSaid: false });
  if (!isEmptyDraft(draft)) changeDraft(chosen);
  else useIntake.setState({ draft: chosen(draft) });
}

/** The draft this person was typing when the window closed or crashed. */
export function runningDraft(rows: readonly DraftRow[], typedBy: string): IntakeDraft | null {
  for (const row of rows) {
    const draft = row.isParked ? null : readDraft(row.body);
    if (draft?.typedBy === typedBy) return draft;
  }
  return null;
}
