import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { findStaff } from '../catalogue/lookup.ts';
import { aimedAt, arbitraryOfficeCommand } from '../testing/arbitrary-office-commands.ts';
import { SMALL_CITY } from '../testing/small-city.ts';
import { must } from '../util/assert.ts';
import { DAY_MS, HOUR_MS, utcMs } from '../util/time.ts';
import { OfficeCommand, type OfficeCommandType } from './commands/index.ts';
import { decideOffice, type OfficeDecision } from './decide-office.ts';
import { evolveOffice } from './evolve-office.ts';
import { EMPTY_OFFICE, Office } from './office.ts';
import { OFFICE_REFUSAL_REASONS } from './office-refusal.ts';
import { officeRefusalSentence } from './office-refusal-sentence.ts';
import { replayOffice } from './replay-office.ts';

const NOW = 1_795_000_000_000;
let made = 0;

function command(type: OfficeCommandType, args: unknown, more: Partial<Record<'userId' | 'uid' | 'madeAt', unknown>> = {}): OfficeCommand {
  made += 1;
  const uid = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
  return OfficeCommand.parse({ uid, userId: 'water.head', station: 'st-000000000001', madeAt: NOW, type, v: 1, args, ...more });
}

const decide = (office: Office, given: OfficeCommand, catalogue: Catalogue = SMALL_CITY): OfficeDecision =>
  decideOffice(office, given, { catalogue, actor: findStaff(catalogue, given.userId) ?? null });

/** The office after commands that are all accepted. */
function after(...commands: readonly OfficeCommand[]): Office {
  return commands.reduce<Office>((office, given) => {
    const decision = decide(office, given);
    if (!decision.ok) throw new Error(`${given.type} was refused: ${decision.reason}`);
    return decision.next;
  }, EMPTY_OFFICE);
}

const reasonOf = (decision: OfficeDecision) => (decision.ok ? 'accepted' : decision.reason);

const MAIN = {
  title: 'Elm Street water main',
  text: 'Crew on site until 17:00. Add the caller to the case.',
  serviceCodes: ['MAIN_BREAK'],
  placeWords: ['Elm Street'],
  trackingNumber: null,
  from: NOW,
  until: NOW + 8 * HOUR_MS,
};

const sequence = fc.array(fc.tuple(arbitraryOfficeCommand, fc.nat({ max: 5 })), { maxLength: 40 });

/** Commands as people give them: about what they see, most of the time. */
function* happening(story: readonly (readonly [OfficeCommand, number])[]) {
  let office = EMPTY_OFFICE;
  for (const [drawn, place] of story) {
    const given = aimedAt(drawn, office, place);
    const decision = decide(office, given);
    yield { office, given, decision };
    if (decision.ok) office = decision.next;
  }
}

/** Which rules the stories reach depends on the stories; the other properties run on new ones each time. */
const REACHING_SEED = 20_261_122;

