/** The page on which a citizen says how it went: plain HTML that works without scripts, on any phone, for any reader (WCAG 2.2 AA). */
import type { Language } from '../../src-shared/domain/case.ts';
import { RATING_LABELS } from '../../src-shared/domain/ratings.ts';
import { escapeHtml } from '../../src-shared/receipt/receipt-html.ts';
import { formatTrackingNumber, type TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';

const WORDS = {
  en: {
    title: 'How did we do?',
    about: (number: string, service: string) => `Your request ${number}: ${service}`,
    rating: 'Your rating',
    comment: 'What should we know? (not required)',
    send: 'Send',
    choose: 'Choose a rating from 1 to 5, then send again. Nothing you wrote is lost.',
    thanks: 'Thank you. Your answer has reached the department.',
    followUp: 'Somebody from the city will follow up.',
    done: 'Your answer is here already. To add something, please call us.',
    gone: 'This link does not lead to a question. Please check it, or call us.',
    busy: 'We could not take your answer just now. Please go back and send it again in a minute.',
  },
  es: {
    title: '¿Cómo lo hicimos?',
    about: (number: string, service: string) => `Su solicitud ${number}: ${service}`,
    rating: 'Su calificación',
    comment: '¿Qué debemos saber? (no es obligatorio)',
    send: 'Enviar',
    choose: 'Elija una calificación de 1 a 5 y envíe otra vez. No se ha perdido nada de lo que escribió.',
    thanks: 'Gracias. Su respuesta ha llegado al departamento.',
    followUp: 'Alguien de la ciudad se comunicará con usted.',
    done: 'Su respuesta ya está aquí. Si quiere añadir algo, llámenos.',
    gone: 'Este enlace no lleva a ninguna pregunta. Revíselo o llámenos.',
    busy: 'No pudimos recibir su respuesta en este momento. Vuelva atrás y envíela otra vez en un minuto.',
  },
} as const;

export interface SurveyPage {
  readonly language: Language;
  readonly city: { readonly name: string; readonly phone: string };
  readonly trackingNumber: TrackingNumber;
  readonly serviceName: string;
}

/** The question; `problem` when it was sent without a rating, with the words typed so far. */
export function questionPage(page: SurveyPage, { comment = '', hasProblem = false } = {}): string {
  const words = WORDS[page.language];
  const choices = RATING_LABELS[page.language].map(
    (label, at) => `<label><input type="radio" name="rating" value="${at + 1}" required> <span><b>${at + 1}</b> ${escapeHtml(label)}</span></label>`,
  );
  const problem = hasProblem ? `<p class="problem" role="alert" id="problem">${escapeHtml(words.choose)}</p>` : '';
  return layout(
    page,
    `${problem}<form method="post" accept-charset="utf-8">
<fieldset${hasProblem ? ' aria-describedby="problem"' : ''}><legend>${escapeHtml(words.rating)}</legend>${choices.join('')}</fieldset>
<label class="comment"><span>${escapeHtml(words.comment)}</span><textarea name="comment" rows="5" maxlength="5000">${escapeHtml(comment)}</textarea></label>
<button type="submit">${escapeHtml(words.send)}</button>
</form>`,
  );
}

export type SurveyMessage = 'thanks' | 'thanksAndFollowUp' | 'done' | 'busy';

export function messagePage(page: SurveyPage, message: SurveyMessage): string {
  const words = WORDS[page.language];
  const text = message === 'thanksAndFollowUp' ? `${words.thanks} ${words.followUp}` : words[message];
  return layout(page, `<p role="status">${escapeHtml(text)}</p>`);
}

/** For an address that leads nowhere: says nothing of any case, in both languages. */
export function gonePage(city: SurveyPage['city'] | null): string {
  const text = [WORDS.en.gone, WORDS.es.gone].map((line, at) => `<p lang="${at === 0 ? 'en' : 'es'}">${escapeHtml(line)}</p>`).join('');
  return document('en', WORDS.en.title, `<h1>${escapeHtml(WORDS.en.title)}</h1>${text}${footer(city)}`);
}

function layout({ language, city, trackingNumber, serviceName }: SurveyPage, content: string): string {
  const words = WORDS[language];
  const about = words.about(formatTrackingNumber(trackingNumber), serviceName);
  return document(language, `${words.title} · ${city.name}`, `<h1>${escapeHtml(words.title)}</h1><p>${escapeHtml(about)}</p>${content}${footer(city)}`);
}

function footer(city: SurveyPage['city'] | null): string {
  return city === null ? '' : `<footer>${escapeHtml(city.name)} · ${escapeHtml(city.phone)}</footer>`;
}

const STYLE = `:root{color-scheme:light dark}body{margin:0;padding:24px 16px;font:18px/1.5 system-ui,sans-serif}main{max-width:34em;margin:0 auto}
fieldset{border:1px solid;border-radius:8px;margin:0 0 20px;padding:8px 16px 16px}legend{font-weight:600;padding:0 6px}
fieldset label{display:flex;gap:10px;align-items:center;min-height:44px}input[type=radio]{width:22px;height:22px;flex:none}
.comment span{display:block;font-weight:600;margin-bottom:6px}textarea{width:100%;box-sizing:border-box;font:inherit;padding:10px}
button{margin-top:20px;min-height:48px;padding:0 28px;font:inherit;font-weight:600;border:2px solid #0b4f9e;border-radius:8px;background:#0b4f9e;color:#fff}
:focus-visible{outline:3px solid #b45f06;outline-offset:2px}.problem{border-left:5px solid #b00020;padding-left:12px;font-weight:600}footer{margin-top:32px;font-size:16px}`;

function document(language: Language, title: string, body: string): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`;
}
