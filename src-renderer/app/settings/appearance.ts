import { create } from 'zustand';

export const THEMES = ['system', 'light', 'dark', 'highContrast'] as const;
export const DENSITIES = ['comfortable', 'compact'] as const;
export const ZOOMS = ['90', '100', '110', '125', '150', '175', '200'] as const;

/** How the window looks on this machine. Never about cases. */
export interface Appearance {
  readonly theme: (typeof THEMES)[number];
  readonly density: (typeof DENSITIES)[number];
  /** Per cent. */
  readonly zoom: (typeof ZOOMS)[number];
}

const STORAGE_KEY = 'portreeve.appearance';

/** Whatever is missing or damaged in the kept text has its first value. */
export function readAppearance(kept: string | null): Appearance {
  const { theme, density, zoom } = keptValues(kept);
  return { theme: oneOf(THEMES, theme) ?? 'system', density: oneOf(DENSITIES, density) ?? 'comfortable', zoom: oneOf(ZOOMS, zoom) ?? '100' };
}

function keptValues(kept: string | null): Partial<Record<keyof Appearance, unknown>> {
  try {
    return Object(JSON.parse(kept ?? '{}')); // of a number or a text: an object without these names
  } catch {
    return {};
  }
}

const oneOf = <T extends string>(values: readonly T[], kept: unknown): T | undefined => values.find((value) => value === kept);

export const useAppearance = create<Appearance>(() => readAppearance(localStorage.getItem(STORAGE_KEY)));

export function changeAppearance(change: Partial<Appearance>): void {
  useAppearance.setState(change);
  localStorage.setItem(STORAGE_KEY, JSON.stringify(useAppearance.getState()));
}

/** What the root element carries, and the style sheets read. */
export interface RootAttributes {
  readonly theme: 'light' | 'dark';
  readonly contrast: 'normal' | 'more';
  readonly density: Appearance['density'];
  readonly zoom: number;
}

export function rootAttributes(appearance: Appearance, system: { readonly isDark: boolean; readonly wantsContrast: boolean }): RootAttributes {
  const { theme, density, zoom } = appearance;
  const followsSystem = theme === 'system' || theme === 'highContrast';
  return {
    theme: followsSystem ? (system.isDark ? 'dark' : 'light') : theme,
    contrast: theme === 'highContrast' || system.wantsContrast ? 'more' : 'normal',
    density,
    zoom: Number(zoom) / 100,
  };
}
