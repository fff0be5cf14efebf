import { t } from '../../../src-shared/language/language.ts';
import { saysReceived } from '../../../src-shared/commands/correspond.ts';
import { isFirstResponse } from '../../../src-shared/commands/log-contact.ts';
import { checkWriting } from '../../../src-shared/correspondence/check-writing.ts';
import { FORM_LABELS, MESSAGE_FORMS, type MessageForm, type MessageTemplate } from '../../../src-shared/correspondence/message-template.ts';
import type { Recipient } from '../../../src-shared/correspondence/recipients.ts';
import { reachProblem } from '../../../src-shared/correspondence/ways-to-reach.ts';
import type { Language } from '../../../src-shared/domain/case.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { PREFERENCE_LABELS } from '../../../src-shared/domain/labels.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import type { SyncStatus } from '../../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { Choice } from '../../ui/select.tsx';
import { EMPTY_SHEET, recipientKey, type WritingDraft } from './writing-draft.ts';

export const LANGUAGE_CHOICES: readonly Choice<Language>[] = [
  { value: 'en', label: t`English` },
  { value: 'es', label: t`Spanish` },
];

/** Every way, the one wished for first; one that cannot reach them says why. */
export function formChoices({ person }: Recipient): readonly Choice<MessageForm>[] {
  const wished = MESSAGE_FORMS.filter((form) => form === person.preference);
  return [...new Set([...wished, ...MESSAGE_FORMS])].map((form) => {
    const problem = reachProblem(person, form);
    const why = problem === null ? '' : t` (cannot be: ${problem.charAt(0).toLowerCase()}${problem.slice(1)})`;
    return { value: form, label: `${FORM_LABELS[form]}${form === person.preference ? t`, as they wish` : ''}${why}` };
  });
}

/** What they wished for, when it is no writing: then something else may be better. */
export function wishWords({ person }: Recipient): string | undefined {
  if (person.preference === 'none') return t`This citizen wants no contact. Write only what has to be in writing.`;
  if (person.preference === 'phone') return t`This citizen wishes for a phone call. A call is logged with L.`;
  return person.preference === 'push' ? t`This citizen wishes for app notifications; those go out by themselves.` : undefined;
}

const ROLES: Record<Recipient['role'], string> = { requester: t`who asked`, onBehalfOf: t`whom it is for`, coReporter: t`reported it too` };

export function recipientChoices(recipients: readonly Recipient[]): readonly Choice<string>[] {
  return recipients.map((recipient) => {
    const { person, role, trackingNumber } = recipient;
    const wish = PREFERENCE_LABELS[person.preference].toLowerCase();
    return { value: recipientKey(recipient), label: `${person.name || t`No name given`}, ${ROLES[role]}, ${formatTrackingNumber(trackingNumber)} (${wish})` };
  });
}

export function templateChoices(templates: readonly MessageTemplate[]): readonly Choice<string>[] {
  return [...templates.map(({ code, name }) => ({ value: code, label: name })), { value: EMPTY_SHEET, label: t`An empty sheet` }];
}

/** Which words of the city's it is made from. */
export function versionWords(template: MessageTemplate | null): string {
  return template === null ? t`Nothing of the city’s words: all of it is yours.` : t`Version ${template.version} of the city’s words.`;
}

/** What it will count as, where that is not plain; undefined: it changes nothing of what was promised. */
export function countsWords(current: Case, draft: WritingDraft, now: UtcMs): string | undefined {
  const event = draft.template?.event ?? null;
  if (event === 'survey') return t`This asks how it went: it is no answer.`;
  if (saysReceived(event)) return current.acknowledgedAt === null ? t`This acknowledges that we have their case. It is no answer yet.` : undefined;
  return isFirstResponse(current, now) ? t`This will be the first answer to the citizen. The case stays as it is.` : undefined;
}

/** What keeps it from going out, by field; each sentence says what to do. */
export function missingInWriting(current: Case, draft: WritingDraft | null): Readonly<Record<string, string | undefined>> {
  if (draft === null) return { first: t`There is nobody to write to. Add the citizen to the case first (Edit, E).` };
  const { recipient, form, begun } = draft;
  const reach = reachProblem(recipient.person, form);
  const { subject, body } = checkWriting(current, draft);
  return {
    form: reach === null ? undefined : t`${reach}. Add it to the case (Edit, E), or send it another way.`,
    template: begun.problems.length > 0 && draft.body.trim() === '' ? t`This template cannot be used now. Choose another one.` : undefined,
    subject: subject ?? undefined,
    first: body ?? undefined,
  };
}

/** What happens when it is sent, said before. */
export function sendingWords(form: MessageForm, connection: SyncStatus['connection'] | undefined): string {
  if (form === 'letter') return t`It is noted on the case once you say that the paper came out. Until then the letter stays to be written.`;
  const what = form === 'email' ? t`The mail` : t`The text`;
  if (connection === 'online') return t`${what} goes to the server at once, which sends it.`;
  return t`There is no connection: ${what.toLowerCase()} waits on this workstation and goes out by itself when the server is back.`;
}

/** Said when it is done. */
export function sentWords(form: MessageForm, connection: SyncStatus['connection'] | undefined): string {
  if (form === 'letter') return t`The letter is noted on the case.`;
  const what = form === 'email' ? t`The mail` : t`The text`;
  return connection === 'online' ? t`${what} is on its way.` : t`${what} waits to be sent: it goes out when the server is back.`;
}
