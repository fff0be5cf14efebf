import type { ComponentType } from 'react';
import type { Section } from '../../../src-shared/catalogue/sections.ts';
import { CalendarGlance } from './calendar-glance.tsx';
import { EscalationLine } from './escalation-line.tsx';
import { GuidePreview } from './guide-preview.tsx';
import type { HelperProps } from './helper-props.ts';
import { KeywordTester } from './keyword-tester.tsx';
import { PlaceTester } from './place-tester.tsx';
import { RuleTester } from './rule-tester.tsx';
import { StaffPassword } from './staff-password.tsx';
import { TemplatePreview } from './template-preview.tsx';

/** What helps to set an entry, below its fields: a preview, something to try it with. */
export const HELPERS: Readonly<Partial<Record<Section, ComponentType<HelperProps>>>> = {
  services: KeywordTester,
  policies: RuleTester,
  timeRuleExceptions: RuleTester,
  calendars: CalendarGlance,
  staff: StaffPassword,
  escalations: EscalationLine,
  guides: GuidePreview,
  templates: TemplatePreview,
  neighborhoods: PlaceTester,
};
