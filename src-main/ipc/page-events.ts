import type { WebContents } from 'electron';
import { DESKTOP_EVENT_CHANNEL, type DesktopEvent } from '../../src-shared/protocol/desktop-api.ts';

const MOST_KEPT = 50;

/** Main's voice to one page. What is said while the page is not listening yet (a link that opened the app) is kept for it. */
export interface PageEvents {
  send(event: DesktopEvent): void;
  /** The page listens now; it gets what was kept. */
  subscribed(): void;
  /** The page is being loaded (again); it does not listen until it says so. */
  left(): void;
}

export function createPageEvents(page: Pick<WebContents, 'send' | 'isDestroyed'>): PageEvents {
  let isListening = false;
  let kept: DesktopEvent[] = [];

  return {
    send(event) {
      if (isListening && !page.isDestroyed()) page.send(DESKTOP_EVENT_CHANNEL, event);
      else kept = [...kept.filter((other) => !replaces(event, other)), event].slice(-MOST_KEPT);
    },
    subscribed() {
      isListening = true;
      for (const event of kept.splice(0)) page.send(DESKTOP_EVENT_CHANNEL, event);
    },
    left() {
      isListening = false;
    },
  };
}

/** Of states only the newest is worth keeping; links each count. */
function replaces(newer: DesktopEvent, older: DesktopEvent): boolean {
  return newer.kind === older.kind && newer.kind !== 'link';
}
