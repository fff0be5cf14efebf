import { describe, expect, it } from 'vitest';
import { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { findService } from '../../../src-shared/catalogue/lookup.ts';
import { searchServices } from '../../../src-shared/catalogue/search-services.ts';
import { CommunityEvent } from '../../../src-shared/office/community-event.ts';
import { must } from '../../../src-shared/util/assert.ts';
import { DAY_MS, HOUR_MS, type UtcMs, utcMs } from '../../../src-shared/util/time.ts';
import { emptyDraft, hasFacts, type IntakeDraft, readDraft } from './draft.ts';
import { type Carried, carriedFrom, draftEventOf, firstCarried, isOfEvent, withChannel } from './event-of-draft.ts';
import { caller, catalogue, draftWith, NOW } from './fixtures.ts';
import { neighborhoodOfDraft } from './neighborhood-of-draft.ts';
import { peopleOf } from './people.ts';
import { receivedAtOf, receivedContext, typeReceived } from './received-of-draft.ts';
import { chooseService } from './service-of-draft.ts';
import { leaveCaller, takeCaller } from './take-caller.ts';
import { toAddCoReporter, toOpenCase } from './to-open-case.ts';

const wish = (code: string, name: string, kind: string) => ({ ...must(catalogue.services.find((one) => one.code === 'HOURS'), 'HOURS'), code, name, label: { en: name }, kind });
const part = (code: string, street: string) => ({ code, name: code, liaisonStaffId: null, streets: [street], outline: [], isActive: true });
const city = Catalogue.parse({
  ...catalogue,
  services: [...catalogue.services, wish('IDEA', 'Suggestion', 'suggestion'), wish('THANKS', 'Compliment', 'compliment')],
  neighborhoods: [part('NORTH', 'elm st'), part('SOUTH', 'oak avenue')],
});

const ZONE = 'America/New_York';
/** At the forum of Thursday 12 November, eleven days before NOW. */
const forum = CommunityEvent.parse({ id: '00000000-0000-4000-8000-00000000f0f0', name: 'Harbor Forum', date: '2026-11-12', place: 'Library', neighborhoodCode: 'SOUTH', by: 'a.rivera', addedAt: NOW, endedAt: null });

function begun(event: Partial<CommunityEvent> = {}, { carried = null, now = NOW }: { readonly carried?: Carried; readonly now?: UtcMs } = {}): IntakeDraft {
  const ofEvent = draftEventOf({ ...forum, ...event }, { carried, timeZone: ZONE, now });
  return emptyDraft({ channel: 'event', typedBy: 'a.rivera', newId: () => crypto.randomUUID(), event: ofEvent });
}
const typed = (draft: IntakeDraft, facts: Partial<IntakeDraft>): IntakeDraft => ({ ...draft, startedAt: NOW, ...facts });

describe('a draft of a town hall', () => {
  it('is empty until something is typed, whatever it begins with, and comes back from the disk as it was', () => {
    const draft = begun({}, { carried: firstCarried(city) });
    expect([draft.channel, draft.serviceCode, hasFacts(draft)]).toEqual(['event', 'IDEA', false]);
    expect(hasFacts({ ...draft, name: 'Ana' })).toBe(true);
    expect(readDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  });

  it('is still read when an earlier version saved it', () => {
    const { event: _event, isContributor: _isContributor, neighborhoodCode: _neighborhoodCode, ...older } = draftWith({ name: 'Ana' });
    expect(readDraft(older)).toMatchObject({ name: 'Ana', event: null, isContributor: null });
  });

  it.each([
    ['a day before', '2026-11-12', Date.UTC(2026, 10, 12, 23)],
    ['the day clocks changed', '2026-11-01', Date.UTC(2026, 10, 1, 23)],
    ['today', '2026-11-23', NOW],
    ['a day to come', '2026-12-01', NOW],
  ])('was received on its day: %s', (_when, date, at) => {
    expect(receivedAtOf(typed(begun({ date }), {}), utcMs(NOW + HOUR_MS))).toBe(at);
  });

  it('keeps its day over midnight, and gives way to what is typed', () => {
    const draft = typed(begun({ date: '2026-11-23' }), {});
    expect(receivedAtOf(draft, utcMs(NOW + DAY_MS))).toBe(NOW);
    const said = typeReceived(typed(begun(), {}), 'yesterday', receivedContext(city, NOW));
    expect(receivedAtOf(said, NOW)).toBe(Date.UTC(2026, 10, 22, 13));
  });

  it('makes a case of the event, received then, which no clock of this window can move', () => {
    const draft = typed(begun({}, { carried: firstCarried(city) }), { description: 'More benches' });
    const input = toOpenCase(draft, city, NOW);
    expect(input).toMatchObject({ windowNow: null, fields: { eventId: forum.id, channel: 'event', serviceCode: 'IDEA', kind: 'suggestion', receivedAt: Date.UTC(2026, 10, 12, 23), neighborhoodCode: 'SOUTH' } });
    expect(toAddCoReporter(draft, draft.caseId, NOW)).toMatchObject({ windowNow: null, channel: 'event', receivedAt: Date.UTC(2026, 10, 12, 23) });
  });

  it('is none once another channel is chosen, and one again when Event is', () => {
    const draft = typed(begun({}, { carried: firstCarried(city) }), { name: 'Ana' });
    const call = withChannel(draft, 'phone');
    expect([isOfEvent(call), call.serviceText, receivedAtOf(call, NOW)]).toEqual([false, '', NOW]);
    expect(toOpenCase(chooseService(call, must(findService(city, 'HOURS'), 'HOURS'), 'Office hours'), city, NOW).fields).toMatchObject({ eventId: null, neighborhoodCode: null });
    expect(withChannel(call, 'event')).toEqual(draft);
  });

  it('keeps a service that was chosen by hand when the channel is another', () => {
    const draft = chooseService(typed(begun({}, { carried: firstCarried(city) }), {}), must(findService(city, 'HOURS'), 'HOURS'), 'Office hours');
    expect(withChannel(draft, 'phone')).toMatchObject({ serviceCode: 'HOURS', serviceText: 'Office hours' });
  });
});

describe('what the next wish begins with', () => {
  /** Twenty wishes as they were said at a forum: ideas and thanks above all, and now and then something to be done. */
  const SAID = 'IDEA IDEA IDEA THANKS IDEA IDEA POTHOLE IDEA HOURS IDEA IDEA IDEA THANKS THANKS IDEA POTHOLE POTHOLE IDEA IDEA HOURS'.split(' ');

  type Policy = (draft: IntakeDraft) => Carried;
  const nothing: Policy = () => null;
  const everything: Policy = ({ serviceCode, serviceText, kind }) => (serviceCode === null ? null : { serviceCode, serviceText, kind });
  const asBuilt: Policy = (draft) => carriedFrom(draft, city);

  /** Keys for the field Service, and how often a service that is to do something stood there for a wish of another. */
  function enter(policy: Policy, first: Carried): { readonly keys: number; readonly astray: number } {
    let [carried, keys, astray] = [first, 0, 0];
    for (const code of SAID) {
      const service = must(findService(city, code), code);
      const draft = typed(begun({}, { carried }), {});
      if (draft.serviceCode !== code) keys += keysFor(code);
      if (draft.serviceCode !== null && draft.serviceCode !== code && !['IDEA', 'THANKS'].includes(draft.serviceCode)) astray += 1;
      carried = policy(draft.serviceCode === code ? draft : chooseService(draft, service, service.name));
    }
    return { keys, astray };
  }

  /** Alt+S, which selects what stands there; letters until the service is the first; Enter. */
  function keysFor(code: string): number {
    const { name } = must(findService(city, code), code);
    const letters = [...name].findIndex((_letter, at) => searchServices(city.services, name.slice(0, at + 1), 1)[0]?.service.code === code) + 1;
    return 1 + letters + 1;
  }

  it('takes fewer keys than an empty field, and no wish astray', () => {
    const [empty, all, built] = [enter(nothing, null), enter(everything, null), enter(asBuilt, firstCarried(city))];
    expect(built.keys).toBeLessThan(empty.keys / 2);
    expect(built.keys).toBeLessThan(all.keys);
    expect([built.astray, all.astray > 0]).toEqual([0, true]);
  });

  it('is nothing in a city that has no service for suggestions', () => {
    expect(firstCarried(catalogue)).toBeNull();
  });
});

describe('the neighborhood of a draft', () => {
  it.each([
    ['by its place', { locationText: '12 Elm St' }, { code: 'NORTH', source: 'place' }],
    ['by the event, where the place tells none', { locationText: '1 Pine Road' }, { code: 'SOUTH', source: 'event' }],
    ['by hand, whatever the place', { locationText: '12 Elm St', neighborhoodCode: 'SOUTH' }, { code: 'SOUTH', source: 'staff' }],
  ])('is known %s', (_how, facts, known) => {
    expect(neighborhoodOfDraft(typed(begun(), facts), city)).toEqual(known);
  });

  it('is not known without any of them', () => {
    expect(neighborhoodOfDraft(draftWith({ locationText: '1 Pine Road' }), city)).toBeNull();
    expect(neighborhoodOfDraft(typed(begun({ neighborhoodCode: null }), {}), city)).toBeNull();
  });
});

describe('a contributor', () => {
  const known = { ...caller, isContributor: true };

  it('is known from earlier cases when the caller is taken, and not when they are left', () => {
    const taken = takeCaller(draftWith({ phone: '0142' }), known, 'phone');
    expect(peopleOf(taken).requester?.isContributor).toBe(true);
    expect(leaveCaller(taken).isContributor).toBeNull();
    expect(takeCaller(draftWith({ phone: '0142' }), caller, 'phone').isContributor).toBeNull();
  });

  it('stays what staff said', () => {
    const said = takeCaller(draftWith({ phone: '0142', isContributor: false }), known, 'phone');
    expect([said.isContributor, leaveCaller(said).isContributor]).toEqual([false, false]);
    expect(peopleOf(said).requester).toMatchObject({ isContributor: false });
    expect(peopleOf(draftWith({ name: 'Ana' })).requester).not.toHaveProperty('isContributor');
  });
});
