import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import type { Catalogue, Staff } from '../../../src-shared/catalogue/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { OtherLanguage } from '../settings/language-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Card } from './card.tsx';
import { DemoStaff } from './demo-staff.tsx';
import { useSignIn } from './use-sign-in.ts';

export interface SignInScreenProps {
  readonly cityName: string;
  /** Null until the records are open: what is typed meanwhile stays, and what is sent waits for them. */
  readonly catalogue: Catalogue | null;
  /** The person whose screens are kept behind the lock; null at an ordinary sign-in. */
  readonly lockedBy: Staff | null;
}

/** Who is at the keyboard. Nothing typed here is kept anywhere. */
export function SignInScreen({ cityName, catalogue, lockedBy }: SignInScreenProps): ReactElement {
  const form = useSignIn(lockedBy?.id ?? '');
  function choose(person: Staff): void {
    form.setStaffId(person.id);
    form.passwordRef.current?.focus();
  }
  return (
    <Card title={lockedBy === null ? t`Sign in` : t`Locked`} subtitle={cityName}>
      {lockedBy !== null && <p className="muted">{t`Everything is as ${lockedBy.name} left it. Someone else may sign in too.`}</p>}
      <form className="sign-in-form" onSubmit={form.submit} noValidate>
        <TextField label={t`Staff ID`} value={form.staffId} onChange={form.setStaffId} inputRef={form.staffIdRef} />
        <TextField label={t`Password`} type="password" value={form.password} onChange={form.setPassword} inputRef={form.passwordRef} />
        {form.problem !== null && <ErrorNote>{form.problem}</ErrorNote>}
        <Button type="submit" look="primary" isPending={form.isPending}>
          {t`Sign in`}
        </Button>
      </form>
      <OtherLanguage />
      {catalogue !== null && <DemoStaff catalogue={catalogue} onChoose={choose} />}
    </Card>
  );
}
