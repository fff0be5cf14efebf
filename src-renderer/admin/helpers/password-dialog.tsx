import { t } from '../../../src-shared/language/language.ts';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { StaffId } from '../../../src-shared/util/ids.ts';
import { data } from '../../data/data-client.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { showToast } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface PasswordDialogProps {
  readonly staffId: StaffId;
  readonly name: string;
  readonly onClose: () => void;
}

/** Asks for one's own password once more, then shows the new one a single time. */
export function PasswordDialog({ staffId, name, onClose }: PasswordDialogProps): ReactElement {
  const queryClient = useQueryClient();
  const [own, setOwn] = useState('');
  const [given, setGiven] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);

  async function give(): Promise<void> {
    setPending(true);
    setProblem(null);
    try {
      const reply = await data.admin.givePassword({ staffId, ownPassword: own });
      if (reply.ok) setGiven(reply.password);
      else setProblem(reply.sentence);
      await queryClient.invalidateQueries({ queryKey: ['adminWithoutPassword'] });
    } catch (error) {
      setProblem(dataErrorSentence(error));
    } finally {
      setPending(false);
      setOwn('');
    }
  }
  if (given !== null) return <Given name={name} password={given} onClose={onClose} />;
  const submit = (): void => void (own !== '' && !isPending && give());
  return (
    <Dialog
      title={t`A password for ${name}`}
      isOpen
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose} keyHint="Esc">
            {t`Cancel`}
          </Button>
          <Button look="primary" onPress={submit} isDisabled={own === ''} isPending={isPending} keyHint="Ctrl+Enter">
            {t`Give a password`}
          </Button>
        </>
      }
    >
      {problem !== null && <ErrorNote>{problem}</ErrorNote>}
      <p>{t`The server makes a random password for ${name}. One that was given before no longer counts.`}</p>
      <TextField label={t`Your own password`} description={t`Asked for once more, so that a window left open gives nobody away.`} type="password" value={own} onChange={setOwn} autoFocus maxLength={1_000} />
    </Dialog>
  );
}

function Given({ name, password, onClose }: { readonly name: string; readonly password: string; readonly onClose: () => void }): ReactElement {
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(password);
    showToast(t`Copied. It is shown here only once.`);
  }
  return (
    <Dialog
      title={t`A password for ${name}`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button icon="copy" onPress={() => void copy()}>
            {t`Copy`}
          </Button>
          <Button look="primary" autoFocus onPress={onClose}>
            {t`Done`}
          </Button>
        </>
      }
    >
      <p className="admin-password number" role="status" aria-label={t`Password`}>
        {password}
      </p>
      <p className="muted">{t`It is shown this once and kept nowhere. Give it to them in person or in a sealed envelope.`}</p>
    </Dialog>
  );
}
