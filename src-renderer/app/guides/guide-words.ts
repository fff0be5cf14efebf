import { t } from '../../../src-shared/language/language.ts';
import type { GuideKind } from '../../../src-shared/catalogue/guide.ts';

export const GUIDE_KIND_LABELS: Readonly<Record<GuideKind, string>> = { guideline: t`Guideline`, policy: t`Policy`, script: t`Script`, guide: t`Guide` };
export const GUIDE_KIND_PLURALS: Readonly<Record<GuideKind, string>> = { guideline: t`Guidelines`, policy: t`Policies`, script: t`Scripts`, guide: t`Guides` };
