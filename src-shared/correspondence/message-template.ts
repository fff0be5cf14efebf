/**
 * A template: what the city writes to a citizen when something happens, in its own words, with fields to fill in.
 *
 * Templates are data of the city: versioned, edited in Administration, checked by `check-template.ts` before they are kept and
 * filled by `fill-template.ts`. NO-1, NO-2; "revise automated email templates" (S0).
 */
import { t } from '../language/language.ts';
import { z } from 'zod';
import { Code } from '../util/ids.ts';

export const CORRESPONDENCE_EVENTS = [
  'caseReceived',
  'acknowledged',
  'responded',
  'progress',
  'referred',
  'closed',
  'reopened',
  'merged',
  'survey',
] as const;
/** What happened to a case that a citizen hears of by itself. `acknowledged` is for complaints (S3, B.1). */
export const CorrespondenceEvent = z.enum(CORRESPONDENCE_EVENTS);
export type CorrespondenceEvent = z.infer<typeof CorrespondenceEvent>;

export const EVENT_LABELS: Record<CorrespondenceEvent, string> = {
  caseReceived: t`Case received`,
  acknowledged: t`Complaint acknowledged`,
  responded: t`Answer to the citizen`,
  progress: t`Progress`,
  referred: t`Referred to another agency`,
  closed: t`Case closed`,
  reopened: t`Case opened again`,
  merged: t`Joined with another case`,
  survey: t`Survey`,
};

export const MESSAGE_FORMS = ['letter', 'email', 'text'] as const;
export const MessageForm = z.enum(MESSAGE_FORMS);
export type MessageForm = z.infer<typeof MessageForm>;

export const FORM_LABELS: Record<MessageForm, string> = { letter: t`Letter`, email: t`Email`, text: t`Text message` };

export const MAX_SUBJECT_LENGTH = 200;
export const MAX_BODY_LENGTH = 20_000;

/** Text of a template in each language. Unlike the catalogue's labels it may be empty: a text message has no subject. */
const TemplateText = (max: number) => z.object({ en: z.string().max(max), es: z.string().max(max).optional() });

/**
 * One template. `event` is null for one that staff choose by hand. `version` rises by one with every change of the words, so
 * that the mail log can say which words went out.
 *
 * `subject` is the subject line of a letter or mail; a text message leaves it empty. `body` is plain text: paragraphs apart by an
 * empty line, fields as `{{citizenName}}`, sections as `{{#agencyName}} … {{/agencyName}}` (see `fill-template.ts`).
 * A template that parses may still be wrong: ask `checkTemplate`.
 */
export const MessageTemplate = z.object({
  code: Code,
  name: z.string().min(1).max(200),
  event: CorrespondenceEvent.nullable(),
  form: MessageForm,
  version: z.int().positive(),
  subject: TemplateText(MAX_SUBJECT_LENGTH),
  body: TemplateText(MAX_BODY_LENGTH),
  isActive: z.boolean(),
});
export type MessageTemplate = z.infer<typeof MessageTemplate>;

/** Active templates of an event and form, in the order the city keeps them: the first is the one used by itself. */
export function templatesFor(
  templates: readonly MessageTemplate[],
  event: CorrespondenceEvent,
  form: MessageForm,
): readonly MessageTemplate[] {
  return templates.filter((template) => template.isActive && template.event === event && template.form === form);
}
