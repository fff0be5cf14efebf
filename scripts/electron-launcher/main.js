// What Electron's own launcher does, for a runtime that comes without one: `electron [flags] [-r module] <app folder> [arguments]`.
// Packed as resources/default_app.asar. It leaves userData alone, so --user-data-dir holds, and loads ES modules as well as CommonJS.
import { app } from 'electron/main';
import { existsSync, readFileSync } from 'node:fs';
import { Module } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

function readArguments() {
  const preloads = [];
  const rest = process.argv.slice(1);
  while (rest.length > 0) {
    const argument = rest.shift();
    if (argument === '-r' || argument === '--require') preloads.push(rest.shift());
    else if (!argument.startsWith('-')) return { preloads, folder: resolve(argument) };
  }
  return { preloads, folder: resolve('.') };
}

function nameTheApp(folder) {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) return false;
  const { name, productName, version, desktopName } = JSON.parse(readFileSync(path, 'utf8'));
  if (version) app.setVersion(version);
  app.name = productName ?? name ?? 'Electron';
  app.setDesktopName(desktopName ?? `${app.name}.desktop`);
  return true;
}

const { preloads, folder } = readArguments();
if (preloads.length > 0) Module._preloadModules(preloads);
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true, configurable: false });
try {
  const isFolderOfAnApp = nameTheApp(folder);
  const entry = Module._resolveFilename(folder, null, true);
  app.setAppPath(isFolderOfAnApp ? folder : dirname(entry));
  await import(pathToFileURL(entry).href);
} catch (error) {
  console.error('The app threw an error while it was loaded.');
  console.error(error);
  process.exit(1);
}