describe('any sequence of office commands', () => {
  it('gives a fact or a refusal with a sentence, and a document that its schema accepts', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(sequence, (story) => {
        for (const { office, decision } of happening(story)) {
          seen.add(reasonOf(decision));
          if (!decision.ok) {
            expect(OFFICE_REFUSAL_REASONS).toContain(decision.reason);
            expect(officeRefusalSentence(decision, SMALL_CITY)).toMatch(/\w.*[.]$/);
            expect(JSON.parse(JSON.stringify(decision.details))).toEqual(decision.details);
          } else {
            expect(Office.parse(decision.next)).toEqual(decision.next);
            expect(decision.next.version).toBe(office.version + 1);
            expect(evolveOffice(office, decision.fact)).toEqual(decision.next);
          }
        }
      }),
      { numRuns: 300, seed: REACHING_SEED },
    );
    expect(seen).toContain('accepted');
    expect(seen.size).toBeGreaterThan(12); // the stories reach most rules
  });

  it('is judged the same by everybody who knows the same', () => {
    fc.assert(
      fc.property(sequence, (story) => {
        for (const { office, given, decision } of happening(story)) expect(decide(structuredClone(office), structuredClone(given))).toEqual(decision);
      }),
    );
  });

  it('has each effect once: a command given again on what it led to is refused', () => {
    fc.assert(
      fc.property(sequence, (story) => {
        for (const { given, decision } of happening(story)) {
          if (!decision.ok || given.type === 'office.changeCatalogue') continue;
          expect(reasonOf(decide(decision.next, given))).not.toBe('accepted');
          expect(replayOffice(decision.next, [given], SMALL_CITY)).toBe(decision.next);
        }
      }),
    );
  });

  it('dates nothing after the judge’s own clock', () => {
    fc.assert(
      fc.property(arbitraryOfficeCommand, (given) => {
        const decision = decideOffice(EMPTY_OFFICE, given, { catalogue: SMALL_CITY, actor: findStaff(SMALL_CITY, given.userId) ?? null, now: utcMs(NOW) });
        if (decision.ok) expect(decision.fact.at).toBe(Math.min(NOW, given.madeAt));
      }),
    );
  });
});

describe('who may', () => {
  const posts = (userId: string, catalogue = SMALL_CITY) => reasonOf(decide(EMPTY_OFFICE, command('office.postBulletin', MAIN, { userId }), catalogue));

  it('post: heads, administrators and super users, and no other agent', () => {
    const agent = must(findStaff(SMALL_CITY, 'agent'), 'there is an agent');
    const withSuperUser = { ...SMALL_CITY, staff: [...SMALL_CITY.staff.filter(({ id }) => id !== agent.id), { ...agent, isSuperUser: true }] };
    expect([posts('water.head'), posts('admin'), posts('agent'), posts('streets'), posts('agent', withSuperUser)]).toEqual(['accepted', 'accepted', 'notPermitted', 'notPermitted', 'accepted']);
  });

  it('do anything: nobody the catalogue does not know as active', () => {
    expect([posts('gone'), posts('stranger')]).toEqual(['authorNotActive', 'authorNotActive']);
  });

  it('delegate: for oneself, a head for their people, an administrator for all', () => {
    const delegates = (userId: string, fromStaffId: string) =>
      reasonOf(decide(EMPTY_OFFICE, command('office.delegate', { fromStaffId, toStaffId: 'agent2', from: NOW, until: NOW + DAY_MS, note: '' }, { userId })));
    expect([delegates('agent', 'agent'), delegates('agent', 'streets'), delegates('water.head', 'streets'), delegates('admin', 'streets')]).toEqual(['accepted', 'notPermitted', 'notPermitted', 'accepted']);
  });
});

describe('a bulletin', () => {
  it('is changed by somebody who saw what it says, and refused with both texts to somebody who did not', () => {
    const posted = command('office.postBulletin', MAIN);
    const office = after(posted);
    const later = command('office.changeBulletin', { bulletinId: posted.uid, seen: posted.uid, words: { ...MAIN, until: NOW + 9 * HOUR_MS } });
    const changed = must(after(posted, later).bulletins[0], 'it is there');
    expect(changed).toMatchObject({ id: posted.uid, until: NOW + 9 * HOUR_MS, changedIn: later.uid });
    const tooLate = command('office.changeBulletin', { bulletinId: posted.uid, seen: posted.uid, words: { ...MAIN, text: 'Closed' } }, { userId: 'admin' });
    expect(decide({ ...office, bulletins: [changed] }, tooLate)).toMatchObject({ reason: 'changedMeanwhile', details: { mine: { text: 'Closed' }, theirs: { until: NOW + 9 * HOUR_MS }, changedBy: 'water.head' } });
  });

  it('has an end that lies ahead, and not too far', () => {
    const reason = (until: number) => reasonOf(decide(EMPTY_OFFICE, command('office.postBulletin', { ...MAIN, from: NOW - DAY_MS, until })));
    expect([reason(NOW - 2 * DAY_MS), reason(NOW), reason(NOW + 400 * DAY_MS), reason(NOW + DAY_MS)]).toEqual(['endsBeforeItBegins', 'overAlready', 'lastsTooLong', 'accepted']);
  });

  it('leaves the document thirty days after its end, by the time of what happens', () => {
    const posted = command('office.postBulletin', MAIN);
    const ended = command('office.endBulletin', { bulletinId: posted.uid }, { madeAt: NOW + HOUR_MS });
    const reads = (days: number) => command('office.readGuide', { guideCode: 'G', version: 1 }, { madeAt: NOW + HOUR_MS + days * DAY_MS });
    expect(after(posted, ended, reads(29)).bulletins).toHaveLength(1);
    expect(after(posted, ended, reads(30)).bulletins).toHaveLength(0);
  });
});

