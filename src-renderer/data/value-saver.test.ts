import { describe, expect, it } from 'vitest';
import { createValueSaver, type SaveState } from './value-saver.ts';

/** A saver whose timers are fired by hand and whose disk answers when told. */
function setUp() {
  const timers: (() => void)[] = [];
  const saved: string[] = [];
  const states: SaveState[] = [];
  let answers: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const saver = createValueSaver<{ readonly name: string }>({
    save: (draft) =>
      new Promise<void>((resolve, reject) => {
        saved.push(draft.name);
        answers.push({ resolve, reject });
      }),
    onState: (state) => states.push(state),
    setTimer: (run) => timers.push(run),
  });
  const settle = async (how: 'ok' | 'broken'): Promise<void> => {
    const [answer, ...rest] = answers;
    answers = rest;
    if (how === 'ok') answer?.resolve();
    else answer?.reject(new Error('disk full'));
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  const fireTimer = async (): Promise<void> => {
    timers.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { saver, saved, states, settle, fireTimer, timers };
}

const named = (name: string): { readonly name: string } => ({ name });

describe('saving what is typed while it is typed', () => {
  it('sets one timer for many keys and saves the last of them', async () => {
    const { saver, saved, fireTimer, timers } = setUp();
    for (const name of ['M', 'Ma', 'Mar']) saver.changed(named(name));
    expect(timers).toHaveLength(1);
    await fireTimer();
    expect(saved).toEqual(['Mar']);
  });

  it('claims to have kept only what is on disk', async () => {
    const { saver, states, settle, fireTimer } = setUp();
    saver.changed(named('M'));
    expect(states).toEqual(['saving']);
    await fireTimer();
    saver.changed(named('Ma'));
    await settle('ok');
    expect(states.at(-1)).toBe('saving');
    await settle('ok');
    expect(states.at(-1)).toBe('saved');
  });

  it('never runs two saves at once, and saves what came in between', async () => {
    const { saver, saved, settle, fireTimer, states } = setUp();
    saver.changed(named('first'));
    await fireTimer();
    saver.changed(named('second'));
    await fireTimer();
    expect(saved).toEqual(['first']);
    await settle('ok');
    expect(saved).toEqual(['first', 'second']);
    await settle('ok');
    expect(states.at(-1)).toBe('saved');
  });

  it('tries again after a failure, with what is newest by then', async () => {
    const { saver, saved, settle, fireTimer, states } = setUp();
    saver.changed(named('first'));
    await fireTimer();
    await settle('broken');
    expect(states.at(-1)).toBe('failed');
    saver.changed(named('second'));
    await fireTimer();
    expect(saved).toEqual(['first', 'second']);
  });

  it('writes nothing more once stopped, also after a save that failed', async () => {
    const { saver, saved, settle, fireTimer } = setUp();
    saver.changed(named('first'));
    await fireTimer();
    saver.changed(named('second'));
    const stopped = saver.stop();
    await settle('broken');
    await stopped;
    await fireTimer();
    await fireTimer();
    expect(saved).toEqual(['first']);
  });

  it('flushes at once when a field is left', async () => {
    const { saver, saved, settle } = setUp();
    saver.changed(named('left'));
    const flushed = saver.flush();
    await settle('ok');
    await flushed;
    expect(saved).toEqual(['left']);
  });
});
