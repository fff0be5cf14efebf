/** The part of Electron's `WebFrameMain` that matters here. */
export interface SenderFrame {
  readonly origin: string;
  /** Null for a window's main frame. */
  readonly parent: unknown;
}

/** True only for the main frame of one of our own pages: an embedded frame or a foreign page is never listened to. */
export function isTrustedSender(frame: SenderFrame | null | undefined, trustedOrigins: ReadonlySet<string>): boolean {
  if (frame === null || frame === undefined || frame.parent !== null) return false;
  return trustedOrigins.has(frame.origin);
}
