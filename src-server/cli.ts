import path from 'node:path';
import { parseArgs } from 'node:util';
import { readScanCommand, type ScanCommand } from './blobs/scan-command.ts';
import { type MessageOptions, readMessageOptions } from './mail/message-options.ts';

/** How the server is to run. */
export interface ServerOptions {
  /** 0: any free port; the ready line says which. */
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  /** Null: the embedded PostgreSQL in the data folder. */
  readonly databaseUrl: string | null;
  readonly seed: 'demo' | 'empty';
  /** Folder with a city of one's own, absolute; null when none is given. */
  readonly cityDir: string | null;
  /** Given: every workstation needs it. Null: one is made, and only workstations on other computers need it. */
  readonly enrolCode: string | null;
  /** The city's virus scanner for attached files; null when none is given. */
  readonly scanCommand: ScanCommand | null;
  readonly backups: BackupOptions;
  /** Where citizens reach this server; null: nowhere. */
  readonly publicUrl: string | null;
  /** Where emails, texts and push go. */
  readonly messages: MessageOptions;
  /** How long and in how much room workstations hold closed cases; what is left out stays as it was set before. */
  readonly horizon: { readonly days?: number; readonly boundBytes?: number };
}

/** The nightly backup. */
export interface BackupOptions {
  /** Absolute. */
  readonly folder: string;
  readonly keepDays: number;
  /** Of the city's day, 0 to 23; null: none is taken. */
  readonly hour: number | null;
}

export type CommandLine =
  | { readonly kind: 'run'; readonly options: ServerOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

export const HELP = `Portreeve server: keeps every workstation, door and department in step.

  npm run server -- --port 8311 --data DIR [options]

  --port PORT           Port to listen on (default 8311; 0 takes any free one).
  --data DIR            Folder for the database, logs and updates; made when missing.
                        May also be given as PORTREEVE_DATA_DIR.
  --host ADDRESS        Address to listen on (default 127.0.0.1: this computer only; 0.0.0.0: the whole network).
  --database-url URL    A PostgreSQL (15 or later) of your own instead of the embedded one.
  --seed demo|empty     demo: load the demo city, once (default empty).
  --city FOLDER         Load a city of your own, once: FOLDER/city.json, in the shape of resources/demo-city.json, and
                        FOLDER/passwords.json with a first password for each member of staff: {"staff.id": "password"}.
  --enrol-code CODE     Code that every new workstation must give. Without it a code is made and kept in
                        DIR/enrolment-code, and workstations on this computer need none.
  --scan-command "PROGRAM ARGUMENTS {file}"
                        A virus scanner run on each attached file: exit 0 is clean, 1 infected, else it is tried again
                        later. Until a file is clean it is not handed out. Without it files are handed out unscanned.
  --backup-dir DIR      Folder for the nightly backups (default DATA/backups; better one on another disk or computer).
  --keep-backups DAYS   How long they are kept (default 35; the newest three always are).
  --backup-hour HOUR    When, by the city's clock: 0 to 23 (default 2), or off.
  --closed-days DAYS    How long workstations hold closed cases (first 730; 0: for ever). Older ones are searched for at
                        the server. Kept until it is given again.
  --station-megabytes N Most room a workstation's records may take (first 4096). Kept until it is given again.
  --smtp-url URL        The mail server: smtp://user:password@host:587 or smtps://…. Better given as PORTREEVE_SMTP_URL: a command
                        line can be read by everybody on the computer. Without it mails wait, and /healthz says so.
  --mail-from SENDER    Who mails are from: "City of Example <no-reply@city.example>". Or PORTREEVE_MAIL_FROM.
  --message-gateway-url URL
                        The gateway for texts and push (docs/message-gateway.md). Or PORTREEVE_MESSAGE_GATEWAY_URL; its token
                        only as PORTREEVE_MESSAGE_GATEWAY_TOKEN.
  --mail-folder DIR     For trying things out: mails (and what has no gateway) become files in DIR instead.
  --public-url URL      Where citizens reach this server (through the city's own web server): https://service.example.gov. Closing
                        notices then ask how it went. Only /survey is meant for them. Or PORTREEVE_PUBLIC_URL.
  --help                This text.

Commands about backups and workstations, each with its own --help:

  npm run server -- backup --data DIR                    take one now, also while the server is running
  npm run server -- restore --data DIR --from FILE       put one in the place of the database
  npm run server -- new-epoch --data DIR                 after restoring a PostgreSQL of your own by other means
  npm run server -- stations --data DIR                  list the workstations; change what one of them may hold

When ready it prints one line of JSON on standard output: {"ready":true,"url":"http://127.0.0.1:8311","dataDir":"…"}
`;

const OPTIONS = {
  port: { type: 'string', default: '8311' },
  host: { type: 'string', default: '127.0.0.1' },
  data: { type: 'string' },
  'database-url': { type: 'string' },
  seed: { type: 'string', default: 'empty' },
  city: { type: 'string' },
  'enrol-code': { type: 'string' },
  'scan-command': { type: 'string' },
  'backup-dir': { type: 'string' },
  'keep-backups': { type: 'string', default: '35' },
  'backup-hour': { type: 'string', default: '2' },
  'closed-days': { type: 'string' },
  'station-megabytes': { type: 'string' },
  'smtp-url': { type: 'string' },
  'mail-from': { type: 'string' },
  'message-gateway-url': { type: 'string' },
  'mail-folder': { type: 'string' },
  'public-url': { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** Reads the command line; `wrong` carries one sentence for the person who typed it. */
export function readCommandLine(args: readonly string[], env: NodeJS.ProcessEnv): CommandLine {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(args);
  } catch (error) {
    return wrong(unknownArgument(error));
  }
  if (values.help) return { kind: 'help' };
  const port = readPort(values.port);
  if (port === null) return wrong(`--port ${values.port} is not a port: give a number from 0 to 65535.`);
  const dataDir = values.data ?? env['PORTREEVE_DATA_DIR'];
  if (!dataDir) return wrong('Say where the server keeps its data: --data DIR.');
  const { seed } = values;
  if (seed !== 'demo' && seed !== 'empty') return wrong(`--seed ${seed} is not known: give demo or empty.`);
  if (values.city !== undefined && seed === 'demo') return wrong('Give --seed demo or --city, not both.');
  const databaseUrl = values['database-url'] ?? null;
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    return wrong('--database-url must look like postgresql://user:password@host/database.');
  }
  const enrolCode = values['enrol-code'] ?? null;
  if (enrolCode !== null && enrolCode.trim().length < 8) return wrong('--enrol-code needs at least 8 characters.');
  const scanText = values['scan-command'];
  const scanCommand = scanText === undefined ? null : readScanCommand(scanText);
  if (scanText !== undefined && scanCommand === null) return wrong('--scan-command must name a program and hold {file} among its arguments: --scan-command "clamdscan --no-summary {file}".');
  const backups = readBackupOptions(values, dataDir);
  if (typeof backups === 'string') return wrong(backups);
  const horizon = readHorizonOptions(values);
  if (typeof horizon === 'string') return wrong(horizon);
  const publicUrl = values['public-url'] ?? env['PORTREEVE_PUBLIC_URL'] ?? null;
  if (publicUrl !== null && !/^https?:\/\/[^\s]+$/.test(publicUrl)) return wrong('--public-url must look like https://service.example.gov.');
  const messages = readMessageOptions(values, env);
  if (typeof messages === 'string') return wrong(messages);
  return { kind: 'run', options: { port, host: values.host, dataDir: path.resolve(dataDir), databaseUrl, seed, cityDir: values.city === undefined ? null : path.resolve(values.city), enrolCode: enrolCode?.trim() ?? null, scanCommand, backups, messages, horizon, publicUrl } };
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false }).values;
}

