/**
 * One storm: a server, a few workstations, real processes all of them, and a round of work and mishap after the other; then
 * everything is healed and has to come to rest, and the books are audited.
 *
 * The seed fixes what is done to whom and when; what becomes of it depends on the machine, as in life.
 */
import { createRandom } from '../simulation/random.ts';
import { audit } from './audit.ts';
import { openBooks } from './books.ts';
import type { DeskProcess } from './desk-process.ts';
import type { Fault } from './fault.ts';
import { FAULTS } from './fault.ts';
import { createFaultyProxy } from './faulty-proxy.ts';
import { openGround } from './ground.ts';
import { createMishaps, type MishapName } from './mishaps.ts';
import { createOffice } from './office.ts';
import { settle } from './settle.ts';

export interface StormOptions {
  readonly seed: number;
  readonly rounds: number;
  readonly desks: number;
  /** Only these mishaps; all when null. */
  readonly only: readonly MishapName[] | null;
  /** Leaves the folders when it fails. */
  readonly keep: boolean;
  readonly tell: (line: string) => void;
}

export interface StormReport {
  readonly seed: number;
  readonly rounds: number;
  /** Orders that were answered with yes. */
  readonly carriedOut: number;
  /** Answered orders that were gone with the only disk or database that held them. */
  readonly gone: number;
  readonly mishaps: ReadonlyMap<string, number>;
  readonly faults: ReadonlyMap<Fault, number>;
  /** What is not as it must be; empty when all is well. */
  readonly wrong: readonly string[];
  readonly story: readonly string[];
  /** Where everything lies, when it was kept. */
  readonly keptIn: string | null;
}

const FAULT_RATE = 0.2;
const SETTLE_TIMEOUT_MS = 180_000;

export async function storm(options: StormOptions): Promise<StormReport> {
  const { seed, rounds } = options;
  const story: string[] = [];
  const tell = (line: string): void => {
    story.push(line);
    options.tell(line);
  };
  const random = createRandom(seed);
  const ground = openGround();
  const books = openBooks();
  const proxy = createFaultyProxy({ random: createRandom(seed + 1_000_003), faults: FAULTS, tell });
  let wrong: readonly string[] = [];
  let mishaps: ReadonlyMap<string, number> = new Map();
  try {
    const office = await createOffice({ ground, proxy, books, random, tell, desks: options.desks });
    const trouble = createMishaps(office, options.only);
    mishaps = trouble.counts();
    for (const { front } of office.seats()) front.setFaultRate(FAULT_RATE);
    for (let round = 1; round <= rounds; round += 1) {
      tell(`round ${round}`);
      await office.work();
      await trouble.strike(round);
    }
    tell('the storm is over');
    await trouble.heal();
    const desks: readonly DeskProcess[] = office.seats().map((seat) => seat.desk);
    await settle(desks, SETTLE_TIMEOUT_MS);
    wrong = await audit(books.entries(), desks);
  } catch (error) {
    wrong = [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  } finally {
    await proxy.close();
  }
  const isKept = options.keep && wrong.length > 0;
  await ground.close({ keep: isKept });
  const answered = books.entries().filter((entry) => entry.answer?.ok);
  const gone = answered.filter((entry) => entry.isGone).length;
  return { seed, rounds, carriedOut: answered.length, gone, mishaps, faults: proxy.struck(), wrong, story, keptIn: isKept ? ground.folder : null };
}
