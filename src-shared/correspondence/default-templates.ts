import type { Language } from '../domain/case.ts';
import { ENGLISH_WORDING } from './default-wording-en.ts';
import { SPANISH_WORDING } from './default-wording-es.ts';
import {
  CORRESPONDENCE_EVENTS,
  EVENT_LABELS,
  FORM_LABELS,
  MESSAGE_FORMS,
  type CorrespondenceEvent,
  type MessageForm,
  type MessageTemplate,
} from './message-template.ts';
import type { EventWording, Wording } from './wording.ts';

const WORDING: Record<Language, Wording> = { en: ENGLISH_WORDING, es: SPANISH_WORDING };

/**
 * Templates a new city starts with: every event and form, in English and Spanish, and a letter, mail and text for what staff write
 * by hand. Codes are `CLOSED-LETTER`, `GENERAL-EMAIL` …; the city changes the words as it likes.
 *
 * A survey asked in the mail about the closure need not be sent once more by itself: the closing mail has the survey's link
 * when it is given one.
 */
export const DEFAULT_TEMPLATES: readonly MessageTemplate[] = [...CORRESPONDENCE_EVENTS, null].flatMap((event) =>
  MESSAGE_FORMS.map((form) => defaultTemplate(event, form)),
);

function defaultTemplate(event: CorrespondenceEvent | null, form: MessageForm): MessageTemplate {
  const code = event === null ? 'GENERAL' : event.replace(/(?=[A-Z])/g, '-').toUpperCase();
  const name = event === null ? 'In your own words' : EVENT_LABELS[event];
  return {
    code: `${code}-${form.toUpperCase()}`,
    name: `${name}: ${FORM_LABELS[form].toLowerCase()}`,
    event,
    form,
    version: 1,
    subject: { en: subjectIn('en', event, form), es: subjectIn('es', event, form) },
    body: { en: bodyIn('en', event, form), es: bodyIn('es', event, form) },
    isActive: true,
  };
}

function wordingOf(wording: Wording, event: CorrespondenceEvent | null): EventWording {
  return event === null ? wording.general : wording.events[event];
}

function subjectIn(language: Language, event: CorrespondenceEvent | null, form: MessageForm): string {
  return form === 'text' ? '' : wordingOf(WORDING[language], event).subject;
}

function bodyIn(language: Language, event: CorrespondenceEvent | null, form: MessageForm): string {
  const wording = WORDING[language];
  const { paragraphs, letterParagraphs, text } = wordingOf(wording, event);
  if (form === 'text') return text;
  const said = form === 'letter' ? (letterParagraphs ?? paragraphs) : paragraphs;
  return [wording.greeting, ...said, wording.questions].join('\n\n');
}
