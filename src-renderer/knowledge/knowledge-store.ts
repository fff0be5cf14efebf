/** What the screen "Knowledge" is doing; lives outside it, so that whoever comes back finds it as it was left. */
import { create } from 'zustand';
import type { GuideKind } from '../../src-shared/catalogue/guide.ts';

export const KNOWLEDGE_TABS = ['guides', 'bulletins', 'suggestions', 'readers'] as const;
export type KnowledgeTab = (typeof KNOWLEDGE_TABS)[number];

/** `toRead`: what has to be read and was not in its present version. */
export type GuideShow = 'all' | 'toRead' | GuideKind;

export interface KnowledgeState {
  readonly tab: KnowledgeTab;
  readonly search: string;
  readonly show: GuideShow;
  /** Empty: of any service. */
  readonly serviceCode: string;
  readonly guideCode: string | null;
  /** What changed since the version read is shown instead of the text. */
  readonly isComparing: boolean;
  /** Whose screen this is: another person begins anew. */
  readonly of: string;
}

const START: Omit<KnowledgeState, 'of'> = { tab: 'guides', search: '', show: 'all', serviceCode: '', guideCode: null, isComparing: false };

export const useKnowledge = create<KnowledgeState>(() => ({ ...START, of: '' }));

/** Opens the screen for a person, at what they asked for. */
export function openKnowledgeFor(staffId: string, wanted: { readonly guideCode?: string | undefined; readonly tab?: KnowledgeTab | undefined }): void {
  const { of } = useKnowledge.getState();
  if (of !== staffId) useKnowledge.setState({ ...START, of: staffId });
  if (wanted.tab !== undefined) useKnowledge.setState({ tab: wanted.tab });
  if (wanted.guideCode !== undefined) openGuide(wanted.guideCode);
}

export const showTab = (tab: KnowledgeTab): void => useKnowledge.setState({ tab });

/** Shows one guide; a search that does not have it in its list stays as it is typed. */
export function openGuide(guideCode: string): void {
  useKnowledge.setState({ tab: 'guides', guideCode, isComparing: false });
}

/** Changes what is listed. The first of the new list is then shown. */
export function askGuides(change: Partial<Pick<KnowledgeState, 'search' | 'show' | 'serviceCode'>>): void {
  useKnowledge.setState({ ...change, guideCode: null, isComparing: false });
}
