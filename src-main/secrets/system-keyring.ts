import { safeStorage } from 'electron';
import type { Keyring } from './secret-store.ts';

/** The system's keyring. Only to be used once Electron is ready. */
export const systemKeyring: Keyring = {
  isAvailable() {
    // On Linux without a keyring Electron may offer `basic_text`, whose key is known to everyone.
    const isOnlyText = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
    return !isOnlyText && safeStorage.isEncryptionAvailable();
  },
  encrypt: (text) => safeStorage.encryptString(text),
  decrypt: (encrypted) => safeStorage.decryptString(encrypted),
};
