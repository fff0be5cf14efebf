/** What the command line and the environment say. Null where neither does. */
export interface StartArguments {
  readonly dataDir: string | null;
  /** `http` or `https`, without a slash at its end. */
  readonly serverUrl: string | null;
  readonly stationName: string | null;
  readonly enrolCode: string | null;
  /** The `portreeve://` link that opened the app, as it came (`links/parse-link.ts` reads it). */
  readonly link: string | null;
}

export type ArgumentsResult =
  | { readonly ok: true; readonly value: StartArguments }
  | { readonly ok: false; readonly message: string };

type Environment = Readonly<Record<string, string | undefined>>;

const DATA_DIR = '--portreeve-data-dir';
const SERVER = '--portreeve-server';
const NAME = '--portreeve-name';
const ENROL_CODE = '--enrol-code';
const OPTIONS = [DATA_DIR, SERVER, NAME, ENROL_CODE];

/**
 * Reads the app's own options, all of the form `--option=value`; Electron's and Chromium's are left alone.
 *
 * An option on the command line wins over the environment (`PORTREEVE_DATA_DIR`, `PORTREEVE_SERVER_URL`). A value that cannot be
 * meant is answered with a sentence for whoever typed it.
 */
export function readArguments(argv: readonly string[], environment: Environment): ArgumentsResult {
  const given = new Map<string, string>();
  for (const argument of argv) {
    const [option = '', ...rest] = argument.split('=');
    const isOurs = OPTIONS.includes(option);
    if (!isOurs && option.startsWith('--portreeve-')) return problem(`There is no option ${option}. There are ${OPTIONS.join(', ')}.`);
    if (!isOurs) continue;
    const value = rest.join('=').trim();
    if (value === '') return problem(`${option} needs a value, as in ${option}=VALUE.`);
    given.set(option, value);
  }
  const name = given.get(NAME) ?? null;
  if (name !== null && name.length > 64) return problem(`${NAME} takes at most 64 characters.`);
  const code = given.get(ENROL_CODE) ?? null;
  if (code !== null && !/^[A-Za-z0-9-]{1,64}$/.test(code)) return problem(`${ENROL_CODE} takes letters, digits and dashes, as the administrator gave it.`);
  const server = given.get(SERVER) ?? (environment['PORTREEVE_SERVER_URL'] || null);
  const serverUrl = server === null ? null : readServerUrl(server);
  if (server !== null && serverUrl === null) return problem(`The server's address must look like https://portreeve.example.gov, not "${server}".`);
  return {
    ok: true,
    value: {
      dataDir: given.get(DATA_DIR) ?? (environment['PORTREEVE_DATA_DIR'] || null),
      serverUrl,
      stationName: name,
      enrolCode: code,
      link: linkIn(argv),
    },
  };
}

/** The first `portreeve://` link among the arguments, unread, or null. */
export function linkIn(argv: readonly string[]): string | null {
  return argv.find((argument) => /^portreeve:/i.test(argument)) ?? null;
}

function readServerUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  if (!isPlain || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  return url.href.replace(/\/+$/, '');
}

function problem(message: string): ArgumentsResult {
  return { ok: false, message };
}
