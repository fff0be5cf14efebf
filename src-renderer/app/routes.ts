import { create } from 'zustand';
import type { QueueView } from '../../src-shared/protocol/data-rpc/case-views.ts';
import type { ReportMonth } from '../../src-shared/reports/report-month.ts';
import type { CaseId, CommandId } from '../../src-shared/util/ids.ts';

/** Where the window is. Screens are reached only through here; they never import each other. */
export type Route =
  /** `phone`: from a caller pop-up; fills the field of a new draft. `townHall`: whose wishes are entered; `choose`: asks which. */
  | { readonly screen: 'newCase'; readonly phone?: string; readonly townHall?: CommandId | 'choose' }
  /** `view`: what it is opened with; without it, as it was left. */
  | { readonly screen: 'queue'; readonly view?: QueueView }
  | { readonly screen: 'case'; readonly caseId: CaseId }
  | { readonly screen: 'overdue' }
  /** `month`: opened at it, with `departmentCode` of that department only; without it, as it was left. */
  | { readonly screen: 'reports'; readonly month?: ReportMonth; readonly departmentCode?: string | null }
  /** `guideCode`: opened at this guide; `tab`: at this part; without, as it was left. */
  | { readonly screen: 'knowledge'; readonly guideCode?: string; readonly tab?: 'guides' | 'bulletins' | 'suggestions' | 'readers' }
  | { readonly screen: 'sync' }
  /** `neighborhoodCode`: with the open cases of it, null: of none. Without, as it was left. */
  | { readonly screen: 'community'; readonly neighborhoodCode?: string | null }
  /** `place`: opened there; without it, as it was left. */
  | { readonly screen: 'administration'; readonly place?: 'mailLog' };

export type ScreenName = Route['screen'];

const START: Route = { screen: 'queue' };
const MOST_REMEMBERED = 30;

interface Routes {
  readonly route: Route;
  readonly earlier: readonly Route[];
}

export const useRoutes = create<Routes>(() => ({ route: START, earlier: [] }));

export const useRoute = (): Route => useRoutes(({ route }) => route);

/**
 * Shows another screen; where we were is remembered for `goBack`. Going to where we are does nothing, save on New case, which is told
 * that it was asked for again.
 */
export function goTo(route: Route): void {
  useRoutes.setState((now) =>
    isSameRoute(now.route, route) ? (route.screen === 'newCase' ? { route } : now) : { route, earlier: [...now.earlier, now.route].slice(-MOST_REMEMBERED) },
  );
}

/** To the screen before, or to the queue when there is none. */
export function goBack(): void {
  useRoutes.setState(({ earlier }) => ({ route: earlier.at(-1) ?? START, earlier: earlier.slice(0, -1) }));
}

/** As after a sign-in: another person must not land where the last one was. */
export function resetRoutes(): void {
  useRoutes.setState({ route: START, earlier: [] });
}

function isSameRoute(a: Route, b: Route): boolean {
  return routeKey(a) === routeKey(b) && !('phone' in b) && !('townHall' in b) && !('neighborhoodCode' in b) && !('view' in b) && !('month' in b) && !('guideCode' in b) && !('tab' in b) && !('place' in b);
}

/** The same for the same screen of the same case. */
export function routeKey(route: Route): string {
  return route.screen === 'case' ? `case ${route.caseId}` : route.screen;
}
