/** How the window may look; each walk can be taken in each. */
export interface Look {
  readonly name: string;
  /** As the settings keep it (`src-renderer/app/settings/appearance.ts`). */
  readonly appearance: { readonly theme: string; readonly density: string; readonly zoom: string };
  readonly language?: 'es';
  /** The system's own colours in place of ours. */
  readonly isForcedColors?: true;
}

const plain = { theme: 'light', density: 'comfortable', zoom: '100' } as const;

export const LOOKS: readonly Look[] = [
  { name: 'light', appearance: plain },
  { name: 'dark', appearance: { ...plain, theme: 'dark' } },
  { name: 'high-contrast', appearance: { ...plain, theme: 'highContrast' } },
  { name: 'forced-colors', appearance: plain, isForcedColors: true },
  { name: 'compact', appearance: { ...plain, density: 'compact' } },
  { name: 'zoom-125', appearance: { ...plain, zoom: '125' } },
  { name: 'zoom-200', appearance: { ...plain, zoom: '200' } },
  { name: 'spanish', appearance: plain, language: 'es' },
];
