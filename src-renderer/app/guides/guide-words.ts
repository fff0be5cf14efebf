import type { GuideKind } from '../../../src-shared/catalogue/guide.ts';

export const GUIDE_KIND_LABELS: Readonly<Record<GuideKind, string>> = { guideline: 'Guideline', policy: 'Policy', script: 'Script', guide: 'Guide' };
export const GUIDE_KIND_PLURALS: Readonly<Record<GuideKind, string>> = { guideline: 'Guidelines', policy: 'Policies', script: 'Scripts', guide: 'Guides' };
