import { MessageChannelMain, type MessagePortMain, type WebContents } from 'electron';
import type { MainToData } from '../../src-shared/protocol/data-process.ts';
import { DATA_PORT_CHANNEL, type DataPortReply } from '../../src-shared/protocol/desktop-api.ts';

/** Gives each page its own line to the data process, and a new one after each restart. */
export interface PortBroker {
  /** The page asked: it gets a port now, or as soon as the data process is ready. */
  request(page: WebContents): DataPortReply;
  /** The data process is ready (again): every page that ever asked gets a fresh port. */
  dataProcessReady(): void;
}

export interface PortBrokerOptions {
  readonly isReady: () => boolean;
  readonly post: (message: MainToData, ports: MessagePortMain[]) => boolean;
}

export function createPortBroker(options: PortBrokerOptions): PortBroker {
  const pages = new Set<WebContents>();

  function remember(page: WebContents): void {
    if (pages.has(page)) return;
    pages.add(page);
    page.once('destroyed', () => pages.delete(page));
  }

  function give(page: WebContents): boolean {
    if (!options.isReady() || page.isDestroyed()) return false;
    const { port1, port2 } = new MessageChannelMain();
    if (!options.post({ type: 'port' }, [port1])) return false;
    page.postMessage(DATA_PORT_CHANNEL, null, [port2]);
    return true;
  }

  return {
    request(page) {
      remember(page);
      return give(page) ? 'onItsWay' : 'later';
    },
    dataProcessReady() {
      for (const page of pages) give(page);
    },
  };
}
