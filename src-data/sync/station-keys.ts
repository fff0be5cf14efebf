import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { SENT_AT_HEADER, SIGNATURE_HEADER, signingText, STATION_HEADER } from '../../src-shared/protocol/signature.ts';

/**
 * Where private keys (PKCS8 PEM) live: in the system's keyring through main, in memory in tests.
 *
 * One key a station: a new key is kept before the new station is taken on, so a kill in between leaves the old pair whole.
 */
export interface KeyStore {
  load(station: string): Promise<string | null>;
  save(station: string, privateKeyPem: string): Promise<void>;
}

export interface NewKeys {
  readonly privateKeyPem: string;
  /** SPKI DER in base64, as enrolment sends it. */
  readonly publicKey: string;
}

export function makeStationKeys(): NewKeys {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  };
}

/** Headers that prove a request comes from this station. */
export function signedHeaders(
  privateKeyPem: string,
  station: string,
  request: { readonly method: string; readonly path: string; readonly body: Uint8Array | null; readonly sentAt: number },
): Record<string, string> {
  const sentAt = String(request.sentAt);
  const bodySha256 = createHash('sha256').update(request.body ?? new Uint8Array()).digest('hex');
  const text = signingText({ method: request.method, path: request.path, sentAt, bodySha256 });
  const signature = sign(null, Buffer.from(text), createPrivateKey(privateKeyPem)).toString('base64');
  return { [STATION_HEADER]: station, [SENT_AT_HEADER]: sentAt, [SIGNATURE_HEADER]: signature };
}
