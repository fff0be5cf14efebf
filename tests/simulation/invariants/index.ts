import type { Invariant, Look } from './invariant.ts';
import * as office from './of-the-office.ts';
import * as station from './of-a-station.ts';
import * as server from './of-the-server.ts';
import * as wire from './of-the-wire.ts';

/** All that are checked in one run; I16 compares two runs (`mixed-versions.pg.test.ts`). */
export const INVARIANTS: readonly Invariant[] = [
  server.noCommandLost,
  server.onceOnly,
  station.converged,
  server.numbersUnique,
  server.historyComplete,
  station.optimisticStateHonest,
  station.oneCut,
  station.confidential,
  station.refusalsHeard,
  server.ownOrder,
  station.noFlicker,
  wire.feedComplete,
  wire.forksFound,
  station.everythingDrains,
  station.bounds,
  office.officeCommandsKept,
  office.officeOnceOnly,
  office.officeHonest,
  office.officeConverged,
  office.officeNoFlicker,
];

export interface Broken {
  readonly invariant: string;
  readonly what: string;
}

/** Everything that contradicts an invariant of this moment; `only`: of these. */
export async function findBroken(look: Look, only: ReadonlySet<string> | null): Promise<readonly Broken[]> {
  const broken: Broken[] = [];
  for (const { id, when: moments, check } of INVARIANTS) {
    if (!moments.includes(look.when) || (only !== null && !only.has(id))) continue;
    for (const what of await check(look)) broken.push({ invariant: id, what });
  }
  return broken;
}
