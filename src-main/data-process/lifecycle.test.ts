import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasProcess, INITIAL_LIFECYCLE, transition, type Lifecycle, type LifecycleEffect, type LifecycleEvent } from './lifecycle.ts';

function run(...events: LifecycleEvent[]): { state: Lifecycle; effects: LifecycleEffect[] } {
  let state = INITIAL_LIFECYCLE;
  const effects: LifecycleEffect[] = [];
  for (const event of events) {
    const step = transition(state, event);
    state = step.state;
    effects.push(...step.effects);
  }
  return { state, effects };
}

const start: LifecycleEvent = { kind: 'startRequested' };
const ready: LifecycleEvent = { kind: 'ready' };
const failed: LifecycleEvent = { kind: 'failed', message: 'The records are from a newer version.', canExportBackup: true };
const replace: LifecycleEvent = { kind: 'replaceRequested' };
const restartDue: LifecycleEvent = { kind: 'restartDue' };
const close: LifecycleEvent = { kind: 'closeRequested' };
const deadline: LifecycleEvent = { kind: 'closeDeadline' };
const exited = (atMs: number): LifecycleEvent => ({ kind: 'exited', atMs });

describe('the life of the data process', () => {
  it('is restarted after a crash', () => {
    const { state, effects } = run(start, ready, exited(10), restartDue);
    expect(effects).toEqual([{ kind: 'fork' }, { kind: 'scheduleRestart', delayMs: 200 }, { kind: 'fork' }]);
    expect(state).toEqual({ phase: 'starting', crashes: [10] });
  });

  it('is given up after eight crashes in two minutes, until someone asks again', () => {
    const eight = Array.from({ length: 8 }, (_, index) => [exited(index), restartDue]).flat();
    expect(run(start, ...eight).state.phase).toBe('gaveUp');
    const again = run(start, ...eight, start);
    expect(again.state).toEqual({ phase: 'starting', crashes: [] });
  });

  it('is not restarted after it said that it cannot open the records', () => {
    const { state, effects } = run(start, failed, exited(5), restartDue);
    expect(state).toMatchObject({ phase: 'failed', isAlive: false, canExportBackup: false });
    expect(effects).toEqual([{ kind: 'fork' }]);
  });

  it('is replaced, not doubled, when a person asks to try again while it still runs', () => {
    const asked = run(start, failed, start);
    expect(asked.effects).toEqual([{ kind: 'fork' }, { kind: 'kill' }]);
    expect(run(start, failed, start, exited(5), restartDue).state.phase).toBe('starting');
  });

  it('is asked to close for a new one, killed only when it does not, and never doubled', () => {
    expect(run(start, ready, replace, exited(5), restartDue)).toMatchObject({ state: { phase: 'starting' }, effects: [{ kind: 'fork' }, { kind: 'askToClose' }, { kind: 'scheduleRestart', delayMs: 0 }, { kind: 'fork' }] });
    expect(run(start, ready, replace, deadline, exited(5), restartDue).effects[2]).toEqual({ kind: 'kill' });
    expect(run(replace).effects).toEqual([]);
    expect(run(start, ready, replace, close, exited(5)).state.phase).toBe('closed');
  });

  it('is asked to close, and killed only when it does not', () => {
    expect(run(start, ready, close, exited(5))).toMatchObject({ state: { phase: 'closed' }, effects: [{ kind: 'fork' }, { kind: 'askToClose' }] });
    expect(run(start, ready, close, deadline).effects.at(-1)).toEqual({ kind: 'kill' });
    expect(run(start, ready, close, exited(5), deadline).effects.at(-1)).toEqual({ kind: 'askToClose' });
  });

  it('does not come back when the app closes while a restart is due', () => {
    const { state, effects } = run(start, exited(5), close, restartDue);
    expect(state.phase).toBe('closed');
    expect(effects.at(-1)).toEqual({ kind: 'cancelRestart' });
  });
});

/** Plays a world that obeys the effects; the events come in any order, as they do in life. */
class World {
  state = INITIAL_LIFECYCLE;
  processes = 0;
  wasAskedToClose = false;

  apply(event: LifecycleEvent): void {
    if (event.kind === 'exited') {
      if (this.processes === 0) return;
      this.processes -= 1;
    }
    const fromProcess = event.kind === 'ready' || event.kind === 'failed';
    if (fromProcess && this.processes === 0) return;
    if (event.kind === 'closeRequested') this.wasAskedToClose = true;
    const step = transition(this.state, event);
    this.state = step.state;
    for (const effect of step.effects) this.obey(effect);
    expect(hasProcess(this.state)).toBe(this.processes === 1);
  }

  obey(effect: LifecycleEffect): void {
    if (effect.kind === 'fork') {
      expect(this.wasAskedToClose).toBe(false);
      this.processes += 1;
      expect(this.processes).toBe(1);
    }
    if (effect.kind === 'kill' || effect.kind === 'askToClose') expect(this.processes).toBe(1);
  }
}

describe('in any order of events', () => {
  const events = fc.array(
    fc.oneof(fc.constantFrom(start, ready, failed, restartDue, deadline), fc.nat(300_000).map(exited), { weight: 1, arbitrary: fc.constant(close) }),
    { maxLength: 60 },
  );

  it('there is never a second process, nor a message to one that is gone, nor a start after the close', () => {
    fc.assert(
      fc.property(events, (sequence) => {
        const world = new World();
        for (const event of sequence) world.apply(event);
      }),
      { numRuns: 1_000 },
    );
  });

  it('a close always ends once the process is gone', () => {
    fc.assert(
      fc.property(events, (sequence) => {
        const world = new World();
        for (const event of sequence) world.apply(event);
        world.apply(close);
        world.apply(exited(0));
        expect(world.state.phase).toBe('closed');
      }),
    );
  });
});
