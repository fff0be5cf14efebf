/**
 * Every word a receipt prints, in each language. Plain sentences; the citizen is spoken to formally.
 *
 * `{date}`, `{number}` … are filled in; a city's own wording (receipt-template.ts) must keep them.
 */
import type { ReceiptLanguage } from './receipt-language.ts';

export interface ReceiptWords {
  readonly documentTitle: string;
  readonly copyBanner: string;
  readonly copyNote: string;
  readonly haveServiceRequest: string;
  readonly haveComplaint: string;
  readonly haveInquiry: string;
  readonly haveSuggestion: string;
  readonly haveCompliment: string;
  readonly numberLabel: string;
  readonly nextHeading: string;
  readonly promiseAnswerBy: string;
  readonly promiseFinishBy: string;
  readonly promiseMajorRepair: string;
  readonly promiseAnsweredNow: string;
  readonly promiseReferred: string;
  /** Answered, and no date ahead. */
  readonly promiseOpen: string;
  /** A date that was promised has passed. */
  readonly promiseLate: string;
  readonly promiseClosed: string;
  readonly detailsHeading: string;
  readonly serviceLabel: string;
  readonly saidLabel: string;
  readonly locationLabel: string;
  readonly receivedLabel: string;
  readonly coReporter: string;
  readonly agencyHeading: string;
  readonly agencyHours: string;
  readonly statusHeading: string;
  readonly scanForStatus: string;
  readonly scanForNumber: string;
  readonly visitWebsite: string;
  readonly pinLabel: string;
  readonly pinNote: string;
  readonly contactHeading: string;
  readonly callUs: string;
  readonly sayNumber: string;
  readonly printed: string;
}

export type ReceiptWord = keyof ReceiptWords;

export const RECEIPT_WORDS: Record<ReceiptLanguage, ReceiptWords> = {
  en: {
    documentTitle: 'Receipt {number}',
    copyBanner: 'COPY',
    copyNote: 'This is copy {copy} of your receipt.',
    haveServiceRequest: 'We have your request.',
    haveComplaint: 'We have your complaint.',
    haveInquiry: 'We have your question.',
    haveSuggestion: 'We have your suggestion. Thank you.',
    haveCompliment: 'We have your kind words. Thank you.',
    numberLabel: 'Your tracking number',
    nextHeading: 'What happens next',
    promiseAnswerBy: 'We will answer you by {date}.',
    promiseFinishBy: 'We expect to finish the work by {date}.',
    promiseMajorRepair:
      'This is a large repair: your case stays open until the work is really done, and we will tell you how it goes.',
    promiseAnsweredNow: 'We answered you when you contacted us. There is nothing more you need to do.',
    promiseReferred: 'Another agency is responsible for this. Please contact it directly: its name, address and phone are below.',
    promiseOpen: 'We are working on it, and we will tell you how it goes.',
    promiseLate: 'We are late with this, and we have not forgotten it. Call us any time to hear where it stands.',
    promiseClosed: 'This case is closed. If something is still not right, please tell us.',
    detailsHeading: 'What we wrote down',
    serviceLabel: 'Service',
    saidLabel: 'You told us',
    locationLabel: 'Where',
    receivedLabel: 'Received',
    coReporter: 'Others reported this too. Your report was added to case {number}; you keep your own number.',
    agencyHeading: 'Who is responsible',
    agencyHours: 'Hours: {hours}',
    statusHeading: 'See how it is going',
    scanForStatus: 'Scan to see your case.',
    scanForNumber: 'This code holds your tracking number.',
    visitWebsite: 'Or visit {website}',
    pinLabel: 'PIN',
    pinNote: 'To see your case, give your number and this PIN.',
    contactHeading: 'Questions?',
    callUs: 'Call {phone}',
    sayNumber: 'and say your tracking number.',
    printed: 'Printed {date}',
  },
  es: {
    documentTitle: 'Recibo {number}',
    copyBanner: 'COPIA',
    copyNote: 'Esta es la copia {copy} de su recibo.',
    haveServiceRequest: 'Recibimos su solicitud.',
    haveComplaint: 'Recibimos su queja.',
    haveInquiry: 'Recibimos su pregunta.',
    haveSuggestion: 'Recibimos su sugerencia. Gracias.',
    haveCompliment: 'Recibimos sus amables palabras. Gracias.',
    numberLabel: 'Su número de seguimiento',
    nextHeading: 'Qué sigue ahora',
    promiseAnswerBy: 'Le responderemos a más tardar el {date}.',
    promiseFinishBy: 'Esperamos terminar el trabajo a más tardar el {date}.',
    promiseMajorRepair:
      'Es una reparación grande: su caso sigue abierto hasta que el trabajo esté de verdad terminado, y le diremos cómo avanza.',
    promiseAnsweredNow: 'Le respondimos en el momento. Usted no tiene que hacer nada más.',
    promiseReferred: 'Otra agencia es responsable de esto. Comuníquese directamente con ella: abajo están su nombre, dirección y teléfono.',
    promiseOpen: 'Estamos trabajando en su caso y le diremos cómo avanza.',
    promiseLate: 'Vamos con retraso y no lo hemos olvidado. Llámenos cuando quiera para saber cómo va.',
    promiseClosed: 'Este caso está cerrado. Si algo todavía no está bien, díganoslo.',
    detailsHeading: 'Lo que anotamos',
    serviceLabel: 'Servicio',
    saidLabel: 'Nos dijo',
    locationLabel: 'Dónde',
    receivedLabel: 'Recibido',
    coReporter: 'Otras personas también lo reportaron. Su reporte se agregó al caso {number}; usted conserva su propio número.',
    agencyHeading: 'Quién es responsable',
    agencyHours: 'Horario: {hours}',
    statusHeading: 'Vea cómo va su caso',
    scanForStatus: 'Escanee para ver su caso.',
    scanForNumber: 'Este código contiene su número de seguimiento.',
    visitWebsite: 'O visite {website}',
    pinLabel: 'PIN',
    pinNote: 'Para ver su caso, dé su número y este PIN.',
    contactHeading: '¿Preguntas?',
    callUs: 'Llame al {phone}',
    sayNumber: 'y diga su número de seguimiento.',
    printed: 'Impreso el {date}',
  },
};

/** Names of the places to fill in a text, such as `date`, each once. */
export function placeholdersOf(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\{([A-Za-z]+)\}/g)].map((match) => match[1] ?? ''));
}

/** Fills every `{name}` that has a value, in one pass: a value is never read as a place to fill in. */
export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{([A-Za-z]+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? whole) : whole));
}
