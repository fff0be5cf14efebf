/**
 * How a workstation signs its requests: Ed25519 over this text, base64 in `portreeve-signature`.
 *
 * `sentAt` is carried for the skew shown to IT; no request is refused for its clock.
 */
export const STATION_HEADER = 'portreeve-station';
export const SENT_AT_HEADER = 'portreeve-sent-at';
export const SIGNATURE_HEADER = 'portreeve-signature';

export interface SignedParts {
  readonly method: string;
  /** Path with query, as sent: `/sync/v1/pull`. */
  readonly path: string;
  readonly sentAt: string;
  /** SHA-256 of the body's bytes in lower-case hex; of no bytes when there is no body. */
  readonly bodySha256: string;
}

export function signingText(parts: SignedParts): string {
  return [parts.method.toUpperCase(), parts.path, parts.sentAt, parts.bodySha256].join('\n');
}