describe('a delegation', () => {
  const away = (fromStaffId: string, toStaffId: string, [from, to]: readonly [number, number] = [0, 10]) =>
    command('office.delegate', { fromStaffId, toStaffId, from: NOW + from * DAY_MS, until: NOW + to * DAY_MS, note: '' }, { userId: 'admin' });

  it('makes no circle and no chain of more than three at any moment', () => {
    const chain = after(away('agent', 'agent2'), away('agent2', 'streets'));
    expect(reasonOf(decide(chain, away('streets', 'agent')))).toBe('delegationCircle');
    expect(reasonOf(decide(chain, away('streets', 'agent', [10, 20])))).toBe('accepted');
    const full = after(away('agent', 'agent2'), away('agent2', 'streets'), away('streets', 'hr'));
    expect(reasonOf(decide(full, away('hr', 'admin', [9, 30])))).toBe('delegationChainTooLong');
    expect(reasonOf(decide(full, away('water.head', 'agent', [9, 30])))).toBe('delegationChainTooLong');
    expect(reasonOf(decide(full, away('hr', 'admin', [10, 30])))).toBe('accepted');
  });

  it('is one at a time for one person, both of them active', () => {
    const office = after(away('agent', 'agent2'));
    expect(reasonOf(decide(office, away('agent', 'streets', [9, 12])))).toBe('alreadyDelegated');
    expect(reasonOf(decide(office, away('agent', 'streets', [10, 12])))).toBe('accepted');
    expect(reasonOf(decide(EMPTY_OFFICE, away('agent', 'gone')))).toBe('unknownStaff');
    expect(reasonOf(decide(EMPTY_OFFICE, away('agent', 'agent')))).toBe('samePerson');
  });
});

describe('a suggestion', () => {
  it('is answered by the head of the service’s department, a refusal with its reason', () => {
    const wish = command('office.suggest', { about: { kind: 'service', code: 'MAIN_BREAK' }, text: 'Ask for the valve' }, { userId: 'agent' });
    const office = after(wish);
    const answer = (userId: string, more = {}) => command('office.answerSuggestion', { suggestionId: wish.uid, seen: null, state: 'declined', answer: 'We know it', ...more }, { userId });
    expect(reasonOf(decide(office, answer('agent')))).toBe('notPermitted');
    expect(reasonOf(decide(office, answer('water.head', { answer: '' })))).toBe('answerMissing');
    const answered = decide(office, answer('water.head'));
    expect(answered.ok && answered.next.suggestions[0]).toMatchObject({ state: 'declined', answer: 'We know it', answeredBy: 'water.head' });
    expect(answered.ok && reasonOf(decide(answered.next, answer('admin', { state: 'accepted' })))).toBe('changedMeanwhile');
  });

  it('about streets is none of the water department’s', () => {
    const wish = command('office.suggest', { about: { kind: 'service', code: 'POTHOLE' }, text: 'Ask for the size' }, { userId: 'agent' });
    expect(reasonOf(decide(after(wish), command('office.answerSuggestion', { suggestionId: wish.uid, seen: null, state: 'accepted', answer: '' })))).toBe('notPermitted');
  });
});
