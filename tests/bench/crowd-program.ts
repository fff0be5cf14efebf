/**
 * Some of the many workstations of the larger storm, in one process. Orders come over the channel to its parent.
 *
 * `node crowd-program.ts SERVER_URL COUNT NAME`
 */
import { answerOrders } from './child-program.ts';
import { memoryStation } from './memory-station.ts';

export type CrowdOrder =
  /** Each takes so many cases; case numbers count on from `from`. */
  | { readonly do: 'take'; readonly from: number; readonly each: number }
  /** One round each, one after another. */
  | { readonly do: 'rounds' }
  /** All online at once; answers when each has so many cases more than now and nothing waits. */
  | { readonly do: 'online'; readonly moreCases: number }
  | { readonly do: 'offline' };

export interface CrowdTimes {
  /** As Date.now() has them, one per workstation. */
  readonly pushedAt: readonly number[];
  readonly inStepAt: readonly number[];
  readonly answers: number;
  readonly busy: number;
}

const CHECK_MS = 10;
/** Something is wrong by then. */
const PATIENCE_MS = 300_000;

const [url = '', count = '', name = ''] = process.argv.slice(2);
const crowd = Array.from({ length: Number(count) }, (_, at) => memoryStation(url, `${name}-${at}`));

answerOrders((order: CrowdOrder): unknown => {
  switch (order.do) {
    case 'take':
      return crowd.forEach((station, at) => {
        for (let taken = 0; taken < order.each; taken += 1) station.take(order.from + at * order.each + taken);
      });
    case 'rounds':
      return rounds();
    case 'online':
      return goOnline(order.moreCases);
    case 'offline':
      return Promise.all(crowd.map((station) => station.loop.stop()));
  }
});

async function rounds(): Promise<number> {
  const start = performance.now();
  for (const station of crowd) await station.round.run();
  return performance.now() - start;
}

async function goOnline(moreCases: number): Promise<CrowdTimes> {
  for (const station of crowd) Object.assign(station.answers, { all: 0, busy: 0 });
  for (const station of crowd) station.loop.start();
  const inStepAt = crowd.map(() => 0);
  const before = crowd.map((station) => station.cases.size);
  const start = Date.now();
  while (inStepAt.includes(0)) {
    if (Date.now() > start + PATIENCE_MS) throw new Error(`not in step: ${crowd.map((station, at) => `${station.cases.size - (before[at] ?? 0)}/${station.waiting()}`).join(' ')}`);
    for (const [at, station] of crowd.entries()) {
      if (inStepAt[at] === 0 && station.cases.size >= (before[at] ?? 0) + moreCases && station.waiting() === 0) inStepAt[at] = Date.now();
    }
    await new Promise((resolve) => setTimeout(resolve, CHECK_MS));
  }
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return { pushedAt: crowd.map((station) => station.pushedAt()), inStepAt, answers: sum(crowd.map((station) => station.answers.all)), busy: sum(crowd.map((station) => station.answers.busy)) };
}
