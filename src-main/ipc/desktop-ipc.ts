import { ipcMain, type WebContents } from 'electron';
import type { DesktopArgument, DesktopChannel, DesktopResult } from '../../src-shared/protocol/desktop-api.ts';
import { desktopArguments } from './desktop-arguments.ts';
import { isTrustedSender } from './trusted-sender.ts';

export type DesktopHandler<C extends DesktopChannel> = (
  argument: DesktopArgument<C>,
  page: WebContents,
) => DesktopResult<C> | Promise<DesktopResult<C>>;

/** Where each part of main hangs up the calls it answers. */
export interface DesktopIpc {
  handle<C extends DesktopChannel>(channel: C, handler: DesktopHandler<C>): void;
}

export interface DesktopIpcOptions {
  readonly trustedOrigins: ReadonlySet<string>;
  readonly log: (line: string) => void;
}

/**
 * The only place that touches `ipcMain`: every call is checked for its sender and its argument before a handler sees it.
 *
 * A refused call rejects in the page, and is logged by its channel without its values.
 */
export function createDesktopIpc(options: DesktopIpcOptions): DesktopIpc {
  function refuse(channel: string, why: string): never {
    options.log(`ipc: ${channel} refused, ${why}`);
    throw new Error(`${channel} was refused: ${why}`);
  }

  return {
    handle(channel, handler) {
      ipcMain.handle(channel, async (event, ...given: unknown[]) => {
        if (!isTrustedSender(event.senderFrame, options.trustedOrigins)) refuse(channel, 'it does not come from our own page');
        const parsed = desktopArguments[channel].safeParse(given[0] ?? null);
        if (!parsed.success || given.length > 1) refuse(channel, 'its argument is not what the desktop API says');
        return await handler(parsed.data, event.sender);
      });
    },
  };
}
