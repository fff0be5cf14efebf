/** Files on their way from a window, piece by piece. They are in memory until they are whole: a window that goes away leaves nothing. */
import { randomUUID } from 'node:crypto';
import { MINUTE_MS } from '../../src-shared/util/time.ts';

export interface IncomingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface IncomingFiles {
  /** Null when too many are under way already. */
  begin(name: string, sizeBytes: number): string | null;
  /** False when the upload is not known (any more), or the piece does not follow the one before. */
  add(uploadId: string, offset: number, piece: Uint8Array): boolean;
  /** The whole file, which is forgotten here; null when it is not whole. */
  take(uploadId: string): IncomingFile | null;
}

const MOST_AT_ONCE = 4;
const GIVEN_UP_AFTER_MS = 5 * MINUTE_MS;

interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  received: number;
  touchedAt: number;
}

export function createIncomingFiles(now: () => number): IncomingFiles {
  const uploads = new Map<string, Upload>();

  function dropAbandoned(): void {
    for (const [id, upload] of uploads) if (now() - upload.touchedAt > GIVEN_UP_AFTER_MS) uploads.delete(id);
  }

  return {
    begin(name, sizeBytes) {
      dropAbandoned();
      if (uploads.size >= MOST_AT_ONCE) return null;
      const id = randomUUID();
      uploads.set(id, { name, bytes: new Uint8Array(sizeBytes), received: 0, touchedAt: now() });
      return id;
    },
    add(uploadId, offset, piece) {
      const upload = uploads.get(uploadId);
      if (!upload || offset > upload.received || offset + piece.length > upload.bytes.length) return false;
      upload.bytes.set(piece, offset);
      upload.received = Math.max(upload.received, offset + piece.length);
      upload.touchedAt = now();
      return true;
    },
    take(uploadId) {
      const upload = uploads.get(uploadId);
      if (!upload || upload.received !== upload.bytes.length) return null;
      uploads.delete(uploadId);
      return upload;
    },
  };
}
