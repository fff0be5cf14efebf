import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import path from 'node:path';
import { type Account, giveTo } from './account.ts';
import type { DataFolder } from './data-folder.ts';

const MIB = 1_048_576;

/** Where the cluster is reached: a Unix socket (then `host` is null and the port is only part of its name) or loopback. */
export interface ListenAt {
  readonly host: string | null;
  readonly port: number;
}

/** A Unix socket wherever there are such; on Windows a free port of the loopback address, chosen anew at each start. */
export async function listenAt(): Promise<ListenAt> {
  if (process.platform !== 'win32') return { host: null, port: 5432 };
  return { host: '127.0.0.1', port: await freePort() };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Writes the settings PostgreSQL starts with, anew at every start, and lets `city.conf` beside them have the last word.
 *
 * Durability is on (`fsync`, full page writes, synchronous commit): an acknowledged command survives a power cut.
 * Statements, parameters and the values in error details stay out of the log: they hold what citizens said.
 */
export function writeSettings(folder: DataFolder, listen: ListenAt, account: Account | null): void {
  const own = path.join(folder.pgData, 'city.conf');
  if (!existsSync(own)) writeFileSync(own, '# Settings of this office, read after those of postgresql.conf.\n', { mode: 0o600 });
  giveTo(account, own);
  const main = path.join(folder.pgData, 'postgresql.conf');
  writeFileSync(main, settingsText(folder, listen), { mode: 0o600 });
  giveTo(account, main);
}

function settingsText(folder: DataFolder, listen: ListenAt): string {
  const lines = Object.entries(settings(folder, listen)).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  return ['# Written by the Portreeve server at every start. Put your own settings in city.conf.', ...lines, "include_if_exists = 'city.conf'", ''].join('\n');
}

function settings(folder: DataFolder, listen: ListenAt): Record<string, string> {
  return {
    ...connectionSettings(folder, listen),
    max_connections: '100',
    shared_buffers: `${sharedBuffersMiB(totalmem())}MB`,
    effective_cache_size: `${Math.round(totalmem() / MIB / 2)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    random_page_cost: '1.1',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    wal_level: 'replica',
    max_wal_size: '1GB',
    // JIT costs more than it saves on the short statements of this server.
    jit: 'off',
    timezone: 'UTC',
    ...loggingSettings(folder),
  };
}

function connectionSettings(folder: DataFolder, listen: ListenAt): Record<string, string> {
  const base = { port: String(listen.port), password_encryption: 'scram-sha-256' };
  if (listen.host !== null) return { ...base, listen_addresses: listen.host };
  return { ...base, listen_addresses: '', unix_socket_directories: folder.socketDir, unix_socket_permissions: '0700' };
}

function loggingSettings(folder: DataFolder): Record<string, string> {
  return {
    logging_collector: 'on',
    log_directory: folder.logDir,
    log_filename: 'postgresql-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    log_min_messages: 'warning',
    log_min_error_statement: 'panic',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_error_verbosity: 'terse',
  };
}

/** An eighth of the memory, between 64 and 512 MiB: the office's other programs run on the same computer. */
function sharedBuffersMiB(memoryBytes: number): number {
  return Math.round(Math.min(512, Math.max(64, memoryBytes / MIB / 8)));
}
