import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Guide } from '../catalogue/guide.ts';
import type { Office } from './office.ts';

/** The guides somebody still has to say that they have read, each in its present version, in the catalogue's order (KN-2). */
export function unreadGuides({ reads }: Pick<Office, 'reads'>, { guides }: Pick<Catalogue, 'guides'>, staffId: string): readonly Guide[] {
  const read = Object.hasOwn(reads, staffId) ? (reads[staffId] ?? {}) : {};
  const versionRead = (code: string): number => (Object.hasOwn(read, code) ? (read[code]?.version ?? 0) : 0);
  return guides.filter(({ isActive, isRequiredReading, code, version }) => isActive && isRequiredReading && versionRead(code) < version);
}
