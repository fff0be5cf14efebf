import type { Case } from './case-document.ts';

/** Unit of visibility in sync: a workstation holds the cases of the buckets the server grants it. */
export type Bucket = 'city' | `dept:${string}` | `sealed:${string}`;

/**
 * The buckets a case is in. A sealed case is only ever in its department's sealed bucket, so that it never reaches a
 * workstation that holds the city or the department.
 */
export function bucketsOf(current: Pick<Case, 'isSealed' | 'departmentCode'>): readonly Bucket[] {
  if (current.isSealed) return [`sealed:${current.departmentCode}`];
  return ['city', `dept:${current.departmentCode}`];
}
