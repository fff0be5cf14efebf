/** Town halls: what a draft begins with, so that a wish takes a name, some words and one key (CE-1). */
import type { Catalogue, Service } from '../../../src-shared/catalogue/catalogue.ts';
import type { Channel } from '../../../src-shared/domain/case.ts';
import type { CommunityEvent } from '../../../src-shared/office/community-event.ts';
import { fromWallTime, toWallTime } from '../../../src-shared/util/moment.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import type { DraftEvent, IntakeDraft } from './draft.ts';
import { serviceOf, settledBy } from './service-of-draft.ts';

/** Town halls are in the evening, after work. */
const EVENING = '18:00';

export type Carried = DraftEvent['carried'];

/** Whether the case will be one of the town hall: a call that is taken in between is none. */
export function isOfEvent({ channel, event }: Pick<IntakeDraft, 'channel' | 'event'>): boolean {
  return event !== null && channel === 'event';
}

/** What a draft that begins `now` keeps of the town hall it is begun under. */
export function draftEventOf({ id, name, date, neighborhoodCode }: CommunityEvent, { carried, timeZone, now }: { readonly carried: Carried; readonly timeZone: string; readonly now: UtcMs }): DraftEvent {
  const isPast = date < toWallTime(now, timeZone).slice(0, 'YYYY-MM-DD'.length);
  return { id, name, date, neighborhoodCode, receivedAt: isPast ? fromWallTime(`${date}T${EVENING}`, timeZone) : null, carried };
}

/**
 * What the next wish begins with: the service of this one, when it is a suggestion or a compliment that asks for nothing else; else what
 * this one began with. No other service is carried over: one that is overlooked would send a wish astray, and to type over one that
 * does not fit takes as many keys as to type into an empty field (`event-of-draft.test.ts` counts them).
 */
export function carriedFrom(draft: IntakeDraft, catalogue: Catalogue): Carried {
  const before = draft.event?.carried ?? null;
  const service = serviceOf(draft, catalogue);
  if (!service || !isOfEvent(draft) || !asksForNothing(service)) return before;
  const { kind } = settledBy(draft, service);
  return kind === 'suggestion' || kind === 'compliment' ? { serviceCode: service.code, serviceText: service.name, kind: draft.kind } : before;
}

/** What the first wish begins with: the city's service for suggestions, if it has one. */
export function firstCarried({ services }: Catalogue): Carried {
  const service = services.find((one) => one.isActive && one.kind === 'suggestion' && asksForNothing(one));
  return service ? { serviceCode: service.code, serviceText: service.name, kind: null } : null;
}

function asksForNothing({ needsLocation, questions }: Service): boolean {
  return !needsLocation && questions.every(({ isRequired }) => !isRequired);
}

/** The draft with another channel. A service that was only carried over goes with the channel Event, and comes back with it. */
export function withChannel(draft: IntakeDraft, channel: Channel): IntakeDraft {
  const carried = draft.event?.carried ?? null;
  if (carried === null || channel === draft.channel) return { ...draft, channel };
  const isUntouched = draft.serviceCode === carried.serviceCode && draft.kind === carried.kind;
  if (draft.channel === 'event' && isUntouched) return { ...draft, channel, serviceCode: null, serviceText: '', kind: null };
  if (channel === 'event' && draft.serviceText.trim() === '' && draft.kind === null) return { ...draft, channel, ...carried };
  return { ...draft, channel };
}
