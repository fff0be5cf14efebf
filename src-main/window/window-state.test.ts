import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fitToScreens, readWindowState, writeWindowState, type WindowState } from './window-state.ts';

const first: WindowState = { width: 1280, height: 800, position: null, isMaximized: false, zoomLevel: 0, theme: 'system', language: null };

function temporaryFile(): string {
  const directory = mkdtempSync(join(tmpdir(), 'portreeve-window-'));
  onTestFinished(() => {
    rmSync(directory, { recursive: true });
  });
  return join(directory, 'window.json');
}

describe('the kept window state', () => {
  it('comes back as it was written', () => {
    const path = temporaryFile();
    const state: WindowState = { width: 1600, height: 900, position: { x: -1600, y: 20 }, isMaximized: true, zoomLevel: 1.5, theme: 'dark', language: 'es' };
    writeWindowState(path, state);
    expect(readWindowState(path)).toEqual(state);
  });

  it.each(['', '{"width":', 'null', '[]', '"x"', '{"width":-5,"zoomLevel":99,"theme":"red","position":{"x":"a"}}'])('begins anew from %s', (text) => {
    const path = temporaryFile();
    writeFileSync(path, text);
    expect(readWindowState(path)).toEqual(first);
  });

  it('begins anew where there is none', () => {
    expect(readWindowState(temporaryFile())).toEqual(first);
  });
});

describe('fitToScreens', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };

  it('keeps a window where its title bar can be grabbed', () => {
    const state = { ...first, position: { x: 1_700, y: 0 } };
    expect(fitToScreens(state, [screen])).toEqual(state);
    expect(fitToScreens({ ...first, position: { x: -1_500, y: 10 } }, [{ ...screen, x: -1_920 }, screen]).position).toEqual({ x: -1_500, y: 10 });
  });

  it.each([
    { x: 1_800, y: 0 },
    { x: -1_200, y: 0 },
    { x: 0, y: -50 },
    { x: 0, y: 1_060 },
  ])('lets the system place a window that would be out of reach at %o', (position) => {
    expect(fitToScreens({ ...first, position }, [screen]).position).toBeNull();
  });

  it('is not larger than the largest screen', () => {
    expect(fitToScreens({ ...first, width: 3_840, height: 2_160 }, [screen])).toMatchObject({ width: 1920, height: 1080 });
  });
});
