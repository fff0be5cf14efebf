import { t } from '../../src-shared/language/language.ts';
import type { SaveResult } from '../../src-shared/protocol/desktop-api.ts';
import type { AskWhereToSave } from '../window/ask-where-to-save.ts';
import type { TroubleNote } from './trouble-page.ts';
import type { TroubleActions } from './trouble-screen.ts';

export interface TroubleActionOptions {
  /** What is restarted depends on what is in trouble. */
  readonly restart: () => void;
  readonly exportLogs: () => Promise<SaveResult>;
  /** Null when the copy was written; else what went wrong. */
  readonly exportBackup: (path: string) => Promise<string | null>;
  readonly askWhereToSave: AskWhereToSave;
  readonly quit: () => void;
}

/** What the buttons of the trouble screen do, and what the screen says afterwards. */
export function createTroubleActions(options: TroubleActionOptions): TroubleActions {
  return {
    restart() {
      options.restart();
      return { kind: 'restarting' };
    },
    async exportLogs() {
      return saidOf(await options.exportLogs(), t`The logs are`);
    },
    async exportBackup() {
      const day = new Date().toISOString().slice(0, 10);
      const question = { title: t`Export backup`, suggestedName: `portreeve-backup-${day}.db`, filters: [{ name: t`Portreeve backup`, extensions: ['db'] }] };
      const path = await options.askWhereToSave(question);
      if (path === null) return { kind: 'none' };
      const message = await options.exportBackup(path);
      return saidOf(message === null ? { outcome: 'saved', path } : { outcome: 'failed', message }, t`The backup is`);
    },
    quit() {
      options.quit();
      return { kind: 'none' };
    },
  };
}

function saidOf(result: SaveResult, what: string): TroubleNote {
  if (result.outcome === 'cancelled') return { kind: 'none' };
  return { kind: 'said', text: result.outcome === 'saved' ? t`${what} saved in ${result.path}` : result.message };
}
