import { t } from '../../../src-shared/language/language.ts';
import { wholeNumber } from '../../../src-shared/language/numbers.ts';

/** `3 changes not yet published`, `1 change not yet published`, `Nothing to publish`. */
export function changesWords(count: number): string {
  if (count === 0) return t`Nothing to publish`;
  return count === 1 ? t`1 change not yet published` : t`${wholeNumber(count)} changes not yet published`;
}
