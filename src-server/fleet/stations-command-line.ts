import path from 'node:path';
import { parseArgs } from 'node:util';
import type { DatabaseChoice } from '../backup/open-existing.ts';

/** What is to be done with the city's workstations. `station`: id or name; null: all are listed. */
export interface StationsWish extends DatabaseChoice {
  readonly station: string | null;
  /** Buckets it is to hold from now on; null: as they are. */
  readonly hold: readonly string[] | null;
  /** Null: as it is. */
  readonly isBlocked: boolean | null;
}

export type StationsCommandLine =
  | { readonly kind: 'run'; readonly stations: StationsWish }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'wrong'; readonly message: string };

const HELP = `Portreeve server: lists the workstations, and says what one of them may hold. Also while the server is running.

  npm run server -- stations --data DIR                                        list them
  npm run server -- stations --data DIR --station ID --hold city,sealed:HR     what it holds from now on
  npm run server -- stations --data DIR --station ID --block                   shut it out

  --data DIR            The server's data folder. May also be given as PORTREEVE_DATA_DIR.
  --database-url URL    The PostgreSQL of your own that the server uses, if it does.
  --station ID          Id or name of the workstation.
  --hold LIST           With commas: city (every case that is not sealed), dept:CODE (one department's), sealed:CODE (its sealed
                        complaints). The workstation fetches what is new to it with its next round, and removes what it lost.
  --block, --unblock    A blocked workstation is not answered; what was typed there stays there until it is unblocked.
  --help                This text.
`;

const OPTIONS = {
  data: { type: 'string' },
  'database-url': { type: 'string' },
  station: { type: 'string' },
  hold: { type: 'string' },
  block: { type: 'boolean', default: false },
  unblock: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Reads a command about workstations; null when the line is none. `wrong` carries one sentence. */
export function readStationsCommandLine([name, ...rest]: readonly string[], env: NodeJS.ProcessEnv): StationsCommandLine | null {
  if (name !== 'stations') return null;
  try {
    return fromValues(parseArgs({ args: rest, options: OPTIONS, strict: true, allowPositionals: false }).values, env);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return wrong(`${message.split(/\. /, 1)[0]?.replace(/\.$/, '')}.`);
  }
}

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

function fromValues(values: Values, env: NodeJS.ProcessEnv): StationsCommandLine {
  if (values.help) return { kind: 'help', text: HELP };
  const data = values.data ?? env['PORTREEVE_DATA_DIR'];
  const databaseUrl = values['database-url'] ?? null;
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl)) return wrong('--database-url must look like postgresql://user:password@host/database.');
  if (!data && databaseUrl === null) return wrong('Say where the server keeps its data: --data DIR.');
  if (values.block && values.unblock) return wrong('Give --block or --unblock, not both.');
  const hold = values.hold === undefined ? null : values.hold.split(',').map((bucket) => bucket.trim()).filter(Boolean);
  const odd = hold?.find((bucket) => !/^(city|(dept|sealed):[A-Z0-9_-]+)$/.test(bucket));
  if (odd !== undefined) return wrong(`--hold ${odd} is not known: give city, dept:CODE or sealed:CODE.`);
  const isBlocked = values.block ? true : values.unblock ? false : null;
  if (values.station === undefined && (hold !== null || isBlocked !== null)) return wrong('Say which workstation: --station ID.');
  return { kind: 'run', stations: { dataDir: path.resolve(data ?? '.'), databaseUrl, station: values.station ?? null, hold, isBlocked } };
}

function wrong(sentence: string): StationsCommandLine {
  return { kind: 'wrong', message: `${sentence} "stations --help" shows everything it takes.` };
}
