import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { tidyPhone } from '../draft/phone-text.ts';
import type { CallerField } from '../draft/take-caller.ts';
import { changeDraft, useIntake } from '../intake-store.ts';
import { CallerCases } from './caller-cases.tsx';
import { CallerMatches } from './caller-matches.tsx';
import { DraftText } from './draft-text.tsx';
import { useDraft, useIntakeForm } from './form-context.tsx';
import { NumberInPhone } from './number-in-phone.tsx';
import { useCallers } from './callers-context.tsx';

/** Who calls, writes or stands at the counter, and what the city has of them already. */
export function CallerSection(): ReactElement {
  const callers = useCallers();
  const taken = useDraft((draft) => draft.taken);
  return (
    <section className="intake-section" aria-labelledby="intake-caller">
      <h2 id="intake-caller">{t`Citizen`}</h2>
      <CallerFields />
      <NumberInPhone />
      {taken && <TakenCaller name={taken.name} onLeave={callers.leave} />}
      <CallerMatches />
      <CallerCases caller={callers.shown} />
    </section>
  );
}

function CallerFields(): ReactElement {
  const callers = useCallers();
  const { set } = useIntakeForm();
  const isAnonymous = useDraft((draft) => draft.isAnonymous);
  const search = (field: CallerField) => (text: string) => {
    set({ [field]: text });
    useIntake.setState({ searchedIn: field });
  };
  const shared = { isDisabled: isAnonymous, onKeyDown: callers.picking.onKeyDown };
  return (
    <>
      <DraftText field="phone" type="tel" isNumber maxLength={60} onChange={search('phone')} onBlur={tidy} {...shared} />
      <DraftText field="name" maxLength={200} onChange={search('name')} {...shared} />
      <DraftText field="email" type="text" maxLength={254} onChange={search('email')} {...shared} />
    </>
  );
}

function tidy(): void {
  const { phone } = useIntake.getState().draft;
  if (tidyPhone(phone) !== phone) changeDraft((draft) => ({ ...draft, phone: tidyPhone(phone) }));
}

function TakenCaller({ name, onLeave }: { readonly name: string; readonly onLeave: () => void }): ReactElement {
  return (
    <p className="intake-taken">
      <span>
        {t`Known caller:`}{' '}<strong>{name}</strong>
      </span>
      <Button look="quiet" size="small" onPress={onLeave}>
        {t`Not this person`}
      </Button>
    </p>
  );
}
