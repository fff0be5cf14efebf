import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import type { Catalogue, Staff } from '../../../src-shared/catalogue/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { DIALOG_SCOPE } from '../keymap/action.ts';
import { useActions } from '../keymap/use-actions.ts';
import { demoPassword, demoStaff, isDemoCity } from './demo-city.ts';

interface DemoStaffProps {
  readonly catalogue: Catalogue;
  readonly onChoose: (person: Staff) => void;
}

/** In the demo city only: who may be tried, one key each. A real city's staff are never listed. */
export function DemoStaff({ catalogue, onChoose }: DemoStaffProps): ReactElement | null {
  const people = isDemoCity(catalogue) ? demoStaff(catalogue) : [];
  useActions(
    DIALOG_SCOPE,
    people.map((person, index) => ({ id: `demo.${index + 1}`, label: t`Sign in as ${person.name}`, run: () => onChoose(person) })),
  );
  const password = demoPassword();
  if (people.length === 0) return null;
  return (
    <section className="demo-staff" aria-labelledby="demo-staff-title">
      <h2 id="demo-staff-title">{t`Demo city`}</h2>
      <p>
        {t`Choose who you are; the ID is filled in.`}
        {password !== null && (
          <>
            {' '}
            {t`Everyone’s password is`}{' '}<strong>{password}</strong>
          </>
        )}
      </p>
      <ul>
        {people.map((person, index) => (
          <li key={person.id}>
            <Button look="quiet" size="small" keyHint={`Alt+${index + 1}`} onPress={() => onChoose(person)}>
              <span className="demo-staff-person">
                {person.name} <span className="demo-staff-title">{person.title}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
