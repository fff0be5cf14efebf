import type { Theme } from '../../../src-shared/protocol/desktop-api.ts';
import { desktop } from '../../data/desktop.ts';
import { type Appearance, rootAttributes, useAppearance } from './appearance.ts';

const darkQuery = matchMedia('(prefers-color-scheme: dark)');
const contrastQuery = matchMedia('(prefers-contrast: more)');

/** Puts the appearance on the root element now, and again whenever the setting or the system changes. */
export function followAppearance(): void {
  apply();
  useAppearance.subscribe((now, before) => {
    apply();
    if (now.theme !== before.theme) void desktop().setTheme(windowTheme(now));
  });
  darkQuery.addEventListener('change', apply);
  contrastQuery.addEventListener('change', apply);
}

function apply(): void {
  const { theme, contrast, density, zoom } = rootAttributes(useAppearance.getState(), { isDark: darkQuery.matches, wantsContrast: contrastQuery.matches });
  const root = document.documentElement;
  Object.assign(root.dataset, { theme, contrast, density });
  root.style.setProperty('--zoom', String(zoom));
}

/** High contrast is ours alone: the window's frame follows the system. */
function windowTheme({ theme }: Appearance): Theme {
  return theme === 'highContrast' ? 'system' : theme;
}
