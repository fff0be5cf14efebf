import type { WebContents } from 'electron';
import type { DataToMain, MainToData } from '../../src-shared/protocol/data-process.ts';
import type { DataPortReply } from '../../src-shared/protocol/desktop-api.ts';
import type { SecretStore } from '../secrets/secret-store.ts';
import { createDataRequests, type DataRequests } from './data-requests.ts';
import { hasProcess, type Lifecycle } from './lifecycle.ts';
import { createPortBroker } from './port-broker.ts';
import { Supervisor } from './supervisor.ts';

export interface DataLinkOptions {
  readonly entryPath: string;
  readonly start: Extract<MainToData, { type: 'start' }>;
  readonly environment: () => Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
  readonly logOutput: (line: string) => void;
  readonly secrets: SecretStore;
  readonly onChange: (state: Lifecycle) => void;
  /** The data process knows the server this workstation belongs to. */
  readonly onServerUrl: (serverUrl: string) => void;
}

/** Everything main has to do with the data process. */
export interface DataLink {
  /** Starts it, or starts it again after it was given up. */
  start(): void;
  /** Starts it anew, with the environment as it is now. Calls that wait are answered with `dataRestarted`. */
  replace(): void;
  close(): Promise<void>;
  requestPort(page: WebContents): DataPortReply;
  readonly requests: DataRequests;
  readonly state: Lifecycle;
}

export function createDataLink(options: DataLinkOptions): DataLink {
  const supervisor: Supervisor = new Supervisor({ ...options, onChange, onMessage });
  const requests = createDataRequests((message) => supervisor.post(message));
  const broker = createPortBroker({
    isReady: () => supervisor.state.phase === 'ready',
    post: (message, ports) => supervisor.post(message, ports),
  });

  function onChange(state: Lifecycle): void {
    if (!hasProcess(state)) requests.processEnded();
    if (state.phase === 'ready') broker.dataProcessReady();
    options.onChange(state);
  }

  function onMessage(message: DataToMain): void {
    requests.receive(message);
    if (message.type === 'ready' && message.serverUrl) options.onServerUrl(message.serverUrl);
    if (message.type === 'secret.get') supervisor.post({ type: 'secret.result', id: message.id, reply: options.secrets.get(message.name) });
    if (message.type === 'secret.set') supervisor.post({ type: 'secret.result', id: message.id, reply: options.secrets.set(message.name, message.value) });
  }

  return {
    start: () => {
      supervisor.start();
    },
    replace: () => {
      supervisor.replace();
    },
    close: () => supervisor.close(),
    requestPort: (page) => broker.request(page),
    requests,
    get state() {
      return supervisor.state;
    },
  };
}
