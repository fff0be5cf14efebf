import path from 'node:path';
import { parseArgs } from 'node:util';
import type { DatabaseChoice } from './open-existing.ts';

/** A command about backups, as typed after `npm run server --`. */
export type BackupCommand =
  | ({ readonly name: 'backup'; /** Absolute. */ readonly folder: string; readonly isTried: boolean } & DatabaseChoice)
  | ({ readonly name: 'restore'; /** Absolute. */ readonly file: string } & DatabaseChoice)
  | ({ readonly name: 'new-epoch'; readonly reason: string } & DatabaseChoice);

export type BackupCommandLine =
  | { readonly kind: 'run'; readonly command: BackupCommand }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'wrong'; readonly message: string };

const DATABASE_HELP = `  --data DIR            The server's data folder. May also be given as PORTREEVE_DATA_DIR.
  --database-url URL    The PostgreSQL of your own that the server uses, if it does.`;

const HELP: Readonly<Record<BackupCommand['name'], string>> = {
  backup: `Portreeve server: takes a backup of everything the city has recorded, also while the server is running.

  npm run server -- backup --data DIR [options]

${DATABASE_HELP}
  --to DIR              Folder for the backup (default DATA/backups, where the server puts its nightly ones).
  --quick               Read the backup back only. Without it, it is also restored for a trial, into a database made for
                        that and removed again; this takes as much room as the records themselves, for some minutes.
  --help                This text.
`,
  restore: `Portreeve server: puts a backup in the place of the server's database. Stop the server first.

  npm run server -- restore --data DIR --from FILE [options]

${DATABASE_HELP}
  --from FILE           The backup, portreeve-….backup.
  --help                This text.

A database that is there is moved aside, never overwritten; the command says where. Afterwards start the server as always:
the workstations notice by themselves and send again what the backup did not have yet.
`,
  'new-epoch': `Portreeve server: tells the workstations that the database has gone back in time. For a PostgreSQL of your own that was
restored by other means (point-in-time recovery, disk image, a standby that was behind). "restore" does it by itself.

  npm run server -- new-epoch --data DIR [options]

${DATABASE_HELP}
  --reason TEXT         Kept with the epoch, for people (default "database restored by other means").
  --help                This text.
`,
};

const COMMON = {
  data: { type: 'string' },
  'database-url': { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;
const OPTIONS = { ...COMMON, to: { type: 'string' }, quick: { type: 'boolean', default: false }, from: { type: 'string' }, reason: { type: 'string' } } as const;
const OWN_OPTIONS: Readonly<Record<BackupCommand['name'], readonly string[]>> = { backup: ['to', 'quick'], restore: ['from'], 'new-epoch': ['reason'] };

/** Reads a command about backups; null when the line is none (it then starts the server). `wrong` carries one sentence. */
export function readBackupCommandLine(args: readonly string[], env: NodeJS.ProcessEnv): BackupCommandLine | null {
  const [name, ...rest] = args;
  if (name !== 'backup' && name !== 'restore' && name !== 'new-epoch') return null;
  try {
    const values = parseArgs({ args: rest, options: optionsOf(name), strict: true, allowPositionals: false }).values as Values; // safe: a subset of OPTIONS
    if (values.help) return { kind: 'help', text: HELP[name] };
    return fromValues(name, values, env);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return wrong(name, `${message.split(/\. /, 1)[0]?.replace(/\.$/, '')}.`);
  }
}

type Values = Partial<ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values']>;

function optionsOf(name: BackupCommand['name']) {
  return { ...COMMON, ...Object.fromEntries(Object.entries(OPTIONS).filter(([option]) => OWN_OPTIONS[name].includes(option))) };
}

function fromValues(name: BackupCommand['name'], values: Values, env: NodeJS.ProcessEnv): BackupCommandLine {
  const data = values.data ?? env['PORTREEVE_DATA_DIR'];
  const databaseUrl = values['database-url'] ?? null;
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl)) return wrong(name, '--database-url must look like postgresql://user:password@host/database.');
  if (!data && (databaseUrl === null || (name === 'backup' && values.to === undefined))) return wrong(name, 'Say where the server keeps its data: --data DIR.');
  const choice = { dataDir: path.resolve(data ?? '.'), databaseUrl };
  if (name === 'backup') {
    const folder = values.to === undefined ? path.join(choice.dataDir, 'backups') : path.resolve(values.to);
    return { kind: 'run', command: { name, ...choice, folder, isTried: values.quick !== true } };
  }
  if (name === 'new-epoch') return { kind: 'run', command: { name, ...choice, reason: values.reason?.trim() || 'database restored by other means' } };
  if (!values.from) return wrong(name, 'Say which backup to restore: --from FILE.');
  return { kind: 'run', command: { name, ...choice, file: path.resolve(values.from) } };
}

function wrong(name: BackupCommand['name'], sentence: string): BackupCommandLine {
  return { kind: 'wrong', message: `${sentence} "${name} --help" shows everything it takes.` };
}
