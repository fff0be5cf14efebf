import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useState } from 'react';
import type { EnteredNumber } from '../../../src-shared/protocol/data-rpc/community-views.ts';
import type { CommunityEvent } from '../../../src-shared/office/community-event.ts';
import { mayEndEvent } from '../../../src-shared/office/office-permission.ts';
import { useStaff } from '../../app/workplace.tsx';
import { dataErrorSentence } from '../../data/data-error.ts';
import { newCommandId } from '../../data/new-id.ts';
import { officeCommands } from '../../data/office.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { endEntry } from './entry-actions.ts';
import type { Slips } from './use-slips.ts';

export interface EndEntryDialogProps {
  readonly event: CommunityEvent;
  readonly entered: readonly EnteredNumber[];
  readonly slips: Slips;
  readonly onClose: () => void;
}

/** What was entered, its slips, and whether more is to come. */
export function EndEntryDialog({ event, entered, slips, onClose }: EndEntryDialogProps): ReactElement {
  const mayEnd = mayEndEvent(useStaff(), event) && event.endedAt === null;
  const [isAllEntered, setAllEntered] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  async function end(): Promise<void> {
    const why = (mayEnd && isAllEntered ? await takeOffTheList(event) : null) ?? (await endEntry());
    if (why === null) onClose();
    else setProblem(why);
  }
  const footer = (
    <>
      <Button onPress={onClose} keyHint="Esc">
        {t`Go on entering`}
      </Button>
      <Button icon="printer" onPress={() => void slips.print(entered, event.name)} isDisabled={entered.length === 0 || slips.isBusy}>
        {t`Print all slips`}
      </Button>
      <Button type="submit" look="primary" autoFocus>
        {t`End entry`}
      </Button>
    </>
  );
  return (
    <Dialog title={t`End the entry of ${event.name}?`} isOpen onClose={onClose} onSubmit={() => void end()} footer={footer} size="medium">
      {(problem ?? slips.problem) !== null && <ErrorNote>{problem ?? slips.problem}</ErrorNote>}
      <p>{enteredWords(entered)}</p>
      {mayEnd && (
        <Checkbox
          label={t`Everything said there is entered`}
          isChecked={isAllEntered}
          onChange={setAllEntered}
          description={t`The event is offered no more, at no workstation. Its cases stay where they are.`}
        />
      )}
    </Dialog>
  );
}

function enteredWords(entered: readonly EnteredNumber[]): string {
  const printed = entered.filter(({ isPrinted }) => isPrinted).length;
  if (entered.length === 0) return t`Nothing was entered here.`;
  const cases = entered.length === 1 ? t`1 case was entered here` : t`${entered.length} cases were entered here`;
  if (printed === 0) return t`${cases}.`;
  if (printed === entered.length) return t`${cases}; each slip went to the receipt printer.`;
  return printed === 1 ? t`${cases}; 1 slip went to the receipt printer.` : t`${cases}; ${printed} slips went to the receipt printer.`;
}

/** Null: done; else why not. One that a colleague has ended meanwhile is done too. */
async function takeOffTheList({ id }: CommunityEvent): Promise<string | null> {
  try {
    const reply = await officeCommands.run({ type: 'office.endEvent', commandId: newCommandId(), args: { eventId: id } });
    return reply.ok || reply.reason === 'alreadyEnded' ? null : reply.sentence;
  } catch (error) {
    return dataErrorSentence(error);
  }
}
