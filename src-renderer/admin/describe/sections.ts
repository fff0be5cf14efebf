/** Every section of the catalogue as a page, in the order of the list at the left. To add one: a file beside this one and a line here. */
import type { Section } from '../../../src-shared/catalogue/sections.ts';
import { AGENCIES_FORM } from './agencies.ts';
import { CALENDARS_FORM } from './calendars.ts';
import { CITY_FORM } from './city.ts';
import { DAILY_LIST_FORM } from './daily-list.ts';
import { DEPARTMENTS_FORM } from './departments.ts';
import { DISPOSITIONS_FORM } from './dispositions.ts';
import { ESCALATIONS_FORM } from './escalations.ts';
import { GAZETTEER_FORM } from './gazetteer.ts';
import { GLOSSARY_FORM } from './glossary.ts';
import { GUIDES_FORM } from './guides.ts';
import { HOLD_REASONS_FORM } from './hold-reasons.ts';
import { LANDMARKS_FORM } from './landmarks.ts';
import { NEIGHBORHOODS_FORM } from './neighborhoods.ts';
import { POLICIES_FORM } from './policies.ts';
import type { SectionForm } from './section-form.ts';
import { SERVICES_FORM } from './services.ts';
import { STAFF_FORM } from './staff.ts';
import { SURVEY_FORM } from './survey.ts';
import { TEMPLATES_FORM } from './templates.ts';
import { TIME_RULE_EXCEPTIONS_FORM } from './time-rule-exceptions.ts';

const FORMS: Readonly<Record<Section, SectionForm>> = {
  city: CITY_FORM,
  departments: DEPARTMENTS_FORM,
  services: SERVICES_FORM,
  policies: POLICIES_FORM,
  timeRuleExceptions: TIME_RULE_EXCEPTIONS_FORM,
  calendars: CALENDARS_FORM,
  holdReasons: HOLD_REASONS_FORM,
  dispositions: DISPOSITIONS_FORM,
  staff: STAFF_FORM,
  agencies: AGENCIES_FORM,
  escalations: ESCALATIONS_FORM,
  guides: GUIDES_FORM,
  templates: TEMPLATES_FORM,
  neighborhoods: NEIGHBORHOODS_FORM,
  gazetteer: GAZETTEER_FORM,
  landmarks: LANDMARKS_FORM,
  glossary: GLOSSARY_FORM,
  dailyList: DAILY_LIST_FORM,
  survey: SURVEY_FORM,
};

export const SECTION_ORDER = Object.keys(FORMS) as readonly Section[]; // safe: the keys of a Record<Section, …>

export function formOf(section: Section): SectionForm {
  return FORMS[section];
}
