import { t } from '../../../src-shared/language/language.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import { formatTrackingNumber, parseTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { queries } from '../../data/queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useStable } from '../../ui/use-stable.ts';
import { useActionGroups } from '../keymap/use-actions.ts';
import { openCaseByNumber } from '../open-case-by-number.ts';
import { askInQueue } from '../queue-asked.ts';
import { useCatalogue } from '../workplace.tsx';
import { openCasesOf } from './open-cases-of.ts';
import type { PaletteEntry } from './palette-entry.ts';
import { PaletteList } from './palette-list.tsx';
import { citizenEntries, staffEntries } from './people-entries.ts';
import { isMeantBy, rankActions } from './rank-actions.ts';
import { recentActions, rememberAction } from './recent-actions.ts';

interface CommandPaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Everything that can be done now, by a few letters of its name; a tracking number opens its case, a citizen or colleague their cases. */
export function CommandPalette({ isOpen, onClose }: CommandPaletteProps): ReactElement {
  return (
    <Dialog title={t`Command palette`} isOpen={isOpen} onClose={onClose} size="medium">
      <PaletteContent onClose={onClose} />
    </Dialog>
  );
}

function PaletteContent({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [typed, setTyped] = useState('');
  const { entries, isSettled } = useEntries(typed);
  /** What Enter was pressed on before those who are called so were known. */
  const [isWanted, setWanted] = useState(false);
  const number = parseTrackingNumber(typed);

  function take(entry: PaletteEntry): void {
    // Whom somebody looked for is not kept; what they do is.
    if (entry.group === 'actions' || entry.group === 'others') rememberAction(entry.id);
    onClose();
    // After the palette has closed and given the focus back: the action decides where it goes next.
    setTimeout(() => entry.run?.());
  }
  const takeSettled = (entry: PaletteEntry): void => (entry.group === 'citizens' && !isSettled ? setWanted(true) : take(entry));
  const takeFirst = useStable(() => {
    setWanted(false);
    const [first] = entries;
    if (first) take(first);
  });
  useEffect(() => {
    if (isWanted && isSettled) takeFirst();
  }, [isWanted, isSettled, takeFirst]);

  const isMistyped = !number.ok && number.reason === 'mistyped';
  return (
    <PaletteList
      typed={typed}
      onType={(text) => {
        setWanted(false);
        setTyped(text);
      }}
      entries={entries}
      onTake={takeSettled}
      onEarlyEnter={() => setWanted(!isSettled)}
      emptyText={isMistyped ? t`That number is mistyped: its last digit does not fit. Ask for it again.` : t`Nothing and nobody here is called that. Type other words, a name, a phone number or a tracking number.`}
    />
  );
}

/** `isSettled`: false while the citizens are still those of an earlier text. */
function useEntries(typed: string): { readonly entries: readonly PaletteEntry[]; readonly isSettled: boolean } {
  const [recent] = useState(recentActions);
  const [groups, queryClient, catalogue, now] = [useActionGroups(), useQueryClient(), useCatalogue(), useNow()];
  const number = parseTrackingNumber(typed);
  const isSearched = typed.trim().length > 2;
  const callers = useQuery({ ...queries.callers(typed), enabled: isSearched });
  const citizens = isSearched ? citizenEntries(callers.data ?? [], { now, timeZone: catalogue.city.timeZone, openCases: (citizen) => void openCasesOf(queryClient, citizen) }) : [];
  const isMeant = (action: { readonly label: string }): boolean => typed.trim() === '' || isMeantBy(typed, action);
  const actions = rankActions(groups, typed, recent);
  const entries: readonly PaletteEntry[] = [
    ...(number.ok ? [{ id: 'palette.openCase', group: 'actions', label: t`Open case ${formatTrackingNumber(number.number)}`, run: () => void openCaseByNumber(queryClient, number.number) } as const] : []),
    ...actions.filter(isMeant).map((action) => ({ ...action, group: 'actions' }) as const),
    ...citizens,
    ...staffEntries(catalogue, typed, askInQueue),
    ...actions.filter((action) => !isMeant(action)).map((action) => ({ ...action, group: 'others' }) as const),
  ];
  return { entries, isSettled: !isSearched || (callers.data !== undefined && !callers.isPlaceholderData) || callers.isError };
}
