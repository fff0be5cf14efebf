/** Frames of the queue while somebody runs through it: by the wheel, and with PageDown held. */
import type { CDPSession, Page } from '@playwright/test';
import { type BenchRow, row } from './measure.ts';

/** One frame at 60 Hz. */
const FRAME_MS = 1_000 / 60;
const SCROLLED_MS = 6_000;
const WHEEL_PIXELS = 240;
/** How often a keyboard repeats a key that is held. */
const REPEAT_MS = 33;

/**
 * `page`: signed in. Rows of milliseconds from frame to frame, beside them how many of a hundred came late: what somebody
 * sees, on this machine with whatever else it does. And rows of the processor's time that the page needed for a frame, which other
 * programs hardly move: script, style, layout and what is to be painted; not the painting by software, which is other threads'.
 */
export async function scrollFrames(page: Page, cases: number): Promise<readonly BenchRow[]> {
  await page.keyboard.press('F3');
  await page.getByRole('combobox', { name: 'View' }).selectOption('all');
  await page.getByRole('combobox', { name: 'Sort' }).selectOption('receivedNewest');
  const grid = page.getByRole('grid', { name: 'Cases' });
  await grid.getByRole('row').nth(20).waitFor();
  await grid.focus();
  const idle = await framesDuring(page, () => page.waitForTimeout(2_000));
  const box = await grid.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 200);
  const byWheel = await framesDuring(page, () => repeatedly(FRAME_MS, () => page.mouse.wheel(0, WHEEL_PIXELS)));
  await page.keyboard.press('Home');
  const byKey = await framesDuring(page, () => repeatedly(REPEAT_MS, () => page.keyboard.press('PageDown')));
  return [...frameRows('wheel turned', cases, byWheel, idle), ...frameRows('PageDown held', cases, byKey, idle)];
}

function frameRows(how: string, cases: number, seen: Seen, idle: Seen): readonly BenchRow[] {
  const { frames, cpuMs } = seen;
  const work = `the queue of ${cases} cases, ${SCROLLED_MS / 1_000} s`;
  const late = frames.filter((frame) => frame > FRAME_MS * 1.5).length;
  const seconds = frames.reduce((sum, frame) => sum + frame, 0) / 1_000;
  const beside = { 'late frames of a hundred': (100 * late) / frames.length, 'frames a second': frames.length / seconds };
  const busy = { 'busy of a hundred ms': cpuMs.total / (10 * seconds), 'script ms': cpuMs.script / frames.length, 'style and layout ms': cpuMs.layout / frames.length };
  return [
    row({ measure: `frame to frame, ${how}`, work, limit: 'a window in which nothing moves', goal: null, beside }, frames, idle.frames),
    row({ measure: `page's own time for a frame, ${how}`, work, limit: 'one frame at 60 Hz', goal: 1, beside: busy }, [cpuMs.total / frames.length], [FRAME_MS]),
  ];
}

async function repeatedly(everyMs: number, act: () => Promise<void>): Promise<void> {
  const begun = performance.now();
  for (let next = begun; performance.now() - begun < SCROLLED_MS; ) {
    await act();
    next += everyMs;
    const wait = next - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

interface Seen {
  /** Milliseconds between the frames that were drawn. */
  readonly frames: readonly number[];
  /** Processor time of the page's main thread meanwhile. */
  readonly cpuMs: { readonly total: number; readonly script: number; readonly layout: number };
}

async function framesDuring(page: Page, work: () => Promise<void>): Promise<Seen> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await pageTimes(session);
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    let isOver = false;
    const look = (now: number): void => {
      frames.push(now - last);
      last = now;
      if (!isOver) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(globalThis, { framesSeen: () => ((isOver = true), frames.slice(1)) });
  });
  await work();
  const frames = await page.evaluate(() => (globalThis as unknown as { framesSeen: () => number[] }).framesSeen()); // safe: put there above
  const after = await pageTimes(session);
  await session.detach();
  const used = (...names: readonly string[]): number => names.reduce((sum, name) => sum + ((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 1_000, 0);
  return { frames, cpuMs: { total: used('TaskDuration'), script: used('ScriptDuration'), layout: used('LayoutDuration', 'RecalcStyleDuration') } };
}

/** Seconds since it was begun to count, by name. */
async function pageTimes(session: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}
