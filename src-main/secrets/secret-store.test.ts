import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSecretStore, type Keyring } from './secret-store.ts';

/** Stands for the system's keyring: a keyring of its own is not at hand in a test. */
const keyring: Keyring = {
  isAvailable: () => true,
  encrypt: (text) => Buffer.from([...Buffer.from(text)].map((byte) => byte ^ 0xff)),
  decrypt: (bytes) => Buffer.from([...bytes].map((byte) => byte ^ 0xff)).toString(),
};
const noKeyring: Keyring = { ...keyring, isAvailable: () => false };
const lockedKeyring: Keyring = {
  ...keyring,
  decrypt() {
    throw new Error('locked');
  },
};

let directory = '';
beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), 'portreeve-secrets-')), 'secrets');
});
afterEach(() => {
  rmSync(join(directory, '..'), { recursive: true });
});

describe('the secret store', () => {
  it('keeps a secret encrypted, for this user alone', () => {
    const store = createSecretStore(directory, keyring);
    expect(store.set('refresh-token', 'päss-123')).toEqual({ outcome: 'stored', protection: 'keyring' });
    expect(store.get('refresh-token')).toEqual({ outcome: 'found', value: 'päss-123', protection: 'keyring' });
    const path = join(directory, 'refresh-token.json');
    expect(readFileSync(path, 'utf8')).not.toContain(Buffer.from('päss-123').toString('base64'));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(directory).mode & 0o777).toBe(0o700);
    expect(readdirSync(directory)).toEqual(['refresh-token.json']);
  });

  it('says so when only plain text is to be had', () => {
    const store = createSecretStore(directory, noKeyring);
    expect(store.set('station-key', 'k')).toEqual({ outcome: 'stored', protection: 'plainText' });
    expect(store.get('station-key')).toEqual({ outcome: 'found', value: 'k', protection: 'plainText' });
  });

  it('moves a plain secret into the keyring when it is written again', () => {
    createSecretStore(directory, noKeyring).set('station-key', 'k');
    const store = createSecretStore(directory, keyring);
    store.set('station-key', 'k2');
    expect(store.get('station-key')).toEqual({ outcome: 'found', value: 'k2', protection: 'keyring' });
  });

  it.each([
    ['is gone', noKeyring],
    ['is locked', lockedKeyring],
  ])('says what to do when the keyring %s', (_name, later) => {
    createSecretStore(directory, keyring).set('refresh-token', 'x');
    expect(createSecretStore(directory, later).get('refresh-token')).toMatchObject({ outcome: 'failed', reason: 'locked' });
  });

  it('tells what was never kept from what cannot be read', () => {
    const store = createSecretStore(directory, keyring);
    expect(store.get('refresh-token')).toEqual({ outcome: 'missing' });
    for (const text of ['', '{', '{"version":2}', 'null']) {
      writeFileSync(join(directory, 'refresh-token.json'), text);
      expect(store.get('refresh-token')).toMatchObject({ outcome: 'failed', reason: 'damaged' });
    }
  });

  it('forgets a secret, also one that is not there', () => {
    const store = createSecretStore(directory, keyring);
    store.set('refresh-token', 'x');
    expect(store.set('refresh-token', null)).toEqual({ outcome: 'missing' });
    expect(store.set('refresh-token', null)).toEqual({ outcome: 'missing' });
    expect(store.get('refresh-token')).toEqual({ outcome: 'missing' });
  });

  it('reports a disk that refuses', () => {
    const store = createSecretStore(directory, keyring);
    rmSync(directory, { recursive: true });
    expect(store.set('refresh-token', 'x')).toMatchObject({ outcome: 'failed', reason: 'notStored' });
  });

  it.each(['../token', 'a/b', 'Token', '', '.x'])('refuses the name %j', (name) => {
    expect(() => createSecretStore(directory, keyring).get(name)).toThrow('A secret name has');
  });
});
