import { describe, expect, it } from 'vitest';
import { catalogue, draftWith, NOW } from './fixtures.ts';
import { promiseText } from './promise-text.ts';
import { typeReceived, receivedContext } from './received-of-draft.ts';
import { serviceOf } from './service-of-draft.ts';

const promiseOf = (draft: ReturnType<typeof draftWith>) => promiseText(draft, serviceOf(draft, catalogue), catalogue, NOW);

describe('what the caller is promised', () => {
  it('is the earlier of both limits, with its rule, and who will do it', () => {
    expect(promiseOf(draftWith({ serviceCode: 'HOURS' }))).toEqual({
      answer: 'We answer by Wed 25 Nov 17:00',
      rule: '2 business days',
      also: ['City Clerk will do it.', 'Done by Tue 8 Dec 17:00.'],
      isPast: false,
    });
  });

  it('names 72 hours when they bind, counted from the letter’s own day, and says when they are over', () => {
    const letter = typeReceived(draftWith({ channel: 'letter', serviceCode: 'HOURS' }), 'fri 9am', receivedContext(catalogue, NOW));
    expect(promiseOf(letter)).toMatchObject({ answer: 'The answer was due Mon 23 Nov 09:00', rule: '72 hours', isPast: true });
  });

  it('does not promise the end of a major repair (S2, Step 3.6)', () => {
    expect(promiseOf(draftWith({ serviceCode: 'POTHOLE' }))?.also).toEqual(['Streets will do it.', 'It stays open until the work is done.']);
  });

  it('is nothing before a service is chosen or the day of a letter is known', () => {
    expect(promiseOf(draftWith({}))).toBeNull();
    expect(promiseOf(draftWith({ channel: 'letter', serviceCode: 'HOURS' }))).toBeNull();
  });

  it('ends at once for an inquiry answered now', () => {
    expect(promiseOf(draftWith({ serviceCode: 'HOURS', isAnsweredNow: true }))?.answer).toMatch(/closed at once/);
  });
});
