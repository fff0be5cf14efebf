import { t } from '../language/language.ts';
import { oneDecimal } from '../language/numbers.ts';

/** `820 bytes`, `14 KB`, `2.5 MB`. */
export function fileSizeWords(sizeBytes: number): string {
  if (sizeBytes < 1_000) return t`${sizeBytes} bytes`;
  if (sizeBytes < 1_000_000) return t`${Math.round(sizeBytes / 1_000)} KB`;
  return t`${oneDecimal(sizeBytes / 1_000_000)} MB`;
}
