/**
 * The life of the data process as a pure machine: what happened → new phase and what to do about it.
 *
 * It exists so that the hard promises can be tested without a process: never two at once (two owners of one file), never an endless
 * crash loop, never a message to a process that is gone, and a quit that always ends. `supervisor.ts` carries out the effects.
 */
import type { DataProcessState } from '../../src-shared/protocol/desktop-api.ts';
import { unreachable } from '../../src-shared/util/unreachable.ts';
import { afterCrash, DATA_PROCESS_LIMITS, type CrashTimes } from './restart-policy.ts';

export type Lifecycle =
  /** No process. `waiting`: a restart is due; the others wait for someone to ask. */
  | { readonly phase: 'idle' | 'waiting' | 'gaveUp' | 'closed'; readonly crashes: CrashTimes }
  /** A process runs. `replacing`: it was told to go because a new one is wanted. `closing`: because the app ends. */
  | { readonly phase: 'starting' | 'ready' | 'replacing' | 'closing'; readonly crashes: CrashTimes }
  /** The data process said that trying again would not help. It may stay to write a backup. */
  | { readonly phase: 'failed'; readonly isAlive: boolean; readonly message: string; readonly canExportBackup: boolean; readonly crashes: CrashTimes };

export type LifecycleEvent =
  | { readonly kind: 'startRequested' }
  /** A process that runs has to begin anew, in another language. */
  | { readonly kind: 'replaceRequested' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly message: string; readonly canExportBackup: boolean }
  | { readonly kind: 'exited'; readonly atMs: number }
  | { readonly kind: 'restartDue' }
  | { readonly kind: 'closeRequested' }
  | { readonly kind: 'closeDeadline' };

export type LifecycleEffect =
  | { readonly kind: 'fork' }
  | { readonly kind: 'scheduleRestart'; readonly delayMs: number }
  | { readonly kind: 'cancelRestart' }
  | { readonly kind: 'askToClose' }
  | { readonly kind: 'kill' };

export interface Step {
  readonly state: Lifecycle;
  readonly effects: readonly LifecycleEffect[];
}

export const INITIAL_LIFECYCLE: Lifecycle = { phase: 'idle', crashes: [] };

/** True while a process exists in this phase. */
export function hasProcess(state: Lifecycle): boolean {
  if (state.phase === 'failed') return state.isAlive;
  return state.phase === 'starting' || state.phase === 'ready' || state.phase === 'replacing' || state.phase === 'closing';
}

/** The phase as the page is told of it. */
export function toDataProcessState(state: Lifecycle): DataProcessState {
  switch (state.phase) {
    case 'ready':
      return 'ready';
    case 'waiting':
    case 'replacing':
      return 'restarting';
    case 'idle':
    case 'starting':
      return state.crashes.length === 0 ? 'starting' : 'restarting';
    case 'failed':
    case 'gaveUp':
    case 'closing':
    case 'closed':
      return 'stopped';
    default:
      return unreachable(state);
  }
}

/** Total: an event that means nothing in a phase (a late message of a killed process) leaves it as it is. */
export function transition(state: Lifecycle, event: LifecycleEvent): Step {
  switch (event.kind) {
    case 'startRequested':
      return onStartRequested(state);
    case 'replaceRequested':
      return state.phase === 'starting' || state.phase === 'ready' ? go({ phase: 'replacing', crashes: [] }, { kind: 'askToClose' }) : go(state);
    case 'ready':
      return state.phase === 'starting' ? go({ phase: 'ready', crashes: state.crashes }) : go(state);
    case 'failed': {
      const { message, canExportBackup } = event;
      const isExpected = state.phase === 'starting' || state.phase === 'ready';
      return isExpected ? go({ phase: 'failed', isAlive: true, message, canExportBackup, crashes: state.crashes }) : go(state);
    }
    case 'exited':
      return onExited(state, event.atMs);
    case 'restartDue':
      return state.phase === 'waiting' ? go({ phase: 'starting', crashes: state.crashes }, { kind: 'fork' }) : go(state);
    case 'closeRequested':
      return onCloseRequested(state);
    case 'closeDeadline':
      return state.phase === 'closing' || state.phase === 'replacing' ? go(state, { kind: 'kill' }) : go(state);
    default:
      return unreachable(event);
  }
}

/** Asked for by a person, who gets a clean record of crashes. */
function onStartRequested(state: Lifecycle): Step {
  switch (state.phase) {
    case 'idle':
    case 'gaveUp':
      return go({ phase: 'starting', crashes: [] }, { kind: 'fork' });
    case 'failed':
      return state.isAlive ? go({ phase: 'replacing', crashes: [] }, { kind: 'kill' }) : go({ phase: 'starting', crashes: [] }, { kind: 'fork' });
    case 'starting':
    case 'ready':
    case 'waiting':
    case 'replacing':
    case 'closing':
    case 'closed':
      return go(state);
    default:
      return unreachable(state);
  }
}

function onExited(state: Lifecycle, atMs: number): Step {
  switch (state.phase) {
    case 'starting':
    case 'ready': {
      const decision = afterCrash(DATA_PROCESS_LIMITS, state.crashes, atMs);
      if (decision.action === 'giveUp') return go({ phase: 'gaveUp', crashes: decision.crashes });
      return go({ phase: 'waiting', crashes: decision.crashes }, { kind: 'scheduleRestart', delayMs: decision.delayMs });
    }
    case 'failed':
      return go({ ...state, isAlive: false, canExportBackup: false });
    case 'replacing':
      return go({ phase: 'waiting', crashes: [] }, { kind: 'scheduleRestart', delayMs: 0 });
    case 'closing':
      return go({ phase: 'closed', crashes: state.crashes });
    case 'idle':
    case 'waiting':
    case 'gaveUp':
    case 'closed':
      return go(state);
    default:
      return unreachable(state);
  }
}

function onCloseRequested(state: Lifecycle): Step {
  if (state.phase === 'closing' || state.phase === 'closed') return go(state);
  const { crashes } = state;
  if (state.phase === 'replacing') return go({ phase: 'closing', crashes });
  if (hasProcess(state)) return go({ phase: 'closing', crashes }, { kind: 'askToClose' });
  const isDue = state.phase === 'waiting';
  return go({ phase: 'closed', crashes }, ...(isDue ? [{ kind: 'cancelRestart' } as const] : []));
}

function go(state: Lifecycle, ...effects: LifecycleEffect[]): Step {
  return { state, effects };
}
