import { describe, expect, it } from 'vitest';
import { evolveAll } from '../../../src-shared/domain/evolve.ts';
import type { NewFact } from '../../../src-shared/domain/fact.ts';
import { must } from '../../../src-shared/util/assert.ts';
import { MINUTE_MS, utcMs } from '../../../src-shared/util/time.ts';
import { catalogue, caseWith, factOf, NOW, NUMBER } from '../fixtures.ts';
import { contactLedger, triesInVain } from './contact-ledger.ts';

const call = (outcome: 'reached' | 'noAnswer' | 'leftMessage', text = ''): NewFact => ({ kind: 'contactLogged', method: 'phone', direction: 'toCitizen', outcome, person: '', text });

/** Each group is what one command stated, a minute after the one before. */
function after(...commands: readonly (readonly NewFact[])[]) {
  const facts = commands.flatMap((group, minute) =>
    group.map((fact, index) => factOf(fact, { id: `00000000-0000-4000-8000-0000000000f${minute}.${index}`, at: utcMs(NOW + (minute + 1) * MINUTE_MS) })),
  );
  return must(evolveAll(caseWith().id, caseWith(), facts), 'the case was opened');
}

describe('the dates on which citizen and city were in touch (RC-7)', () => {
  it('are told newest first, with who, how and what came of it; the first answer is marked', () => {
    const current = after([call('noAnswer')], [call('reached', 'A crew comes on Tuesday'), { kind: 'responded' }], [call('reached', 'It came')]);
    expect(contactLedger(current, catalogue).map(({ words, isFirstAnswer }) => [words, isFirstAnswer])).toEqual([
      ['Ana Rivera called the citizen', false],
      ['Ana Rivera called the citizen', true],
      ['Ana Rivera called the citizen: no answer', false],
    ]);
  });

  it('hold what was written too, and what was sent by itself is said so', () => {
    const writing = { kind: 'correspondenceSent' as const, method: 'email' as const, templateCode: null, templateVersion: null, language: 'en' as const, trackingNumber: NUMBER, event: null };
    const sent = { ...writing, toName: 'María Núñez', toAddress: 'maria@example.org', subject: 'Your case', body: 'Done' };
    const current = after([{ ...sent, isAutomatic: true }], [{ ...sent, isAutomatic: false }, { kind: 'responded' }]);
    expect(contactLedger(current, catalogue).map(({ words }) => words)).toEqual(['Email to María Núñez, by Ana Rivera', 'Email to María Núñez, sent by itself']);
    const acknowledgement = after([{ ...sent, isAutomatic: true }, { kind: 'acknowledged', method: 'email', text: '' }]);
    expect(contactLedger(acknowledgement, catalogue)).toHaveLength(1);
  });

  it('hold an answer that was given on the spot', () => {
    expect(contactLedger(after([{ kind: 'responded' }]), catalogue)).toMatchObject([{ words: 'Ana Rivera answered while the citizen was there', isFirstAnswer: true }]);
    expect(contactLedger(caseWith(), catalogue)).toEqual([]);
  });
});

it('counts the tries since somebody was reached', () => {
  expect(triesInVain(caseWith())).toBe(0);
  expect(triesInVain(after([call('noAnswer')], [call('leftMessage')]))).toBe(2);
  expect(triesInVain(after([call('noAnswer')], [call('reached', 'x')], [call('noAnswer')]))).toBe(1);
});
