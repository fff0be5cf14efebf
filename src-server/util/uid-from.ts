import { sha256Hex } from './sha256.ts';

/** A UUID that everybody makes alike from the same words: what is done twice under it is done once. */
export function uidFrom(words: string): string {
  const digest = sha256Hex(words);
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-4${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}
