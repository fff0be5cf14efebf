import type { DataFolder } from './data-folder.ts';
import { DATABASE_ROLE } from './initialise.ts';
import type { ListenAt } from './settings.ts';

/** Connection string of one database of an embedded cluster. */
export function clusterUrl(folder: Pick<DataFolder, 'password' | 'socketDir'>, listen: ListenAt, database: string): string {
  const credentials = `${DATABASE_ROLE}:${encodeURIComponent(folder.password)}`;
  if (listen.host !== null) return `postgresql://${credentials}@${listen.host}:${listen.port}/${database}`;
  return `postgresql://${credentials}@/${database}?host=${encodeURIComponent(folder.socketDir)}&port=${listen.port}`;
}
