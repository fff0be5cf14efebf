import type { Case } from './case-document.ts';
import { sealedWith, type Visible } from './visibility.ts';

/** Unit of visibility in sync: a workstation holds the cases of the buckets the server grants it. */
export type Bucket = 'city' | `dept:${string}` | `sealed:${string}`;

/** What decides where a case is to be seen. `tasks` may be missing in cases of an older version. */
export type Placed = Visible & { readonly tasks?: Case['tasks'] | undefined };

/**
 * The buckets a case is in. A sealed case is only ever in one sealed bucket, so that it never reaches a workstation that holds
 * the city or a department. A department with a task still to do has the case too (AS-5).
 */
export function bucketsOf(current: Placed): readonly Bucket[] {
  if (current.isSealed) return [`sealed:${sealedWith(current)}`];
  const helping = (current.tasks ?? []).filter(({ state }) => state === 'open' || state === 'waiting').map((task) => task.departmentCode);
  return ['city', ...[...new Set([current.departmentCode, ...helping])].map((code) => `dept:${code}` as const)];
}
