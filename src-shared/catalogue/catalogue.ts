/**
 * The catalogue: all a city has set (departments, services, time rules, calendar, staff, agencies), as one versioned document.
 *
 * The server keeps every version; a workstation holds the newest one it has pulled. A case remembers the version it was
 * received under, so that a later change never moves a promise already made.
 */
import { z } from 'zod';
import { Agency } from '../agencies/agency.ts';
import { Code, StaffId } from '../util/ids.ts';
import { Neighborhood } from './community.ts';
import { GazetteerReference } from '../places/gazetteer.ts';
import { Landmark } from '../places/landmark.ts';
import { DailyListSettings, GlossaryEntry, SurveySettings } from './desk-settings.ts';
import { EscalationRule } from './escalation.ts';
import { MessageTemplate } from '../correspondence/message-template.ts';
import { Guide } from './guide.ts';
import { LocalText } from './local-text.ts';
import { ROLES } from './roles.ts';
import { BusinessCalendar, HoldReason, ServicePolicy, TimeRuleException } from './time-rules.ts';

export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const Department = z.object({
  code: Code,
  name: z.string().min(1),
  phone: z.string(),
  email: z.string(),
  headStaffId: StaffId.nullable(),
  complaintContactStaffId: StaffId.nullable(),
  /** False: it keeps the cases it has, and none is given to it any more. */
  isActive: z.boolean().default(true),
});
export type Department = z.infer<typeof Department>;

export const ServiceQuestion = z.object({
  code: Code,
  label: z.string().min(1),
  type: z.enum(['text', 'choice', 'yesNo']),
  choices: z.array(z.string()).default([]),
  isRequired: z.boolean().default(false),
});
export type ServiceQuestion = z.infer<typeof ServiceQuestion>;

export const Service = z.object({
  code: Code,
  name: z.string().min(1),
  label: LocalText,
  serviceGroup: z.string().min(1),
  departmentCode: Code,
  policyCode: Code,
  kind: z.enum(['serviceRequest', 'complaint', 'inquiry', 'suggestion', 'compliment']),
  nature: z.enum(['information', 'action']),
  /** What callers say when they mean this service. Lower case, without accents. */
  keywords: z.array(z.string()),
  /** What the agent says or asks first; plain sentences. */
  script: z.array(z.string()),
  questions: z.array(ServiceQuestion),
  needsLocation: z.boolean(),
  isMajorRepair: z.boolean(),
  /** `conduct`: a complaint about a person's behavior; it is sealed and a supervisor is told (S3, B.2). Null: no complaint. */
  complaintAbout: z.enum(['service', 'conduct']).nullable().default(null),
  /** Where other cases of this service are looked for as the same thing: so far around, so many days back. */
  duplicateRadiusMeters: z.int().min(0).max(10_000).default(100),
  duplicateDays: z.int().min(0).max(3_650).default(30),
  /** An open case of this service reports progress at least this often; null: as its time rule says. */
  progressEveryBusinessDays: z.int().min(1).max(365).nullable().default(null),
  /** Whether its citizens are asked how it went. */
  isSurveyed: z.boolean().default(true),
  isActive: z.boolean(),
});
export type Service = z.infer<typeof Service>;

export const Staff = z.object({
  id: StaffId,
  name: z.string().min(1),
  title: z.string(),
  roles: z.array(Role).min(1),
  departmentCodes: z.array(Code),
  /** Where lists and escalations are sent; empty: nowhere. */
  email: z.string().max(254).default(''),
  /** One of the group that proposes how services and scripts get better (S0). */
  isSuperUser: z.boolean().default(false),
  /** False for entries that stand for no person (`Earlier system`): no case is given to them. */
  isPerson: z.boolean().default(true),
  isActive: z.boolean(),
});
export type Staff = z.infer<typeof Staff>;

const ReceiptLines = z.object({ en: z.string().max(800), es: z.string().max(800).optional() });

export const City = z.object({
  name: z.string().min(1),
  departmentLine: z.string(),
  address: z.string(),
  phone: z.string().min(1),
  website: z.string(),
  /** Where a citizen looks up a number; the receipt's QR code carries it. Null: the QR holds the bare number. */
  statusUrl: z.url().nullable(),
  timeZone: z.string().min(1),
  locale: z.string(),
  defaultLanguage: z.enum(['en', 'es']),
  /** The city's own lines under its name and at the foot of receipts; empty: ours. A line of the text is one on paper. */
  receiptHead: ReceiptLines.default({ en: '' }),
  receiptFoot: ReceiptLines.default({ en: '' }),
});
export type City = z.infer<typeof City>;

export const Catalogue = z.object({
  version: z.int().positive(),
  city: City,
  departments: z.array(Department).min(1),
  services: z.array(Service).min(1),
  policies: z.array(ServicePolicy).min(1),
  calendars: z.array(BusinessCalendar).min(1),
  timeRuleExceptions: z.array(TimeRuleException).default([]),
  staff: z.array(Staff),
  agencies: z.array(Agency),
  /** Outcomes offered when a case is closed. */
  dispositions: z.array(z.object({ code: Code, label: LocalText })).min(1),
  holdReasons: z.array(HoldReason).min(1),
  escalations: z.array(EscalationRule).default([]),
  guides: z.array(Guide).default([]),
  /** What is written to citizens, by hand and by itself. */
  templates: z.array(MessageTemplate).default([]),
  neighborhoods: z.array(Neighborhood).default([]),
  glossary: z.array(GlossaryEntry).default([]),
  landmarks: z.array(Landmark).default([]),
  /** Which file of addresses is in force; null: none. The file itself travels by its hash (docs/decisions/0020-gazetteer.md). */
  gazetteer: GazetteerReference.nullable().default(null),
  dailyList: DailyListSettings.nullable().default(null),
  survey: SurveySettings.nullable().default(null),
});
export type Catalogue = z.infer<typeof Catalogue>;
