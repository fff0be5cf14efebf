import { describe, expect, it } from 'vitest';
import type { NewFact } from '../../../src-shared/domain/fact.ts';
import type { MailLogEntry } from '../../../src-shared/protocol/mail-log.ts';
import { evolveAll } from '../../../src-shared/domain/evolve.ts';
import { must } from '../../../src-shared/util/assert.ts';
import { MINUTE_MS, utcMs } from '../../../src-shared/util/time.ts';
import { caseWith, factOf, NOW, NUMBER } from '../fixtures.ts';
import { toldEntries, triesInVain } from './told-entries.ts';
import { toldState } from './told-state.ts';

const letter: NewFact = {
  ...{ kind: 'correspondenceSent', method: 'letter', templateCode: 'CLOSED-LETTER', templateVersion: 2, language: 'es', trackingNumber: NUMBER, event: 'closed' },
  ...{ toName: 'María Núñez', toAddress: '12 Elm St', subject: 'Your pothole', body: 'It is filled.', isAutomatic: false },
};
const call = (outcome: 'reached' | 'leftMessage' | 'noAnswer', direction: 'toCitizen' | 'fromCitizen' = 'toCitizen'): NewFact => ({ kind: 'contactLogged', method: 'phone', direction, outcome, person: '', text: 'Tomorrow' });
/** Each group is what one command stated, a minute after the one before. */
function after(...commands: readonly (readonly NewFact[])[]) {
  const facts = commands.flatMap((group, minute) =>
    group.map((fact, index) => factOf(fact, { id: `00000000-0000-4000-8000-0000000000f${minute}.${index}`, at: utcMs(NOW + (minute + 1) * MINUTE_MS) })),
  );
  return must(evolveAll(caseWith().id, caseWith(), facts), 'the case was opened');
}

const words = (...facts: readonly NewFact[]) => toldEntries(caseWith(...facts)).map(({ how, to, title, text }) => [how, to, title || text]);

describe('the contacts of a case', () => {
  it('is what was written and said to them, the newest first', () => {
    expect(words(call('leftMessage'), { ...letter, isAutomatic: true, method: 'email' }, letter)).toEqual([
      ['Letter', 'María Núñez', 'Your pothole'],
      ['Notice by email', 'María Núñez', 'Your pothole'],
      ['Phone call, message left', 'María Núñez', 'Tomorrow'],
    ]);
  });

  it('hold a call that nobody took, and what they told us, each marked; nothing of a note', () => {
    const entries = toldEntries(caseWith(call('noAnswer'), call('reached', 'fromCitizen'), { kind: 'noteAdded', text: 'Dog in the yard' }));
    expect(entries.map(({ how, isInVain, isFromThem }) => [how, isInVain, isFromThem])).toEqual([
      ['Phone call', false, true],
      ['Phone call, no answer', true, false],
    ]);
  });

  it('mark the first answer once, also one that was given on the spot', () => {
    const marked = toldEntries(after([call('noAnswer')], [call('reached'), { kind: 'responded' }], [call('reached')])).map(({ how, isFirstAnswer }) => [how, isFirstAnswer]);
    expect(marked).toEqual([['Phone call', false], ['Phone call', true], ['Phone call, no answer', false]]);
    expect(toldEntries(after([{ kind: 'responded' }]))).toMatchObject([{ how: 'Answered on the spot', isFirstAnswer: true }]);
  });

  it('begins with the number where it was given at once, and not with a letter that is still to be answered', () => {
    const [opening] = caseWith().history;
    const byPhone = { ...caseWith(), history: [{ ...opening, opened: { ...caseWith(), channel: 'phone' } }] } as unknown as ReturnType<typeof caseWith>; // safe: an opening by phone
    expect(toldEntries(byPhone).map(({ how, title }) => [how, title])).toEqual([['Receipt, phone', 'The tracking number 48-2913-5062']]);
    expect(words()).toEqual([]);
  });

  it('counts an acknowledgement by letter once', () => {
    expect(words({ ...letter, event: 'caseReceived' }, { kind: 'acknowledged', method: 'letter', text: '' })).toHaveLength(1);
    expect(words({ kind: 'acknowledged', method: 'phone', text: 'Told her on the phone' })).toEqual([['Acknowledged, phone call', 'María Núñez', 'Told her on the phone']]);
  });
});

it('counts the tries since somebody was reached', () => {
  expect([triesInVain(caseWith()), triesInVain(after([call('noAnswer')], [call('leftMessage')])), triesInVain(after([call('noAnswer')], [call('reached')], [call('noAnswer')]))]).toEqual([0, 2, 1]);
});

describe('what became of it', () => {
  const mail = { writing: toldEntries(caseWith({ ...letter, method: 'email' }))[0]?.writing ?? null };
  const known = { isPending: false, connection: 'online' as const, logged: undefined };
  const logged = (state: MailLogEntry['state'], problem: string | null = null): MailLogEntry => ({
    ...{ id: crypto.randomUUID(), at: NOW, event: 'writing', staffId: null, to: 'm•••', method: 'email', state, tries: 1, sentAt: null, nextTryAt: null, problem },
    ...{ trackingNumber: NUMBER, mayRetry: false, factId: null, retriedBy: null },
  });

  it('is said of what was written, where it is known', () => {
    expect(toldState({ writing: null }, known)).toBeNull();
    expect(toldState({ writing: toldEntries(caseWith(letter))[0]?.writing ?? null }, known)).toMatchObject({ label: 'On paper' });
    expect(toldState(mail, known)).toMatchObject({ label: 'With the server' });
    expect(toldState(mail, { ...known, logged: logged('sent') })).toMatchObject({ label: 'Sent', advice: null });
  });

  it('says what to do when it waits or has failed', () => {
    expect(toldState(mail, { ...known, isPending: true, connection: 'offline' })).toMatchObject({ label: 'Waits here', advice: 'It goes out by itself when the server is back.' });
    expect(toldState(mail, { ...known, logged: logged('givenUp', 'The mailbox is gone.') })?.advice).toBe('The mailbox is gone. Tell the citizen another way: W writes, L logs a call.');
  });
});
