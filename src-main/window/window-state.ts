import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { INTERFACE_LANGUAGES } from '../../src-shared/language/language.ts';

export const DEFAULT_SIZE = { width: 1280, height: 800 } as const;
export const MINIMUM_SIZE = { width: 1024, height: 700 } as const;

const WindowState = z.object({
  width: z.number().int().min(MINIMUM_SIZE.width).max(20_000).catch(DEFAULT_SIZE.width),
  height: z.number().int().min(MINIMUM_SIZE.height).max(20_000).catch(DEFAULT_SIZE.height),
  /** Null until the window was moved: the system places it. */
  position: z.object({ x: z.number().int(), y: z.number().int() }).nullable().catch(null),
  isMaximized: z.boolean().catch(false),
  /** Electron's zoom level: 0 is 100 %, each step 20 % more or less. */
  zoomLevel: z.number().min(-3).max(5).catch(0),
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  /** Of the interface; null until it was chosen: the system's. */
  language: z.enum(INTERFACE_LANGUAGES).nullable().catch(null),
});

/** How the user left the window. Never about cases. */
export type WindowState = z.infer<typeof WindowState>;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Reads the kept state; whatever is missing or damaged has its first value. */
export function readWindowState(path: string): WindowState {
  let kept: unknown = {};
  try {
    kept = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // The first start, or a damaged file: both begin anew.
  }
  const parsed = WindowState.safeParse(kept);
  return parsed.success ? parsed.data : WindowState.parse({});
}

/** Replaces the kept state in one step. Throws when the disk refuses. */
export function writeWindowState(path: string, state: WindowState): void {
  writeFileSync(`${path}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/**
 * Where the window goes on today's screens, which may be others than yesterday's.
 *
 * The position is dropped when no screen would show enough of the title bar to grab it; the size is cut to the largest screen.
 */
export function fitToScreens(state: WindowState, screens: readonly Area[]): WindowState {
  const widest = Math.max(MINIMUM_SIZE.width, ...screens.map((screen) => screen.width));
  const highest = Math.max(MINIMUM_SIZE.height, ...screens.map((screen) => screen.height));
  const { position } = state;
  const isReachable = position !== null && screens.some((screen) => showsTitleBar(screen, position, state.width));
  return { ...state, width: Math.min(state.width, widest), height: Math.min(state.height, highest), position: isReachable ? position : null };
}

function showsTitleBar(screen: Area, position: { x: number; y: number }, width: number): boolean {
  const visible = Math.min(screen.x + screen.width, position.x + width) - Math.max(screen.x, position.x);
  return visible >= 200 && position.y >= screen.y && position.y < screen.y + screen.height - 40;
}
