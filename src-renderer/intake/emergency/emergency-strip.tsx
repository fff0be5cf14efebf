import type { ReactElement } from 'react';
import { emergencyGuide } from '../../../src-shared/knowledge/guides-of-service.ts';
import { t } from '../../../src-shared/language/language.ts';
import type { EmergencyKind } from '../../../src-shared/said/emergency.ts';
import { chordLabel } from '../../app/keymap/chord.ts';
import { keyOf } from '../../app/keymap/own-keys.ts';
import { Note } from '../../ui/note.tsx';
import { useFormState, useIntakeForm } from '../form/form-context.tsx';
import { useGuidePanel } from '../guides/guide-panel-store.ts';
import './emergency-strip.css';

/** What the caller is told while help is on its way, as the 911 services and the utilities of the country tell it. */
const MEANWHILE: Readonly<Record<EmergencyKind, string>> = {
  gas: t`Everybody leaves the house, touches no switch and calls from outside.`,
  fire: t`Everybody gets out and stays out.`,
  wire: t`Everybody stays far away from the wire: it may be live.`,
  harm: t`If they cannot call, stay on the line and call 911 for them.`,
  selfHarm: t`Stay on the line. 988 answers at any hour, also in Spanish.`,
  crime: t`If it goes on now, they keep away from it. Stay on the line if they cannot call.`,
  trapped: t`If they cannot call, stay on the line and call 911 for them.`,
};

/** Somebody may be in danger: said above the form at once, with the key to the city's own words for it. It keeps nobody from issuing a number. */
export function EmergencyStrip(): ReactElement | null {
  const { catalogue } = useIntakeForm();
  const emergency = useFormState((state) => state.emergency);
  const { isOpen } = useGuidePanel();
  if (emergency === null) return null;
  const guide = emergencyGuide(catalogue);
  const key = chordLabel(keyOf('newCase.guides'));
  return (
    <section className="intake-emergency" aria-label={t`911 comes first`}>
      <Note tone="danger">
        {/* Read out at once, and again only when it is another emergency: not with each letter of what was heard. */}
        <p role="alert">
          <strong>{t`911 comes first`}</strong>. {t`If anybody is in danger now, the caller hangs up and dials 911.`} {MEANWHILE[emergency.kind]}
        </p>
        <p>
          {t`Heard: “${emergency.said}”.`} {guide !== undefined && !isOpen && t`${key} opens “${guide.title}”.`}
        </p>
      </Note>
    </section>
  );
}
