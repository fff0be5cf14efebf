import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { inRoot } from '../lib/paths.mjs';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Lints one file under the project's configuration; hands back the rules it breaks, sorted. */
function rulesBrokenBy(path: string, text: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'portreeve-lint-'));
  folders.push(folder);
  copyFileSync(inRoot('.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  const report: { diagnostics: { code: string }[]; number_of_files: number } = JSON.parse(lint(folder));
  expect(report.number_of_files).toBe(1);
  return [...new Set(report.diagnostics.map(({ code }) => code))].toSorted();
}

function lint(folder: string): string {
  try {
    return execFileSync(process.execPath, [inRoot('node_modules', 'oxlint', 'bin', 'oxlint'), '-f', 'json'], { cwd: folder, encoding: 'utf8' });
  } catch (error) {
    if (error instanceof Error && 'stdout' in error) return String(error.stdout); // findings make it end with code 1
    throw error;
  }
}

const IMPORTS = ['eslint(no-restricted-imports)'];

describe('the lint rules', () => {
  it.each([
    ['src-main/window/a.ts', `import { ipcMain } from 'electron';\nipcMain.on('x', () => {});`],
    ['src-main/window/a.ts', `import { ipcMain as other } from 'electron';\nother.on('x', () => {});`],
    ['src-main/window/a.ts', `import * as electron from 'electron';\nelectron.ipcMain.on('x', () => {});`],
    ['src-main/window/a.ts', `import electron from 'electron';\nelectron.ipcMain.on('x', () => {});`],
    ['src-main/window/a.ts', `import { ipcMain } from 'electron/main';\nipcMain.on('x', () => {});`],
    ['src-data/index.ts', `import { ipcMain } from 'electron';\nipcMain.on('x', () => {});`],
  ])('keep ipcMain inside src-main/ipc: %s, %s', (path, text) => {
    expect(rulesBrokenBy(path, text)).toEqual(IMPORTS);
  });

  it('let src-main/ipc have ipcMain, and the others their names', () => {
    expect(rulesBrokenBy('src-main/ipc/a.ts', `import { ipcMain } from 'electron';\nipcMain.on('x', () => {});`)).toEqual([]);
    expect(rulesBrokenBy('src-main/window/a.ts', `import { app } from 'electron';\napp.quit();`)).toEqual([]);
  });

  it.each([
    ['the clock', 'export const now = Date.now();', ['eslint(no-restricted-properties)']],
    ['chance', 'export const roll = Math.random();', ['eslint(no-restricted-properties)']],
    ['Node', 'export const id = process.pid;', ['eslint(no-restricted-globals)']],
    ['the page', 'export const title = document.title;', ['eslint(no-restricted-globals)']],
    ['any type at all', 'export const read = (value: any) => value;', ['typescript(no-explicit-any)']],
  ])('keep %s out of src-shared', (_what, text, rules) => {
    expect(rulesBrokenBy('src-shared/a.ts', text)).toEqual(rules);
  });

  it('leave the tests beside src-shared free to use the clock', () => {
    expect(rulesBrokenBy('src-shared/a.test.ts', 'export const now = Date.now();')).toEqual([]);
  });
});