/** A sentence when one of them is wrong. */
function readBackupOptions(values: ReturnType<typeof parse>, dataDir: string): BackupOptions | string {
  const { 'keep-backups': days, 'backup-hour': hour } = values;
  if (!/^[1-9]\d{0,4}$/.test(days)) return `--keep-backups ${days} is not a number of days: give 1 or more.`;
  if (hour !== 'off' && !/^([01]?\d|2[0-3])$/.test(hour)) return `--backup-hour ${hour} is not an hour: give 0 to 23, or off.`;
  return { folder: path.resolve(values['backup-dir'] ?? path.join(dataDir, 'backups')), keepDays: Number(days), hour: hour === 'off' ? null : Number(hour) };
}

/** A sentence when one of them is wrong. */
function readHorizonOptions(values: ReturnType<typeof parse>): ServerOptions['horizon'] | string {
  const { 'closed-days': days, 'station-megabytes': megabytes } = values;
  if (days !== undefined && !/^\d{1,5}$/.test(days)) return `--closed-days ${days} is not a number of days: give 0 or more.`;
  if (megabytes !== undefined && !/^[1-9]\d{2,6}$/.test(megabytes)) return `--station-megabytes ${megabytes} is too little or no number: give 100 or more.`;
  return { ...(days === undefined ? {} : { days: Number(days) }), ...(megabytes === undefined ? {} : { boundBytes: Number(megabytes) * 1024 ** 2 }) };
}

function wrong(sentence: string): CommandLine {
  return { kind: 'wrong', message: `${sentence} --help shows everything it takes.` };
}

function unknownArgument(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `${message.split(/\. /, 1)[0]?.replace(/\.$/, '')}.`;
}

function readPort(text: string): number | null {
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? port : null;
}
