/**
 * The life of one receipt in the spool, as a pure state machine.
 *
 *     waiting ──sendingStarted──▶ printing ──allPrinted──▶ printed
 *        ▲                           │
 *        └──printAgain── needsLook ◀─┘ outcomeUnknown, restarted
 *
 * `printing` is on disk before the first byte leaves. From then on only two things can follow: word that all is printed, or
 * `needsLook`. Nothing but a person's `printAgain` leads back, so no receipt is ever printed twice by itself.
 */
import type { LookProblem, SpoolProblem, WaitProblem } from './spool-problem.ts';

export const SPOOL_STATES = ['waiting', 'printing', 'printed', 'needsLook', 'left'] as const;
/** `left`: a person decided that nothing more is to be printed. */
export type SpoolState = (typeof SPOOL_STATES)[number];

export type SpoolEvent =
  /** The next thing to happen is the first byte. */
  | { readonly kind: 'sendingStarted' }
  /** The printer could not be reached or is not ready: not one byte of the receipt was sent. */
  | { readonly kind: 'notSent'; readonly problem: WaitProblem }
  | { readonly kind: 'allPrinted' }
  | { readonly kind: 'outcomeUnknown'; readonly problem: LookProblem }
  /** The data process has started anew; whatever was under way is over. */
  | { readonly kind: 'restarted' }
  | { readonly kind: 'waitedTooLong' }
  | { readonly kind: 'notReadable' }
  | { readonly kind: 'printAgain' }
  | { readonly kind: 'leave' };

export interface SpoolJobState {
  readonly state: SpoolState;
  /** Why it waits or needs a look; null when nothing is known to be wrong. */
  readonly problem: SpoolProblem | null;
}

/** State after each event; null where the event cannot happen or comes too late, and changes nothing. */
const NEXT: Record<SpoolState, Record<SpoolEvent['kind'], SpoolState | null>> = {
  waiting: {
    sendingStarted: 'printing',
    notSent: 'waiting',
    allPrinted: null,
    outcomeUnknown: null,
    restarted: 'waiting',
    waitedTooLong: 'needsLook',
    notReadable: 'needsLook',
    printAgain: null,
    leave: 'left',
  },
  printing: {
    sendingStarted: null,
    notSent: 'needsLook', // a sender that contradicts itself is not believed
    allPrinted: 'printed',
    outcomeUnknown: 'needsLook',
    restarted: 'needsLook',
    waitedTooLong: null,
    notReadable: null,
    printAgain: null,
    leave: null,
  },
  needsLook: {
    sendingStarted: null,
    notSent: null,
    allPrinted: null,
    outcomeUnknown: null,
    restarted: 'needsLook',
    waitedTooLong: null,
    notReadable: null,
    printAgain: 'waiting',
    leave: 'left',
  },
  printed: settled('printed'),
  left: settled('left'),
};

/** The job after `event`, or null when the event means nothing to a job in this state. */
export function transition(job: SpoolJobState, event: SpoolEvent): SpoolJobState | null {
  const state = NEXT[job.state][event.kind];
  if (state === null) return null;
  return { state, problem: problemAfter(job, event, state) };
}

/** Printed and left jobs stay as they are, whatever happens. */
export function isSettled(state: SpoolState): boolean {
  return state === 'printed' || state === 'left';
}

function problemAfter(job: SpoolJobState, event: SpoolEvent, state: SpoolState): SpoolProblem | null {
  if (state === 'printing' || isSettled(state) || event.kind === 'printAgain') return null;
  if (event.kind === 'outcomeUnknown') return event.problem;
  if (event.kind === 'notSent') return state === 'waiting' ? event.problem : 'stopped';
  if (event.kind === 'waitedTooLong' || event.kind === 'notReadable') return event.kind;
  return job.state === 'printing' ? 'interrupted' : job.problem;
}

function settled(state: 'printed' | 'left'): Record<SpoolEvent['kind'], SpoolState | null> {
  return {
    sendingStarted: null,
    notSent: null,
    allPrinted: null,
    outcomeUnknown: null,
    restarted: state,
    waitedTooLong: null,
    notReadable: null,
    printAgain: null,
    leave: null,
  };
}
