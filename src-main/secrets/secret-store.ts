import { t } from '../../src-shared/language/language.ts';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SecretName, SecretProtection, type SecretReply } from '../../src-shared/protocol/data-process.ts';

/** What is asked of Electron's `safeStorage`. */
export interface Keyring {
  /** False when the system offers no keyring that truly protects. */
  isAvailable(): boolean;
  /** Throws when the keyring does not open. */
  encrypt(text: string): Buffer;
  decrypt(encrypted: Buffer): string;
}

export interface SecretStore {
  get(name: string): SecretReply;
  /** A null value removes the secret; removing one that is not there is no failure. */
  set(name: string, value: string | null): SecretReply;
}

const SecretFile = z.strictObject({ version: z.literal(1), protection: SecretProtection, content: z.base64() });
type SecretFile = z.infer<typeof SecretFile>;

/**
 * Named secrets (refresh token, workstation key), one file each, readable by the user alone.
 *
 * Encrypted by the system's keyring. Where there is none, they are kept as they are, and every reply says `plainText`, so that the
 * screens can say so too: an obfuscation that looks like protection would be worse.
 */
export function createSecretStore(directory: string, keyring: Keyring): SecretStore {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const pathOf = (name: string) => join(directory, `${SecretName.parse(name)}.json`);

  function read(path: string): SecretReply {
    const parsed = SecretFile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    if (!parsed.success) return damaged();
    const { protection, content } = parsed.data;
    const bytes = Buffer.from(content, 'base64');
    if (protection === 'plainText') return { outcome: 'found', value: bytes.toString('utf8'), protection };
    return unlock(bytes);
  }

  function unlock(bytes: Buffer): SecretReply {
    try {
      if (keyring.isAvailable()) return { outcome: 'found', value: keyring.decrypt(bytes), protection: 'keyring' };
    } catch {
      // Said below: whichever way the keyring refused, the user does the same.
    }
    return { outcome: 'failed', reason: 'locked', message: t`The keyring of this computer does not open. Unlock it, or sign in again.` };
  }

  function encode(value: string): SecretFile {
    if (keyring.isAvailable()) return { version: 1, protection: 'keyring', content: keyring.encrypt(value).toString('base64') };
    return { version: 1, protection: 'plainText', content: Buffer.from(value, 'utf8').toString('base64') };
  }

  return {
    get(name) {
      const path = pathOf(name);
      try {
        return existsSync(path) ? read(path) : { outcome: 'missing' };
      } catch {
        return damaged();
      }
    },
    set(name, value) {
      const path = pathOf(name);
      try {
        if (value === null) {
          rmSync(path, { force: true });
          return { outcome: 'missing' };
        }
        const file = encode(value);
        writeFileSync(`${path}.new`, JSON.stringify(file), { mode: 0o600 });
        renameSync(`${path}.new`, path);
        return { outcome: 'stored', protection: file.protection };
      } catch {
        return { outcome: 'failed', reason: 'notStored', message: t`The secret could not be kept. Check that the disk is not full and the keyring is unlocked.` };
      }
    },
  };
}

function damaged(): SecretReply {
  return { outcome: 'failed', reason: 'damaged', message: t`What was kept for signing in cannot be read. Sign in again.` };
}
