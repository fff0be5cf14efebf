import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useEffect } from 'react';
import { Icon } from '../../ui/icon.tsx';
import './practice.css';

/** Over everything in a practice window, whoever is signed in: nobody may take it for the real one. */
export function PracticeBanner(): ReactElement {
  useEffect(() => {
    document.title = t`Practice: nothing here is real`;
  }, []);
  return (
    <aside className="practice-banner" aria-label={t`Practice mode`}>
      <Icon name="warning" />
      <strong>{t`Practice: nothing here is real`}</strong>
      <span>{t`Made-up citizens, made-up cases. Nothing is sent or printed.`}</span>
    </aside>
  );
}
