import { contextBridge, ipcRenderer } from 'electron';
import {
  DATA_PORT_CHANNEL,
  DATA_PORT_MESSAGE,
  DESKTOP_EVENT_CHANNEL,
  PAGE_INFO_ARGUMENT,
  PAGE_LANGUAGE_PARAMETER,
  type DesktopApi,
  type DesktopArgument,
  type DesktopChannel,
  type DesktopEvent,
  type DesktopResult,
  type PageInfo,
} from '../src-shared/protocol/desktop-api.ts';

/** Main parses the argument and types the result; the page never names a channel itself. */
function call<C extends DesktopChannel>(channel: C, argument: DesktopArgument<C>): Promise<DesktopResult<C>> {
  return ipcRenderer.invoke(channel, argument);
}

function readPageInfo(): PageInfo {
  const argument = process.argv.find((text) => text.startsWith(PAGE_INFO_ARGUMENT)) ?? '';
  return JSON.parse(decodeURIComponent(argument.slice(PAGE_INFO_ARGUMENT.length)));
}

// Ports do not survive contextBridge, so they go to the page as a window message.
ipcRenderer.on(DATA_PORT_CHANNEL, (event) => {
  window.postMessage({ type: DATA_PORT_MESSAGE }, '*', event.ports);
});

const listeners = new Set<(event: DesktopEvent) => void>();
ipcRenderer.on(DESKTOP_EVENT_CHANNEL, (_event, desktopEvent: DesktopEvent) => {
  for (const listener of listeners) listener(desktopEvent);
});

const { stationName, versions, isPractice } = readPageInfo();

const desktop: DesktopApi = {
  stationName,
  versions,
  isPractice,
  requestDataPort: () => call('data.requestPort', null),
  onEvent(listener) {
    listeners.add(listener);
    if (listeners.size === 1) void call('events.subscribe', null);
    return () => {
      listeners.delete(listener);
    };
  },
  openLogsFolder: () => call('logs.openFolder', null),
  exportLogs: () => call('logs.export', null),
  openFileCopy: (path) => call('files.openCopy', { path }),
  chooseFolder: (title, startAt) => call('files.chooseFolder', { title, startAt }),
  quit: () => call('app.quit', null),
  startPractice: () => call('practice.start', null),
  setBusy: (reasons) => call('app.setBusy', { reasons }),
  language: new URLSearchParams(location.search).get(PAGE_LANGUAGE_PARAMETER) === 'es' ? 'es' : 'en',
  setLanguage: (language) => call('appearance.setLanguage', { language }),
  setTheme: (theme) => call('appearance.setTheme', { theme }),
  setMenus: (menus) => call('menu.set', { menus }),
  checkForUpdate: () => call('update.check', null),
  installUpdate: () => call('update.install', null),
  file: {
    begin: (request) => call('file.begin', request),
    append: (id, text) => call('file.append', { id, text }),
    finish: (id) => call('file.finish', { id }),
    abandon: (id) => call('file.abandon', { id }),
  },
  print: {
    receiptToPdf: (request) => call('receipt.toPdf', request),
    receiptToSystemPrinter: (request) => call('receipt.printSystem', request),
    documentToPdf: (request) => call('document.toPdf', request),
    documentToSystemPrinter: (request) => call('document.print', request),
    saveText: (request) => call('document.saveText', request),
    listPrinters: () => call('printers.list', null),
  },
};

contextBridge.exposeInMainWorld('desktop', desktop);
