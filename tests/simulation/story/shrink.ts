import type { SimEvent } from './event.ts';

export interface Shrunk {
  readonly story: readonly SimEvent[];
  readonly tries: number;
}

/**
 * The shortest story found that still fails: events are left out, first many at once, then one by one, then what went wrong
 * within an event. `fails` must say the same of the same story.
 */
export async function shrink(story: readonly SimEvent[], fails: (shorter: readonly SimEvent[]) => Promise<boolean>, maxTries: number): Promise<Shrunk> {
  let current = story;
  let tries = 0;

  async function take(shorter: readonly SimEvent[]): Promise<boolean> {
    if (tries >= maxTries) return false;
    tries += 1;
    if (!(await fails(shorter))) return false;
    current = shorter;
    return true;
  }

  for (let size = Math.ceil(current.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let end = current.length; end > 0; end -= size) {
      await take([...current.slice(0, Math.max(0, end - size)), ...current.slice(end)]);
    }
  }
  for (const { id } of current) {
    for (const simpler of simplerEvents(current.find((event) => event.id === id))) {
      await take(current.map((event) => (event.id === id ? simpler : event)));
    }
  }
  return { story: current, tries };
}

/** The event with one trouble less. */
function simplerEvents(event: SimEvent | undefined): readonly SimEvent[] {
  if (event === undefined) return [];
  if (event.do === 'command' || event.do === 'settle') return event.stop ? [{ ...event, stop: null }] : [];
  if (event.do !== 'round') return [];
  return [
    ...(event.stop ? [{ ...event, stop: null }] : []),
    ...(event.serverStop ? [{ ...event, serverStop: null }] : []),
    ...event.faults.map((fault) => ({ ...event, faults: event.faults.filter((other) => other !== fault) })),
    ...event.meanwhile.map((work) => ({ ...event, meanwhile: event.meanwhile.filter((other) => other !== work) })),
  ];
}
