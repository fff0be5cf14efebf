/** The workstation's main process: reads the arguments, takes the lock of its data folder, opens the workstation. */
import { app } from 'electron';
import { linkIn, readArguments, type StartArguments } from './start-up/arguments.ts';
import { prepareDataDir } from './start-up/data-dir.ts';
import { readSetting, type Setting } from './start-up/setting.ts';
import { registerAppScheme } from './window/app-protocol.ts';
import { guardNavigation } from './window/navigation-guard.ts';
import { Workstation } from './workstation.ts';

const BAD_ARGUMENTS = 2;

function start(given: StartArguments): void {
  const dataDir = prepareDataDir(given);
  if (!app.requestSingleInstanceLock()) {
    process.stderr.write(`Portreeve is already open with ${dataDir}; its window comes to the front.\n`);
    app.exit(0);
    return;
  }
  const setting = readSetting(given, dataDir);
  process.on('uncaughtExceptionMonitor', (error) => {
    setting.log(`main: ${error.stack ?? String(error)}`);
  });
  registerAppScheme();
  guardNavigation(app, setting.log);
  if (app.isPackaged && !given.isPractice) app.setAsDefaultProtocolClient('portreeve');
  // Not awaited at the top level: Electron is not ready before this module has ended.
  app.whenReady().then(
    () => {
      open(setting);
    },
    (error: unknown) => {
      refuse(`Portreeve could not be opened (${String(error)}).`);
    },
  );
}

function open(setting: Setting): void {
  const workstation = new Workstation(setting);
  workstation.open();
  app.on('second-instance', (_event, argv) => {
    workstation.bringToFront(setting.isPractice ? null : linkIn(argv));
  });
  app.on('open-url', (_event, url) => {
    workstation.bringToFront(linkIn([url]));
  });
}

function refuse(message: string): void {
  process.stderr.write(`${message}\n`);
  app.exit(BAD_ARGUMENTS);
}

function main(): void {
  // After an update at quitting, electron-updater runs the new AppImage once and waits for its end: there is nothing to do for it.
  if (process.env['APPIMAGE_EXIT_AFTER_INSTALL'] === 'true') {
    app.exit(0);
    return;
  }
  const read = readArguments(process.argv.slice(1), process.env);
  if (!read.ok) {
    refuse(read.message);
    return;
  }
  try {
    start(read.value);
  } catch (error) {
    refuse(`The data folder cannot be used (${String(error)}). Choose another with --portreeve-data-dir=DIR.`);
  }
}

main();
