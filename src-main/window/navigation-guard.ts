import type { App, Session, WebContents } from 'electron';

/** A page may go nowhere but to itself: a reload, or another fragment or query of the same document. */
export function isAllowedNavigation(from: string, to: string): boolean {
  if (!URL.canParse(from) || !URL.canParse(to)) return false;
  const [here, there] = [new URL(from), new URL(to)];
  return here.protocol === there.protocol && here.host === there.host && here.pathname === there.pathname;
}

/** Shuts the ways out of our pages for every window, now and later: navigation, new windows, embedded web views. */
export function guardNavigation(app: App, log: (line: string) => void): void {
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents, log);
  });
}

function guardContents(contents: WebContents, log: (line: string) => void): void {
  contents.on('will-navigate', (details) => {
    if (isAllowedNavigation(contents.getURL(), details.url)) return;
    details.preventDefault();
    log('window: a navigation was stopped');
  });
  contents.on('will-redirect', (details) => {
    if (!isAllowedNavigation(contents.getURL(), details.url)) details.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(() => {
    log('window: a new window was stopped');
    return { action: 'deny' };
  });
}

/** The one permission a page has: to put text, such as a tracking number, on the clipboard. */
const CLIPBOARD_WRITE = 'clipboard-sanitized-write';

/** No camera, no microphone, no position, no notifications, no devices; downloads only of what the page itself made. */
export function denyPermissions(session: Session): void {
  session.setPermissionCheckHandler((_contents, permission) => String(permission) === CLIPBOARD_WRITE);
  session.setPermissionRequestHandler((_contents, permission, decide) => {
    decide(permission === CLIPBOARD_WRITE);
  });
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith('blob:')) event.preventDefault();
  });
}
