import type { WebContents } from 'electron';
import { t } from '../../src-shared/language/language.ts';
import { afterCrash, PAGE_LIMITS, type CrashTimes } from '../data-process/restart-policy.ts';

export interface PageRecoveryOptions {
  readonly log: (line: string) => void;
  /** Load the page again, and tell it that it was recovered. */
  readonly onRecover: () => void;
  /** It crashed too often, or is not there at all. */
  readonly onGiveUp: (why: string) => void;
  /** The page is gone or about to be replaced; it listens to nothing. */
  readonly onLeft: () => void;
}

/** Watches over one page: loads it again when its process dies, and stops trying when that does not help. */
export function recoverPage(page: WebContents, options: PageRecoveryOptions): void {
  let crashes: CrashTimes = [];

  page.on('render-process-gone', (_event, { reason, exitCode }) => {
    options.onLeft();
    if (reason === 'clean-exit' || page.isDestroyed()) return;
    options.log(`page: its process ended (${reason}, code ${exitCode})`);
    const decision = afterCrash(PAGE_LIMITS, crashes, performance.now());
    crashes = decision.crashes;
    if (decision.action === 'giveUp') {
      crashes = [];
      options.onGiveUp(t`The page’s process ended ${decision.crashes.length} times within a minute, last with ${reason}.`);
      return;
    }
    // Not inside this event: Chromium is still taking the old process down.
    setImmediate(options.onRecover);
  });
  page.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) options.onLeft();
  });
  page.on('did-navigate', (_event, _url, statusCode) => {
    if (statusCode >= 400) options.onGiveUp(t`The page’s files are missing from this installation (status ${statusCode}).`);
  });
  page.on('unresponsive', () => {
    options.log('page: does not respond');
  });
  page.on('responsive', () => {
    options.log('page: responds again');
  });
}
