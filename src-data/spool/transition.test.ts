import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOOK_PROBLEMS, WAIT_PROBLEMS, problemSentence, type SpoolProblem } from './spool-problem.ts';
import { isSettled, SPOOL_STATES, type SpoolEvent, type SpoolJobState, transition } from './transition.ts';

const anyEvent: fc.Arbitrary<SpoolEvent> = fc.oneof(
  fc.constantFrom<SpoolEvent>(
    { kind: 'sendingStarted' },
    { kind: 'allPrinted' },
    { kind: 'restarted' },
    { kind: 'waitedTooLong' },
    { kind: 'notReadable' },
    { kind: 'printAgain' },
    { kind: 'leave' },
  ),
  fc.constantFrom(...WAIT_PROBLEMS).map((problem): SpoolEvent => ({ kind: 'notSent', problem })),
  fc.constantFrom(...LOOK_PROBLEMS).map((problem): SpoolEvent => ({ kind: 'outcomeUnknown', problem })),
);
const anyStory = fc.array(anyEvent, { maxLength: 40 });
const NEW_JOB: SpoolJobState = { state: 'waiting', problem: null };

/** Each state a job goes through, with the event that led there; events that mean nothing are left out. */
function follow(story: readonly SpoolEvent[]): readonly { readonly event: SpoolEvent; readonly job: SpoolJobState }[] {
  let job = NEW_JOB;
  return story.flatMap((event) => {
    const next = transition(job, event);
    if (!next) return [];
    job = next;
    return [{ event, job }];
  });
}

describe('whatever happens', () => {
  it('a receipt is sent a second time only after a person asked for it', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        let mayBeOnPaper = false;
        for (const { event } of follow(story)) {
          if (event.kind === 'printAgain') mayBeOnPaper = false;
          if (event.kind !== 'sendingStarted') continue;
          expect(mayBeOnPaper).toBe(false);
          mayBeOnPaper = true;
        }
      }),
    );
  });

  it('a receipt that is settled stays settled', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const states = follow(story).map(({ job }) => job.state);
        const settledAt = states.findIndex(isSettled);
        if (settledAt >= 0) expect(new Set(states.slice(settledAt)).size).toBe(1);
      }),
    );
  });

  it('a receipt that needs a look says why, and a settled one has nothing to say', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        for (const { job } of follow(story)) {
          if (job.state === 'needsLook') expect(job.problem).not.toBeNull();
          if (isSettled(job.state) || job.state === 'printing') expect(job.problem).toBeNull();
        }
      }),
    );
  });
});

it('a receipt under way when the process ended needs a look; one that waited goes on waiting', () => {
  expect(transition({ state: 'printing', problem: null }, { kind: 'restarted' })).toEqual({ state: 'needsLook', problem: 'interrupted' });
  const waiting: SpoolJobState = { state: 'waiting', problem: 'paperOut' };
  expect(transition(waiting, { kind: 'restarted' })).toEqual(waiting);
});

it('every state answers every event: with a state, or with nothing', () => {
  const events = fc.sample(anyEvent, { numRuns: 200, seed: 1 });
  const outcomes = SPOOL_STATES.flatMap((state) => events.map((event) => transition({ state, problem: null }, event)));
  for (const outcome of outcomes) expect([...SPOOL_STATES, undefined]).toContain(outcome?.state);
});

it.each<SpoolProblem>([...WAIT_PROBLEMS, ...LOOK_PROBLEMS])('says what %s means and what to do next', (problem) => {
  expect(problemSentence(problem)).toMatch(/^[A-Z].{20,}\.$/);
  expect(problemSentence(problem).split('. ').length).toBeGreaterThan(1);
});
