import type { PrintedForm } from '../outage-forms/evolve-forms.ts';
import type { TrackingNumber } from '../tracking-number/tracking-number.ts';
import type { CaseId, CommandId, StaffId } from '../util/ids.ts';
import type { UtcMs } from '../util/time.ts';
import type { BulletinWords } from './bulletin.ts';
import type { CommunityEvent } from './community-event.ts';
import type { Delegation } from './delegation.ts';
import type { SharedViewWords } from './shared-view.ts';
import type { SuggestionState, SuggestionSubject } from './suggestion.ts';

/** What happened in the office, in the past tense, before it gets its envelope. */
export type NewOfficeFact =
  | { readonly kind: 'bulletinPosted'; readonly words: BulletinWords }
  | { readonly kind: 'bulletinChanged'; readonly bulletinId: CommandId; readonly words: BulletinWords }
  | { readonly kind: 'bulletinEnded'; readonly bulletinId: CommandId }
  | ({ readonly kind: 'delegated' } & Pick<Delegation, 'fromStaffId' | 'toStaffId' | 'from' | 'until' | 'note'>)
  | { readonly kind: 'delegationEnded'; readonly delegationId: CommandId }
  | { readonly kind: 'guideRead'; readonly guideCode: string; readonly version: number }
  | { readonly kind: 'suggested'; readonly about: SuggestionSubject; readonly text: string }
  | { readonly kind: 'suggestionAnswered'; readonly suggestionId: CommandId; readonly state: SuggestionState; readonly answer: string }
  | ({ readonly kind: 'eventAdded' } & Pick<CommunityEvent, 'name' | 'date' | 'place' | 'neighborhoodCode'>)
  | { readonly kind: 'eventEnded'; readonly eventId: CommandId }
  | { readonly kind: 'formsPrinted'; readonly forms: readonly PrintedForm[] }
  | { readonly kind: 'formsSpoiled'; readonly numbers: readonly TrackingNumber[]; readonly reason: string }
  | { readonly kind: 'formKeyedIn'; readonly number: TrackingNumber; readonly caseId: CaseId }
  | { readonly kind: 'viewSaved'; readonly viewId: CommandId; readonly words: SharedViewWords }
  | { readonly kind: 'viewEnded'; readonly viewId: CommandId }
  /** The catalogue has this version since; what was changed stands in the command. */
  | { readonly kind: 'catalogueChanged'; readonly version: number };

/**
 * A fact with its envelope. `uid` is the command's: what a command makes has the same id on the station and on the server.
 *
 * `at` is when the command was given, but never later than the judge's own clock: a workstation whose clock is a year ahead
 * dates nothing in the future.
 */
export type OfficeFact = NewOfficeFact & { readonly uid: CommandId; readonly at: UtcMs; readonly by: StaffId; readonly station: string };
export type OfficeFactKind = OfficeFact['kind'];
