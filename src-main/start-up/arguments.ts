/** What the command line and the environment say. Null where neither does. */
export interface StartArguments {
  readonly dataDir: string | null;
  /** `http` or `https` with host and port, nothing after them, no slash at the end. */
  readonly serverUrl: string | null;
  readonly stationName: string | null;
  readonly enrolCode: string | null;
  /** Practice mode: made-up cases in a folder of their own, no server. Nothing of a server, a code or a link is taken then. */
  readonly isPractice: boolean;
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
/** Stands alone, without a value. */
export const PRACTICE = '--portreeve-practice';
const EXAMPLE_SERVER = 'https://portreeve.example.gov';
const OPTIONS = [DATA_DIR, SERVER, NAME, ENROL_CODE];
const ALL = [...OPTIONS, PRACTICE].join(', ');

/**
 * Reads the app's own options, all of the form `--option=value`; Electron's and Chromium's are left alone.
 *
 * An option on the command line wins over the environment (`PORTREEVE_DATA_DIR`, `PORTREEVE_SERVER_URL`). A value that cannot be
 * meant is answered with a sentence for whoever typed it.
 */
export function readArguments(argv: readonly string[], environment: Environment): ArgumentsResult {
  const given = new Map<string, string>();
  const isPractice = argv.includes(PRACTICE);
  for (const argument of argv) {
    if (argument === PRACTICE) continue;
    const [option = '', ...rest] = argument.split('=');
    const isOurs = OPTIONS.includes(option);
    if (!isOurs && option.startsWith('--portreeve-')) return problem(`There is no option ${option}. There are ${ALL}.`);
    if (!isOurs) continue;
    const value = rest.join('=').trim();
    if (value === '') return problem(`${option} needs a value, as in ${option}=VALUE.`);
    given.set(option, value);
  }
  const name = given.get(NAME) ?? null;
  if (name !== null && name.length > 64) return problem(`${NAME} takes at most 64 characters.`);
  const code = given.get(ENROL_CODE) ?? null;
  if (code !== null && !/^[A-Za-z0-9-]{1,64}$/.test(code)) return problem(`${ENROL_CODE} takes letters, digits and dashes, as the administrator gave it.`);
  const server = isPractice ? null : (given.get(SERVER) ?? (environment['PORTREEVE_SERVER_URL'] || null));
  const serverUrl = server === null ? null : readServerUrl(server);
  if (serverUrl !== null && !serverUrl.ok) return serverUrl;
  return {
    ok: true,
    value: {
      dataDir: given.get(DATA_DIR) ?? (environment['PORTREEVE_DATA_DIR'] || null),
      serverUrl: serverUrl?.origin ?? null,
      stationName: name,
      enrolCode: isPractice ? null : code,
      isPractice,
      link: isPractice ? null : linkIn(argv),
    },
  };
}

/** The first `portreeve://` link among the arguments, unread, or null. */
export function linkIn(argv: readonly string[]): string | null {
  return argv.find((argument) => /^portreeve:/i.test(argument)) ?? null;
}

type ServerUrlResult = { readonly ok: true; readonly origin: string } | { readonly ok: false; readonly message: string };

/** Credentials do not belong into a command line, and the server answers at the root of its host only. */
function readServerUrl(text: string): ServerUrlResult {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    return { ok: false, message: `The server's address must look like ${EXAMPLE_SERVER}, not "${text}".` };
  }
  if (url.username !== '' || url.password !== '') {
    return { ok: false, message: `The server's address takes no user name and no password. Give it as ${url.origin}; people sign in inside Portreeve.` };
  }
  if (url.pathname !== '/' || /[?#]/.test(text)) {
    return { ok: false, message: `The server's address ends with its host and port: the server does not work below a path. Give ${url.origin}, not "${text}".` };
  }
  return { ok: true, origin: url.origin };
}

function problem(message: string): ArgumentsResult {
  return { ok: false, message };
}
