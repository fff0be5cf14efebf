import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { t } from '../../src-shared/language/language.ts';
import type { BeginFileResult, GrowingFileRequest, SaveResult, WriteResult } from '../../src-shared/protocol/desktop-api.ts';
import { notSaved } from '../printing/save-file.ts';
import type { AskWhereToSave } from '../window/ask-where-to-save.ts';
import { UNFINISHED } from './write-whole.ts';

/** A file that is written piece by piece: never whole in memory, and at its place only once it is whole. */
export interface GrowingFiles {
  /** Asks for a place and begins beside it. */
  begin(request: GrowingFileRequest): Promise<BeginFileResult>;
  /** After a failure nothing is left of it. */
  append(id: number, text: string): Promise<WriteResult>;
  /** From now on it stands under its name. */
  finish(id: number): Promise<SaveResult>;
  /** Nothing is left of it; also for one that is gone already. */
  abandon(id: number): Promise<null>;
  /** The page that wrote them is gone. */
  abandonAll(): Promise<void>;
}

interface Growing {
  readonly path: string;
  readonly handle: FileHandle;
}

export function createGrowingFiles(askWhereToSave: AskWhereToSave): GrowingFiles {
  const growing = new Map<number, Growing>();
  let lastId = 0;

  async function drop(id: number): Promise<void> {
    const file = growing.get(id);
    growing.delete(id);
    await file?.handle.close().catch(() => undefined); // it goes either way
    if (file) await rm(file.path + UNFINISHED, { force: true }).catch(() => undefined); // a disk that is gone keeps nothing either
  }
  async function failed(id: number, error: unknown): Promise<{ readonly outcome: 'failed'; readonly message: string }> {
    await drop(id);
    return { outcome: 'failed', message: notSaved(error) };
  }

  return {
    async begin({ title, suggestedName, extension }) {
      const name = `${suggestedName}.${extension}`;
      const path = await askWhereToSave({ title: t`Save ${title}`, suggestedName: name, filters: [{ name: extension.toUpperCase(), extensions: [extension] }] });
      if (path === null) return { outcome: 'cancelled' };
      const id = (lastId += 1);
      try {
        growing.set(id, { path, handle: await open(path + UNFINISHED, 'w') });
        return { outcome: 'begun', id };
      } catch (error) {
        return failed(id, error);
      }
    },
    async append(id, text) {
      const file = growing.get(id);
      if (!file) return { outcome: 'failed', message: t`The file is not being written any more. Begin again.` };
      try {
        await file.handle.writeFile(text);
        return { outcome: 'written' };
      } catch (error) {
        return failed(id, error);
      }
    },
    async finish(id) {
      const file = growing.get(id);
      if (!file) return { outcome: 'failed', message: t`The file is not being written any more. Begin again.` };
      try {
        await file.handle.sync();
        await file.handle.close();
        await rename(file.path + UNFINISHED, file.path);
        growing.delete(id);
        return { outcome: 'saved', path: file.path };
      } catch (error) {
        return failed(id, error);
      }
    },
    async abandon(id) {
      await drop(id);
      return null;
    },
    async abandonAll() {
      await Promise.all([...growing.keys()].map(drop));
    },
  };
}
