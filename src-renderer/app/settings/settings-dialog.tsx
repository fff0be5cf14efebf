import { t } from '../../../src-shared/language/language.ts';
import { percentWords } from '../../../src-shared/language/numbers.ts';
import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { LanguageField } from './language-field.tsx';
import { type Appearance, changeAppearance, DENSITIES, THEMES, useAppearance, ZOOMS } from './appearance.ts';

const THEME_LABELS: Record<Appearance['theme'], string> = { system: t`As the system`, light: t`Light`, dark: t`Dark`, highContrast: t`High contrast` };
const DENSITY_LABELS: Record<Appearance['density'], string> = { comfortable: t`Comfortable`, compact: t`Compact: more rows` };

/** How the window looks. Each choice acts at once. */
export function SettingsDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }): ReactElement {
  const { theme, density, zoom } = useAppearance();
  return (
    <Dialog title={t`Settings`} isOpen={isOpen} onClose={onClose} footer={<Button onPress={onClose}>{t`Close`}</Button>}>
      <p className="muted">{t`For this workstation. Each choice acts at once.`}</p>
      <LanguageField />
      <Select label={t`Theme`} value={theme} onChange={(value) => changeAppearance({ theme: value })} choices={THEMES.map((value) => ({ value, label: THEME_LABELS[value] }))} />
      <Select label={t`Density`} value={density} onChange={(value) => changeAppearance({ density: value })} choices={DENSITIES.map((value) => ({ value, label: DENSITY_LABELS[value] }))} />
      <Select
        label={t`Zoom`}
        description={t`Ctrl and + or − also makes everything larger or smaller.`}
        value={zoom}
        onChange={(value) => changeAppearance({ zoom: value })}
        choices={ZOOMS.map((value) => ({ value, label: percentWords(Number(value)) }))}
      />
    </Dialog>
  );
}
