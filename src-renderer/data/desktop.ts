import type { DesktopApi } from '../../src-shared/protocol/desktop-api.ts';

declare global {
  interface Window {
    /** Put there by the preload before any script of the page runs. */
    readonly desktop: DesktopApi;
  }
}

/** What the page may ask of the main process. Read at each use: it exists only inside the app's window. */
export const desktop = (): DesktopApi => window.desktop;
