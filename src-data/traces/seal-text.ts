/** Leaves of a command only what the server can read (src-shared/protocol/sealed-text.ts). */
import { createCipheriv, createPrivateKey, createPublicKey, diffieHellman, hkdfSync, randomBytes } from 'node:crypto';
import { TEXT_KEY_INFO } from '../../src-shared/protocol/sealed-text.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { readSetting, saveSetting } from '../settings/settings.ts';

/** X25519 keys are these bytes and 32 of their own. */
const PRIVATE_DER = Buffer.from('302e020100300506032b656e04220420', 'hex');
const PUBLIC_DER = Buffer.from('302a300506032b656e032100', 'hex');

const SQL = {
  // Confirmed, or decided: what waits for an answer, or for a call back, is still needed here.
  toSeal: `SELECT o.uid, o.command FROM sealed_away a JOIN outbox o ON o.case_id = a.case_id
    WHERE o.command ->> '$.sealedText' IS NULL AND (o.code IS NOT 'renumbered' OR o.settled_at IS NOT NULL)
      AND (o.state = 'confirmed' OR (o.state IN ('refused', 'deferred') AND o.settled_at IS NOT NULL))`,
  seal: `UPDATE outbox SET command = :command, detail = CASE WHEN code = 'renumbered' THEN detail END WHERE uid = :uid`,
} as const;

/** Keeps the server's key, when it has told one. */
export function keepTextKey(db: WriteDb, key: string | null): void {
  if (key !== null && readTextKey(db) !== key) saveSetting(db, 'textKey', key);
}

function readTextKey(db: ReadDb): string | null {
  const key = readSetting(db, 'textKey');
  return typeof key === 'string' ? key : null;
}

/**
 * Seals every command about a case that is sealed away and that the server has confirmed. Without a key of the server (it is of an
 * older version) they stay as they are until there is one. Returns how many were sealed.
 */
export function sealTexts(db: WriteDb): number {
  const key = readTextKey(db);
  const rows = key === null ? [] : db.query<Record<string, never>, { uid: string; command: string }>(SQL.toSeal).all({});
  for (const { uid, command } of rows) db.write(SQL.seal).run({ uid, command: withoutText(command, key ?? '') });
  return rows.length;
}

/** What routing needs, the number that stands on a slip, and the whole under the server's key. */
function withoutText(text: string, key: string): string {
  const { uid, caseId, userId, station, madeAt, type, v, args } = JSON.parse(text) as Record<string, unknown>; // safe: written by appendToOutbox
  const trackingNumber = (args as Record<string, unknown> | undefined)?.['trackingNumber']; // safe: arguments are an object
  const kept = type === 'case.open' || type === 'case.addCoReporter' ? { trackingNumber } : {};
  return JSON.stringify({ uid, caseId, userId, station, madeAt, type, v, args: kept, sealedText: sealText(text, key) });
}

/** `text` for whoever has the private key that belongs to `key`. */
export function sealText(text: string, key: string): string {
  const privateKey = createPrivateKey({ key: Buffer.concat([PRIVATE_DER, randomBytes(32)]), format: 'der', type: 'pkcs8' });
  const own = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_DER.length);
  const publicKey = createPublicKey({ key: Buffer.concat([PUBLIC_DER, Buffer.from(key, 'base64url')]), format: 'der', type: 'spki' });
  const secret = Buffer.from(hkdfSync('sha256', diffieHellman({ privateKey, publicKey }), own, TEXT_KEY_INFO, 32));
  const cipher = createCipheriv('aes-256-gcm', secret, Buffer.alloc(12)); // one key, one text: the nonce may be the same
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${own.toString('base64url')}.${sealed.toString('base64url')}`;
}
