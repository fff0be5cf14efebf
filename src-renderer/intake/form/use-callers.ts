import { t } from '../../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CallerMatch } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { queries } from '../../data/queries.ts';
import { announce } from '../../ui/announce.tsx';
import { type Picking, usePicking } from '../../ui/use-picking.ts';
import { callerSearchText, leaveCaller, takeCaller } from '../draft/take-caller.ts';
import { useDraft, useFormState, useIntakeForm } from './form-context.tsx';
import { changeDraft, useIntake } from '../intake-store.ts';

export interface Callers {
  readonly matches: readonly (CallerMatch & { readonly id: string })[];
  /** For the fields that search: arrows stand on a match, Enter takes it. */
  readonly picking: Picking;
  readonly take: (caller: CallerMatch) => void;
  readonly leave: () => void;
  /** Whose cases are shown: the one taken, else the one the arrows stand on, else the best match. */
  readonly shown: { readonly key: string; readonly name: string } | null;
}

/** Finds callers while a phone number, name or e-mail address is typed. */
export function useFoundCallers(): Callers {
  const { read } = useIntakeForm();
  const searchedIn = useIntake((intake) => intake.searchedIn);
  const typed = useDraft((draft) => (searchedIn === null || searchedIn === 'said' ? null : callerSearchText(draft[searchedIn], searchedIn)));
  const saidText = useFormState(({ said }) => said.search?.text ?? null);
  const taken = useDraft((draft) => draft.taken);
  const text = searchedIn === 'said' ? saidText : typed;
  const query = useQuery({ ...queries.callers(text ?? ''), enabled: text !== null });
  const matches = text === null ? [] : (query.data ?? []).map((match) => ({ ...match, id: match.key }));
  const take = (caller: CallerMatch): void => {
    // Of a line, the rest goes to its fields first; the piece they were found by is theirs.
    const { said } = read();
    if (searchedIn === 'said') said.put();
    changeDraft((now) => takeCaller(now, caller, searchedIn === 'said' ? (said.search?.field ?? null) : searchedIn));
    useIntake.setState({ searchedIn: null });
    announce(t`${caller.name || caller.phone} taken. ${caseCountWords(caller)}.`);
  };
  const leave = (): void => changeDraft(leaveCaller);
  const picking = usePicking({
    items: matches,
    isShown: text !== null,
    isWaiting: text !== null && (query.isFetching || query.isPlaceholderData),
    onTake: take,
    onDismiss: () => useIntake.setState({ searchedIn: null }),
  });
  useTold(matches, picking.activeIndex);
  const first = matches[Math.max(0, picking.activeIndex)];
  const shown = taken ?? (first ? { key: first.key, name: first.name || first.phone } : null);
  return { matches, picking, take, leave, shown };
}

/** Says to those who do not see it how many callers there are, and on which one the arrows stand. */
function useTold(matches: readonly CallerMatch[], activeIndex: number): void {
  const count = matches.length;
  useEffect(() => {
    if (count > 0) announce(count === 1 ? t`1 caller found. Arrow down to choose.` : t`${count} callers found. Arrow down to choose.`);
  }, [count]);
  const active = matches[activeIndex];
  const activeName = active?.name || t`No name`;
  const activeWords = active ? t`${activeName}, ${active.phone}, ${caseCountWords(active)}, ${active.why}. Enter takes.` : null;
  useEffect(() => {
    if (activeWords !== null) announce(activeWords);
  }, [activeWords]);
}

/** `3 cases, 1 open` */
export function caseCountWords({ caseCount, openCount }: Pick<CallerMatch, 'caseCount' | 'openCount'>): string {
  const cases = caseCount === 1 ? t`1 case` : t`${caseCount} cases`;
  if (openCount === 0) return t`${cases}, none open`;
  return openCount === 1 ? t`${cases}, 1 open` : t`${cases}, ${openCount} open`;
}
