import { parseArgs } from 'node:util';

/** What the person at the keyboard asked for. */
export interface ImportOptions {
  readonly file: string;
  readonly serverUrl: string;
  /** Name of a built-in mapping or path of a mapping file; null: found out from the column names. */
  readonly mapping: string | null;
  readonly isDryRun: boolean;
  /** Null: the demo administrator, on this computer's own demo server only. */
  readonly signIn: { readonly staffId: string; readonly password: string } | null;
  /** Null: beside the file. */
  readonly rejectsFile: string | null;
}

export type CommandLine =
  | { readonly kind: 'run'; readonly options: ImportOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

const DEFAULT_SERVER_URL = 'http://127.0.0.1:8311';

export const HELP = `Portreeve import: brings the cases of a city's old system in from a CSV file.

  npm run import -- FILE.csv --server URL [--mapping NAME|FILE] [options]

  --server URL          The server, such as ${DEFAULT_SERVER_URL} (the default).
                        May also be given as PORTREEVE_SERVER_URL.
  --mapping NAME|FILE   What the columns mean: a built-in mapping (sf-311, kansas-city-311, boston-311,
                        boston-311-dmy) or a mapping file of your own. Without it the column names decide; when
                        nothing fits, a suggested mapping is written for you to check.
  --dry-run             Do everything but write cases: read, map, judge, list what would be rejected.
  --staff ID            Administrator to sign in as. Without it, on this computer, the demo administrator.
  --password PASSWORD   Their password. Better given as PORTREEVE_PASSWORD: other programs can read a command line.
  --rejects FILE        Where rows that cannot be imported are listed (default: FILE.rejects.csv beside the file).
                        A dry run writes FILE.rejects.dry-run.csv instead. Nothing but an earlier list is overwritten.
  --help                This text.

Every row is imported, or is here already, or is listed with its line and the reason in the rejects file. Running the same
file again adds nothing. Mappings are explained in resources/import-mappings/README.md.

Exit code 0: done (look at the summary); 1: could not be done; 2: wrong arguments; 3: a mapping has to be checked first.
`;

const OPTIONS = {
  server: { type: 'string' },
  mapping: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  staff: { type: 'string' },
  password: { type: 'string' },
  rejects: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** Reads the command line; `wrong` carries one sentence for the person who typed it. */
export function readCommandLine(args: readonly string[], env: Readonly<Record<string, string | undefined>>): CommandLine {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return wrong(unknownArgument(error));
  }
  const { values, positionals } = parsed;
  if (values.help) return { kind: 'help' };
  const [file, second] = positionals;
  if (file === undefined) return wrong('Name the CSV file to import.');
  if (second !== undefined) return wrong(`One file at a time: ${file} and ${second} were given. Names with spaces need quotation marks.`);
  const serverUrl = values.server ?? env['PORTREEVE_SERVER_URL'] ?? DEFAULT_SERVER_URL;
  if (!isHttpUrl(serverUrl)) return wrong(`--server ${serverUrl} is not a server's address: give one such as ${DEFAULT_SERVER_URL}.`);
  const password = values.password ?? env['PORTREEVE_PASSWORD'];
  if (values.staff !== undefined && password === undefined) return wrong('--staff needs a password: set PORTREEVE_PASSWORD or give --password.');
  if (values.staff === undefined && values.password !== undefined) return wrong('--password needs --staff ID.');
  const signIn = values.staff === undefined || password === undefined ? null : { staffId: values.staff, password };
  return {
    kind: 'run',
    options: {
      file,
      serverUrl: serverUrl.replace(/\/+$/, ''),
      mapping: values.mapping ?? null,
      isDryRun: values['dry-run'],
      signIn,
      rejectsFile: values.rejects ?? null,
    },
  };
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: true });
}

function wrong(sentence: string): CommandLine {
  return { kind: 'wrong', message: `${sentence} --help shows everything it takes.` };
}

function unknownArgument(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `${message.split(/\. /, 1)[0]?.replace(/\.$/, '')}.`;
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
