import type { CaseMeasures } from './case-measures.ts';
import { createTally, type Figure, type Tally } from './figure.ts';
import { GROUPINGS, type GroupKey, type Grouping, groupKey, WHOLE } from './figure-key.ts';
import { MEASURE_KEYS, type MeasureKey } from './measure.ts';
import type { PeriodFigures } from './monthly-report.ts';
import type { Occurrence } from './occurrences.ts';

type Tallies = Map<MeasureKey, Tally>;

/** The figures of one period by group, while they are counted. */
export interface FigureGroups {
  add(measures: CaseMeasures, occurrence: Occurrence): void;
  figures(): PeriodFigures['groups'];
}

/** The code of the group that an entry is counted in. */
export function codeIn(grouping: Grouping, { serviceCode, channel }: Pick<CaseMeasures, 'serviceCode' | 'channel'>, { departmentCode }: Occurrence): string {
  if (grouping === 'department') return departmentCode;
  return grouping === 'service' ? serviceCode : channel;
}

export function createGroups(): FigureGroups {
  const whole: Tallies = new Map();
  const byCode = new Map(GROUPINGS.map((grouping) => [grouping, new Map<string, Tallies>()]));
  return {
    add(measures, occurrence) {
      addTo(whole, occurrence);
      for (const [grouping, groups] of byCode) addTo(inMap(groups, codeIn(grouping, measures, occurrence), () => new Map()), occurrence);
    },
    figures() {
      const named = [...byCode].flatMap(([grouping, groups]) => [...groups].map(([code, tallies]): [GroupKey, Tallies] => [groupKey(grouping, code), tallies]));
      const all: [GroupKey, Tallies][] = whole.size === 0 ? [] : [[WHOLE, whole]];
      return Object.fromEntries([...all, ...named].map(([group, tallies]) => [group, figuresOf(tallies)]));
    },
  };
}

function addTo(tallies: Tallies, occurrence: Occurrence): void {
  inMap(tallies, occurrence.measure, () => createTally(occurrence.measure)).add(occurrence);
}

function inMap<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** In the order of the report. */
function figuresOf(tallies: Tallies): Partial<Record<MeasureKey, Figure>> {
  const figures: Partial<Record<MeasureKey, Figure>> = {};
  for (const measure of MEASURE_KEYS) {
    const figure = tallies.get(measure)?.figure();
    if (figure) figures[measure] = figure;
  }
  return figures;
}
