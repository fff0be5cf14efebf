/** One seed as a whole: drawn, lived through, and when something breaks, shrunk and told. */
import type { ClusterAddress } from '../../src-server/testing/fresh-database.ts';
import type { PlantedBug } from './planted-bugs.ts';
import { simulate, type SimulationReport } from './simulate.ts';
import { drawStory, type Without } from './story/draw-story.ts';
import type { SimEvent } from './story/event.ts';
import { shrink } from './story/shrink.ts';

export interface Seed {
  readonly cluster: ClusterAddress;
  readonly seed: number;
  readonly steps: number;
  readonly bug?: PlantedBug | null;
  readonly without?: Without;
  readonly only?: ReadonlySet<string> | null;
  readonly words?: readonly string[];
  /** How many shorter stories may be tried when one fails. */
  readonly shrinkTries?: number;
  readonly onBroken?: (report: SimulationReport) => void;
}

export interface Tried {
  readonly report: SimulationReport;
  /** The shortest story that still breaks the same invariant; null when nothing broke. */
  readonly failing: { readonly story: readonly SimEvent[]; readonly report: SimulationReport; readonly tries: number } | null;
}

export async function trySeed({ seed, steps, without, shrinkTries = 0, onBroken, ...options }: Seed): Promise<Tried> {
  const whole = drawStory(seed, steps, without);
  const run = (story: readonly SimEvent[]): Promise<SimulationReport> => simulate({ ...options, seed, story });
  const report = await run(whole);
  if (report.broken.length === 0) return { report, failing: null };
  onBroken?.(report);
  const until = report.brokenAt === null ? whole : whole.slice(0, whole.findIndex((event) => event.id === report.brokenAt) + 1);
  const invariant = report.broken[0]?.invariant;
  let last = report;
  const { story, tries } = await shrink(until, async (shorter) => {
    const shorterReport = await run(shorter);
    const isSame = shorterReport.broken.some((broken) => broken.invariant === invariant);
    if (isSame) last = shorterReport;
    return isSame;
  }, shrinkTries);
  return { report, failing: { story, report: last, tries } };
}

/** For people: what broke, and the whole story of it. */
export function tellFailure({ report, story, tries }: NonNullable<Tried['failing']>): string {
  const broken = report.broken.slice(0, 10).map(({ invariant, what }) => `  ${invariant}: ${what}`);
  const more = report.broken.length > 10 ? [`  and ${report.broken.length - 10} more`] : [];
  return ['What is broken:', ...broken, ...more, '', `The story (${story.length} events, after ${tries} shorter ones were tried):`, ...report.told.map((line) => `  ${line}`)].join('\n');
}
