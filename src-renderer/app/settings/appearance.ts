import { z } from 'zod';
import { create } from 'zustand';

export const THEMES = ['system', 'light', 'dark', 'highContrast'] as const;
export const DENSITIES = ['comfortable', 'compact'] as const;
export const ZOOMS = ['90', '100', '110', '125', '150', '175', '200'] as const;

const Appearance = z.object({
  theme: z.enum(THEMES).catch('system'),
  density: z.enum(DENSITIES).catch('comfortable'),
  /** Per cent. */
  zoom: z.enum(ZOOMS).catch('100'),
});
/** How the window looks on this machine. Never about cases. */
export type Appearance = z.infer<typeof Appearance>;

const STORAGE_KEY = 'portreeve.appearance';

/** Whatever is missing or damaged in the kept text has its first value. */
export function readAppearance(kept: string | null): Appearance {
  try {
    return Appearance.parse(JSON.parse(kept ?? '{}'));
  } catch {
    return Appearance.parse({});
  }
}

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
