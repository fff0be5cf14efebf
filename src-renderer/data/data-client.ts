import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { DataContract } from '../../src-shared/protocol/data-rpc/contract.ts';
import { DATA_PORT_MESSAGE } from '../../src-shared/protocol/desktop-api.ts';
import { type CallContext, createDataLink } from './data-link.ts';
import { desktop } from './desktop.ts';

export type DataClient = ContractRouterClient<DataContract, CallContext>;

const link = createDataLink();

/** Everything the page may ask of the data process: `await data.cases.get({ caseId })`. Rejects with `DataError` only. */
export const data: DataClient = createORPCClient(link);

/** Asks for the port, and takes every port that comes, now and after a restart. Called once, before the first paint. */
export function connectToDataProcess(): void {
  window.addEventListener('message', (event) => {
    const port = event.ports[0];
    if (event.source === window && isPortMessage(event.data) && port) link.connect(port);
  });
  void desktop().requestDataPort();
}

function isPortMessage(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === DATA_PORT_MESSAGE;
}
