import type { FactOf } from '../../../src-shared/domain/fact.ts';
import type { StaffId } from '../../../src-shared/util/ids.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';

export interface Openings {
  readonly by: StaffId;
  readonly count: number;
  readonly lastAt: UtcMs;
}

/** Who has looked at a sealed case, how often and when last: whoever looked last comes first. */
export function openingsOf(facts: readonly Pick<FactOf<'sealedOpened'>, 'by' | 'at'>[]): readonly Openings[] {
  const people = [...new Set(facts.map(({ by }) => by))];
  return people
    .map((by) => {
      const times = facts.filter((fact) => fact.by === by).map(({ at }) => at);
      return { by, count: times.length, lastAt: times.reduce((last, at) => (at > last ? at : last)) };
    })
    .sort((one, other) => other.lastAt - one.lastAt);
}
