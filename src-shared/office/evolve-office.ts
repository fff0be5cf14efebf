import { withKeyedIn, withPrinted, withSpoiled } from '../outage-forms/evolve-forms.ts';
import { endOfBatch } from '../outage-forms/form-batch.ts';
import { DAY_MS, type UtcMs } from '../util/time.ts';
import { unreachable } from '../util/unreachable.ts';
import { endOfBulletin } from './bulletin.ts';
import { endOfDelegation } from './delegation.ts';
import type { Office } from './office.ts';
import type { OfficeFact } from './office-fact.ts';

/** How long what is over stays in the document; the history at the server keeps it for ever. */
export const KEPT_AFTER_END_DAYS = 30;
const SUGGESTION_KEPT_DAYS = 180;
const EVENT_KEPT_DAYS = 730;
const FORMS_KEPT_DAYS = 400;

/**
 * The office after one more fact: whatever was stated is applied, nothing is judged. Pure and total; a fact about something
 * that is not there any more changes the version only.
 *
 * What has been over for long leaves the document, by the time of the facts: the same history gives the same document whenever it is read.
 */
export function evolveOffice(office: Office, fact: OfficeFact): Office {
  return withoutOld({ ...office, ...changeOf(office, fact), version: office.version + 1 }, fact.at);
}

function changeOf(office: Office, fact: OfficeFact): Partial<Office> {
  const { uid, by, at } = fact;
  switch (fact.kind) {
    case 'bulletinPosted':
      return { bulletins: [...office.bulletins, { ...fact.words, id: uid, by, postedAt: at, changedIn: uid, changedBy: by, endedAt: null }] };
    case 'bulletinChanged':
      return { bulletins: changed(office.bulletins, fact.bulletinId, { ...fact.words, changedIn: uid, changedBy: by }) };
    case 'bulletinEnded':
      return { bulletins: changed(office.bulletins, fact.bulletinId, { endedAt: at }) };
    case 'delegated': {
      const { fromStaffId, toStaffId, from, until, note } = fact;
      return { delegations: [...office.delegations, { id: uid, fromStaffId, toStaffId, from, until, note, by, endedAt: null }] };
    }
    case 'delegationEnded':
      return { delegations: changed(office.delegations, fact.delegationId, { endedAt: at }) };
    case 'guideRead':
      return { reads: { ...office.reads, [by]: { ...office.reads[by], [fact.guideCode]: { version: fact.version, at } } } };
    case 'suggested': {
      const open = { state: 'open', answer: '', answeredBy: null, answeredAt: null, answeredIn: null } as const;
      return { suggestions: [...office.suggestions, { id: uid, about: fact.about, text: fact.text, by, at, ...open }] };
    }
    case 'suggestionAnswered': {
      const { state, answer } = fact;
      return { suggestions: changed(office.suggestions, fact.suggestionId, { state, answer, answeredBy: by, answeredAt: at, answeredIn: uid }) };
    }
    case 'eventAdded': {
      const { name, date, place, neighborhoodCode } = fact;
      return { events: [...office.events, { id: uid, name, date, place, neighborhoodCode, by, addedAt: at, endedAt: null }] };
    }
    case 'eventEnded':
      return { events: changed(office.events, fact.eventId, { endedAt: at }) };
    case 'formsPrinted':
      return { formBatches: withPrinted(office.formBatches, fact.forms, fact) };
    case 'formsSpoiled':
      return { formBatches: withSpoiled(office.formBatches, fact, fact) };
    case 'formKeyedIn':
      return { formBatches: withKeyedIn(office.formBatches, fact, fact) };
    case 'viewSaved': {
      const { viewId, words } = fact;
      const isKnown = office.views.some(({ id }) => id === viewId);
      if (isKnown) return { views: changed(office.views, viewId, { ...words, changedIn: uid, changedBy: by }) };
      return viewId === uid ? { views: [...office.views, { ...words, id: uid, by, at, changedIn: uid, changedBy: by, endedAt: null }] } : {};
    }
    case 'viewEnded':
      return { views: changed(office.views, fact.viewId, { endedAt: at }) };
    case 'catalogueChanged':
      return {};
    default:
      return unreachable(fact);
  }
}

function changed<Item extends { readonly id: string }>(items: readonly Item[], id: string, change: Partial<Item>): Item[] {
  return items.map((item) => (item.id === id ? { ...item, ...change } : item));
}

function withoutOld(office: Office, at: UtcMs): Office {
  const isRecent = (end: number | null, days: number): boolean => end === null || end > at - days * DAY_MS;
  return {
    ...office,
    bulletins: office.bulletins.filter((bulletin) => isRecent(endOfBulletin(bulletin), KEPT_AFTER_END_DAYS)),
    delegations: office.delegations.filter((delegation) => isRecent(endOfDelegation(delegation), KEPT_AFTER_END_DAYS)),
    suggestions: office.suggestions.filter(({ state, answeredAt }) => state === 'open' || isRecent(answeredAt, SUGGESTION_KEPT_DAYS)),
    events: office.events.filter(({ endedAt }) => isRecent(endedAt, EVENT_KEPT_DAYS)),
    views: office.views.filter(({ endedAt }) => isRecent(endedAt, KEPT_AFTER_END_DAYS)),
    formBatches: office.formBatches.filter((batch) => isRecent(endOfBatch(batch), FORMS_KEPT_DAYS)),
  };
}
