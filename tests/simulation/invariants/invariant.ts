import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import type { RuleBook } from '../../../src-shared/catalogue/time-rules.ts';
import type { Pool } from '../../../src-server/db/pool.ts';
import type { Exchange } from '../wire/line.ts';
import type { Life } from './ledger.ts';
import type { StationView } from './station-view.ts';

/** A command given at some desk and not lost with every disk that held it. */
export interface GivenCommand {
  readonly uid: string;
  readonly caseId: string;
  /** Number told to the citizen. */
  readonly number: string | null;
  /** It was read off a paper form: the same sheet may be keyed in twice. */
  readonly isOffForm?: boolean;
  /** Its author's disk is gone; a colleague's still has the case as the server had it. */
  readonly isOnlyCopied?: boolean;
}

export interface Looked {
  readonly view: StationView;
  /** The same disk at the look before; null: another disk, or the first look. */
  readonly before: StationView | null;
  /** Every catalogue it has held, newest first. */
  readonly catalogues: readonly Catalogue[];
  /** The rule books it holds, oldest first. */
  readonly ruleBooks: readonly RuleBook[];
}

/** What one look at everything saw. At a step only the stations that did something in it are looked at. */
export interface Look {
  readonly when: 'step' | 'end';
  readonly pool: Pool;
  /** The present life of the server's database. */
  readonly life: Life;
  /** All of them, newest first. */
  readonly lives: readonly Life[];
  readonly stations: readonly Looked[];
  /** What passed since the look before, with the life that answered. */
  readonly exchanges: readonly (Exchange & { readonly life: Life })[];
  readonly given: readonly GivenCommand[];
  /** Ids of office commands given at some desk and not lost with every disk that held them. */
  readonly officeGiven: readonly string[];
  /** Numbers given to a citizen a second time, though no disk was copied between. */
  readonly numbersGivenTwice: readonly string[];
  /** Stations with a round that repeated itself for ever. */
  readonly endlessRounds: readonly string[];
}

export interface Invariant {
  /** As in docs/sync.md. */
  readonly id: string;
  /** `step`: after every event; `end`: when everything has settled; both. */
  readonly when: readonly ('step' | 'end')[];
  readonly says: string;
  /** What contradicts it, in words. */
  readonly check: (look: Look) => readonly string[] | Promise<readonly string[]>;
}
