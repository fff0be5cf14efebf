import { useMemo } from 'react';
import type { Guide } from '../../../src-shared/catalogue/guide.ts';
import { indexGuides, searchGuides } from '../../../src-shared/knowledge/search-guides.ts';
import { unreadGuides } from '../../../src-shared/office/unread-guides.ts';
import { useOffice } from '../../app/office/use-office.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { type GuideShow, useKnowledge } from '../knowledge-store.ts';

export interface ListedGuide {
  readonly guide: Guide;
  readonly snippet: string;
  /** It has to be read, and was not in this version. */
  readonly isToRead: boolean;
  /** The version this person has read last; null: none. */
  readonly readVersion: number | null;
  readonly readAt: number | null;
}

export interface GuideList {
  readonly listed: readonly ListedGuide[];
  readonly current: ListedGuide | null;
  /** Folded words to mark. */
  readonly words: readonly string[];
  readonly isPartly: boolean;
  readonly toReadCount: number;
}

/** The guides that fit what is typed and chosen, and the one that is open: the first, until another is opened. */
export function useGuideList(): GuideList {
  const catalogue = useCatalogue();
  const office = useOffice();
  const staff = useStaff();
  const { search, show, serviceCode, guideCode } = useKnowledge();
  const index = useMemo(() => indexGuides(catalogue), [catalogue]);
  const found = useMemo(() => searchGuides(index, search), [index, search]);
  return useMemo(() => {
    const toRead = new Set(unreadGuides(office, catalogue, staff.id).map(({ code }) => code));
    const own = Object.hasOwn(office.reads, staff.id) ? (office.reads[staff.id] ?? {}) : {};
    const list = (guide: Guide, snippet: string): ListedGuide => {
      const read = Object.hasOwn(own, guide.code) ? own[guide.code] : undefined;
      return { guide, snippet, isToRead: toRead.has(guide.code), readVersion: read?.version ?? null, readAt: read?.at ?? null };
    };
    const listed = found.hits.filter(({ guide }) => isShown(guide, show, toRead) && isOfService(guide, serviceCode)).map(({ guide, snippet }) => list(guide, snippet));
    // A guide that was opened by its name stays open although the list does not have it.
    const named = listed.find(({ guide }) => guide.code === guideCode) ?? null;
    const other = guideCode === null ? undefined : catalogue.guides.find(({ code, isActive }) => code === guideCode && isActive);
    const current = named ?? (other ? list(other, '') : (listed[0] ?? null));
    return { listed, current, words: found.words, isPartly: found.isPartly, toReadCount: toRead.size };
  }, [catalogue, found, guideCode, office, serviceCode, show, staff.id]);
}

function isShown(guide: Guide, show: GuideShow, toRead: ReadonlySet<string>): boolean {
  if (show === 'all') return true;
  return show === 'toRead' ? toRead.has(guide.code) : guide.kind === show;
}

/** Guides for all services are at hand for every one, but only those bound to it are listed by it. */
function isOfService({ serviceCodes }: Guide, serviceCode: string): boolean {
  return serviceCode === '' || serviceCodes.includes(serviceCode);
}
