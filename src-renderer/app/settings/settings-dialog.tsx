import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { type Appearance, changeAppearance, DENSITIES, THEMES, useAppearance, ZOOMS } from './appearance.ts';

const THEME_LABELS: Record<Appearance['theme'], string> = { system: 'As the system', light: 'Light', dark: 'Dark', highContrast: 'High contrast' };
const DENSITY_LABELS: Record<Appearance['density'], string> = { comfortable: 'Comfortable', compact: 'Compact: more rows' };

/** How the window looks. Each choice acts at once. */
export function SettingsDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }): ReactElement {
  const { theme, density, zoom } = useAppearance();
  return (
    <Dialog title="Settings" isOpen={isOpen} onClose={onClose} footer={<Button onPress={onClose}>Close</Button>}>
      <p className="muted">For this workstation. Each choice acts at once.</p>
      <Select label="Theme" value={theme} onChange={(value) => changeAppearance({ theme: value })} choices={THEMES.map((value) => ({ value, label: THEME_LABELS[value] }))} />
      <Select label="Density" value={density} onChange={(value) => changeAppearance({ density: value })} choices={DENSITIES.map((value) => ({ value, label: DENSITY_LABELS[value] }))} />
      <Select
        label="Zoom"
        description="Ctrl and + or − also makes everything larger or smaller."
        value={zoom}
        onChange={(value) => changeAppearance({ zoom: value })}
        choices={ZOOMS.map((value) => ({ value, label: `${value} %` }))}
      />
    </Dialog>
  );
}
