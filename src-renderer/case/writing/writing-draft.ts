/**
 * What somebody has begun to write to a citizen: chosen so far, and typed so far.
 *
 * The author's own words go on into another form, language or template. A text that was changed around them too is kept as it is, for
 * the choice it was typed for: nothing typed is lost by looking at another template.
 */
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { languageOfTemplate } from '../../../src-shared/correspondence/check-template.ts';
import { type Composition, composeWriting, replyIn } from '../../../src-shared/correspondence/compose-writing.ts';
import type { CorrespondenceSource } from '../../../src-shared/correspondence/correspondence-fields.ts';
import { lettersOwed } from '../../../src-shared/correspondence/letters-owed.ts';
import type { CorrespondenceEvent, MessageForm, MessageTemplate } from '../../../src-shared/correspondence/message-template.ts';
import { type Recipient, recipientsOf } from '../../../src-shared/correspondence/recipients.ts';
import { situationOf, templatesToOffer } from '../../../src-shared/correspondence/situation.ts';
import { textMessage } from '../../../src-shared/correspondence/text-message.ts';
import { addressFor, formToBeginWith } from '../../../src-shared/correspondence/ways-to-reach.ts';
import { workOfWhole } from '../../../src-shared/correspondence/work-of-whole.ts';
import type { Writing } from '../../../src-shared/correspondence/writing.ts';
import type { Language } from '../../../src-shared/domain/case.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';

/** In the place of a template's code: an empty sheet. */
export const EMPTY_SHEET = '';

interface Text {
  readonly subject: string;
  readonly body: string;
}

/** Null: nobody has chosen, and what fits best is meant. */
export interface WritingValues {
  readonly recipientKey: string | null;
  readonly form: MessageForm | null;
  readonly templateCode: string | null;
  readonly language: Language | null;
  /** The author's own words so far. */
  readonly reply: string;
  /** The text typed last, to the letter, and what it was typed for. */
  readonly typed: (Text & { readonly key: string }) | null;
  /** Texts that were changed around those too, by what they were typed for. */
  readonly changed: Readonly<Record<string, Text>>;
}

export const NEW_WRITING: WritingValues = { recipientKey: null, form: null, templateCode: null, language: null, reply: '', typed: null, changed: {} };

export interface WritingSetting {
  readonly case: Case;
  /** The case that this one is part of, when it is known here. */
  readonly whole: Case | null;
  readonly catalogue: Catalogue;
  readonly at: UtcMs;
  /** Staff id. */
  readonly signedBy: string;
}

/** What is on the screen: every choice made, and the text that follows from it. */
export interface WritingDraft extends Text {
  readonly recipients: readonly Recipient[];
  readonly recipient: Recipient;
  readonly form: MessageForm;
  /** The best first. */
  readonly templates: readonly MessageTemplate[];
  /** Null: an empty sheet. */
  readonly template: MessageTemplate | null;
  readonly language: Language;
  /** As the template begins it. */
  readonly begun: Composition;
  /** Names the choice among the changed texts. */
  readonly key: string;
}

export const recipientKey = ({ role, trackingNumber }: Recipient): string => `${role} ${trackingNumber}`;

/** Null: this case has nobody to write to. */
export function writingDraft(values: WritingValues, setting: WritingSetting): WritingDraft | null {
  const recipients = recipientsOf(setting.case);
  const recipient = recipients.find((one) => recipientKey(one) === values.recipientKey) ?? recipients[0];
  if (!recipient) return null;
  const form = values.form ?? formToBeginWith(recipient.person);
  const situation = situationFor(recipient, setting);
  const templates = templatesToOffer(setting.catalogue.templates, form, situation.event);
  const more = situation.isOfWhole && setting.whole ? workOfWhole(setting.whole) : {};
  const begin = (template: MessageTemplate | null, reply: string): Composition => composeWriting(template, sourceOf(template, { values, recipient, setting, more }), reply);
  const template = chosenTemplate(values.templateCode, templates, (one) => begin(one, '').problems.length === 0);
  const language = languageFor(template, values.language, recipient);
  const key = [recipientKey(recipient), form, template?.code ?? EMPTY_SHEET, language].join(' ');
  const begun = begin(template, '');
  const text = values.typed?.key === key ? values.typed : (values.changed[key] ?? begin(template, values.reply));
  return { recipients, recipient, form, templates, template, language, begun, key, subject: text.subject, body: text.body };
}

/** What a letter would be about: what they wait for, else what the case suggests. */
function situationFor(recipient: Recipient, { case: current, whole }: WritingSetting): { readonly event: CorrespondenceEvent | null; readonly isOfWhole: boolean } {
  const owed = lettersOwed(current, whole).find((letter) => recipientKey(letter.recipient) === recipientKey(recipient));
  return owed ?? { event: situationOf(current, recipient), isOfWhole: false };
}

function chosenTemplate(code: string | null, offered: readonly MessageTemplate[], canBeFilled: (template: MessageTemplate) => boolean): MessageTemplate | null {
  if (code === EMPTY_SHEET) return null;
  const chosen = offered.find((template) => template.code === code);
  return chosen ?? offered.find(canBeFilled) ?? null;
}

interface SourceParts {
  readonly values: WritingValues;
  readonly recipient: Recipient;
  readonly setting: WritingSetting;
  readonly more: NonNullable<CorrespondenceSource['given']>;
}

function sourceOf(template: MessageTemplate | null, { values, recipient, setting, more }: SourceParts): CorrespondenceSource {
  const { case: current, catalogue, at, signedBy } = setting;
  return { case: current, catalogue, recipient, language: languageFor(template, values.language, recipient), at, signedBy, given: more };
}

/** The one chosen; else the citizen's, where the template is written in it. */
function languageFor(template: MessageTemplate | null, chosen: Language | null, { person }: Recipient): Language {
  return chosen ?? (template === null ? null : languageOfTemplate(template, person.language)) ?? person.language;
}

/** Text that was typed. */
export function typedText(values: WritingValues, draft: WritingDraft, text: Partial<Text>): WritingValues {
  const { begun, key } = draft;
  const next = { subject: draft.subject, body: draft.body, ...text };
  const reply = draft.template === null ? next.body : replyIn(begun.body, next.body);
  const { [key]: _before, ...others } = values.changed;
  const isAroundAsItWas = draft.template !== null && reply !== null && next.subject === begun.subject;
  return { ...values, typed: { ...next, key }, reply: reply ?? values.reply, changed: isAroundAsItWas ? others : { ...others, [key]: next } };
}

/** Another way to send it: about the same, where there is a template for it. */
export function otherForm(values: WritingValues, draft: WritingDraft, form: MessageForm, { templates }: Catalogue): WritingValues {
  const { template } = draft;
  const alike = template === null ? undefined : templates.find((one) => one.isActive && one.form === form && one.event === template.event);
  return { ...values, form, templateCode: values.templateCode === EMPTY_SHEET ? EMPTY_SHEET : (alike?.code ?? null) };
}

/** As it goes on the case. */
export function writingOf({ recipient, form, template, language, subject, body }: WritingDraft): Writing {
  const { person, trackingNumber } = recipient;
  return {
    method: form,
    templateCode: template?.code ?? null,
    templateVersion: template?.version ?? null,
    ...{ language, trackingNumber, toName: person.name, toAddress: addressFor(person, form) },
    subject: form === 'text' ? '' : subject.trim(),
    // As a phone gets it: what is shown is what is kept and sent.
    body: form === 'text' ? textMessage(body.trim()).text : body.trim(),
  };
}
