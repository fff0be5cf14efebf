/** Opens what workstations keep of sealed cases for this server alone (src-shared/protocol/sealed-text.ts). */
import { createDecipheriv, createPrivateKey, createPublicKey, diffieHellman, hkdfSync, type KeyObject } from 'node:crypto';
import { isSealedCommand, TEXT_KEY_INFO } from '../../src-shared/protocol/sealed-text.ts';
import type { PushRequest } from '../../src-shared/protocol/push.ts';
import { derivedKey } from '../db/database-seal.ts';
import type { Pool } from '../db/pool.ts';

/** An X25519 key is these bytes and 32 of its own. */
const PRIVATE_DER = Buffer.from('302e020100300506032b656e04220420', 'hex');
const PUBLIC_DER = Buffer.from('302a300506032b656e032100', 'hex');
const TAG_BYTES = 16;

async function privateKey(pool: Pool): Promise<KeyObject> {
  return createPrivateKey({ key: Buffer.concat([PRIVATE_DER, await derivedKey(pool, 'text key')]), format: 'der', type: 'pkcs8' });
}

/** For workstations, in `hello`. The same for every replica, and after a restore. */
export async function textKey(pool: Pool): Promise<string> {
  const spki = createPublicKey(await privateKey(pool)).export({ format: 'der', type: 'spki' });
  return spki.subarray(PUBLIC_DER.length).toString('base64url');
}

/** A pushed command, and what was sent where its text was sealed; `isUnread`: it was sealed for another database. */
export type OpenedPush = PushRequest['commands'][number] & { readonly asSent?: unknown; readonly isUnread?: boolean };

/** The commands with every sealed text opened. */
export async function openTexts(pool: Pool, commands: PushRequest['commands']): Promise<readonly OpenedPush[]> {
  if (!commands.some(({ command }) => isSealedCommand(command))) return commands;
  const key = await privateKey(pool);
  return commands.map((pushed) => {
    if (!isSealedCommand(pushed.command)) return pushed;
    const text = openText(key, pushed.command.sealedText);
    const opened: unknown = text === null ? pushed.command : JSON.parse(text);
    return { ...pushed, command: opened, asSent: pushed.command, isUnread: text === null };
  });
}

/** Null when it was not sealed for this key. */
function openText(key: KeyObject, sealed: string): string | null {
  const [shared = '', text = ''] = sealed.split('.');
  const own = Buffer.from(shared, 'base64url');
  const bytes = Buffer.from(text, 'base64url');
  try {
    const publicKey = createPublicKey({ key: Buffer.concat([PUBLIC_DER, own]), format: 'der', type: 'spki' });
    const secret = Buffer.from(hkdfSync('sha256', diffieHellman({ privateKey: key, publicKey }), own, TEXT_KEY_INFO, 32));
    const decipher = createDecipheriv('aes-256-gcm', secret, Buffer.alloc(12)); // one key, one text: the nonce may be the same
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
