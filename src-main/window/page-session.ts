import type { Session } from 'electron';
import { servePage } from './app-protocol.ts';
import { developmentPolicy } from './content-security-policy.ts';
import { denyPermissions } from './navigation-guard.ts';

/** Sets up what the page's session serves and forbids. `developmentOrigin` as in `Setting`. */
export function preparePageSession(session: Session, rendererDir: string, developmentOrigin: string | null): void {
  denyPermissions(session);
  servePage(session, rendererDir);
  if (developmentOrigin !== null) relaxPolicyFor(session, developmentOrigin);
}

function relaxPolicyFor(session: Session, origin: string): void {
  session.webRequest.onHeadersReceived({ urls: [`${origin}/*`] }, ({ responseHeaders }, answer) => {
    answer({ responseHeaders: { ...responseHeaders, 'Content-Security-Policy': [developmentPolicy(origin)] } });
  });
}
