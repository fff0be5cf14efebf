import { expect, it } from 'vitest';
import type { NewFact } from '../../../src-shared/domain/fact.ts';
import { DAY_MS, HOUR_MS, utcMs } from '../../../src-shared/util/time.ts';
import { caseWith, factOf, NOW } from '../fixtures.ts';
import { HISTORY_PARTS, historyDays, isOfPart } from './history-days.ts';

const note: NewFact = { kind: 'noteAdded', text: 'Dog in the yard' };
const at = (before: number, id: string) => factOf(note, { id, at: utcMs(NOW - before) });

it('stands by day, the days named from today', () => {
  const days = historyDays([at(40 * DAY_MS, 'a'), at(DAY_MS + HOUR_MS, 'b'), at(DAY_MS, 'c'), at(0, 'd')], NOW, 'America/New_York');
  expect(days.map(({ ago, facts }) => [ago, facts.map(({ id }) => id)])).toEqual([
    ['40 days ago', ['a']],
    ['yesterday', ['b', 'c']],
    ['today', ['d']],
  ]);
});

it('is told apart: what the citizen heard, what staff wrote, what changed', () => {
  const facts = caseWith(note, { kind: 'contactLogged', method: 'phone', direction: 'toCitizen', outcome: 'noAnswer', person: '', text: '' }, { kind: 'assigned', assigneeId: 'a.rivera', note: '' } as NewFact).history;
  const kinds = HISTORY_PARTS.map((part) => facts.filter((fact) => isOfPart(fact, part)).map(({ kind }) => kind));
  expect(kinds).toEqual([['caseOpened', 'noteAdded', 'contactLogged', 'assigned'], ['caseOpened', 'contactLogged'], ['noteAdded', 'assigned'], ['assigned']]);
});

it('keeps what only a newer version knows among all', () => {
  const newer = { kind: 'danced' } as unknown as Parameters<typeof isOfPart>[0];
  expect([isOfPart(newer, 'all'), isOfPart(newer, 'told')]).toEqual([true, false]);
});
