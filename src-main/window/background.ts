import { nativeTheme } from 'electron';

/** The first colour of the window, before the page has painted: the page's own background, so that nothing flashes. */
const BACKGROUND = { light: '#f6f7f9', dark: '#14171c' } as const;

export function backgroundColour(): string {
  return nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light;
}
