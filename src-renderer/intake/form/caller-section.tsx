import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { tidyPhone } from '../draft/phone-text.ts';
import type { CallerField } from '../draft/take-caller.ts';
import { useIntake } from '../intake-store.ts';
import { CallerCases } from './caller-cases.tsx';
import { CallerMatches } from './caller-matches.tsx';
import { DraftText } from './draft-text.tsx';
import { useIntakeForm } from './form-context.tsx';
import { NumberInPhone } from './number-in-phone.tsx';
import { type Callers, useCallers } from './use-callers.ts';

/** Who calls, writes or stands at the counter, and what the city has of them already. */
export function CallerSection(): ReactElement {
  const callers = useCallers();
  const { draft } = useIntakeForm();
  return (
    <section className="intake-section" aria-labelledby="intake-caller">
      <h2 id="intake-caller">Citizen</h2>
      <CallerFields callers={callers} />
      <NumberInPhone />
      {draft.taken && <TakenCaller name={draft.taken.name} onLeave={callers.leave} />}
      <CallerMatches callers={callers} />
      {callers.shown && <CallerCases callerKey={callers.shown.key} callerName={callers.shown.name} />}
    </section>
  );
}

function CallerFields({ callers }: { readonly callers: Callers }): ReactElement {
  const { draft, set } = useIntakeForm();
  const search = (field: CallerField) => (text: string) => {
    set({ [field]: text });
    useIntake.setState({ searchedIn: field });
  };
  const shared = { isDisabled: draft.isAnonymous, onKeyDown: callers.picking.onKeyDown };
  return (
    <>
      <DraftText field="phone" type="tel" isNumber maxLength={60} onChange={search('phone')} onBlur={() => tidy(draft.phone, set)} {...shared} />
      <DraftText field="name" maxLength={200} onChange={search('name')} {...shared} />
      <DraftText field="email" type="text" maxLength={254} onChange={search('email')} {...shared} />
    </>
  );
}

function tidy(typed: string, set: (facts: { readonly phone: string }) => void): void {
  const phone = tidyPhone(typed);
  if (phone !== typed) set({ phone });
}

function TakenCaller({ name, onLeave }: { readonly name: string; readonly onLeave: () => void }): ReactElement {
  return (
    <p className="intake-taken">
      <span>
        Known caller: <strong>{name}</strong>
      </span>
      <Button look="quiet" size="small" onPress={onLeave}>
        Not this person
      </Button>
    </p>
  );
}
