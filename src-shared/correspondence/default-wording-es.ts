import type { Wording } from './wording.ts';

const ABOUT = 'Su caso: {{serviceName}}{{#location}}, {{location}}{{/location}}.';
const DEPARTMENT = 'Este departamento se encarga: {{departmentName}}{{#departmentPhone}}, {{departmentPhone}}{{/departmentPhone}}.';
const NUMBER = 'Su número de seguimiento es {{trackingNumber}}. Guárdelo y dígalo cuando nos llame sobre su caso.';
const ANSWER_BY = 'Le responderemos a más tardar el {{upcomingRespondByDate}}';
const FINISH_BY = 'Esperamos terminar el trabajo a más tardar el {{upcomingResolveByDate}}';
const LARGE_REPAIR = `{{#majorRepair}}
Es una reparación grande. Su caso sigue abierto hasta que el trabajo esté hecho, y le diremos cómo avanza.
{{/majorRepair}}`;
const SEE_STATUS = 'Para ver cómo va su caso, visite {{statusLink}}{{#pin}} y dé su PIN: {{pin}}{{/pin}}';
const AGENCY = `{{agencyName}}
{{agencyAddress}}
Teléfono: {{agencyPhone}}
Horario: {{agencyHours}}
Sitio web: {{agencyWebsite}}`;

/** Text messages avoid á, í, ó and ú: one of them halves the room of the whole text (see `text-message.ts`). */
export const SPANISH_WORDING: Wording = {
  greeting: `{{#citizenName}}
Estimado/a {{citizenName}}:
{{/citizenName}}
{{^citizenName}}
Buenos días:
{{/citizenName}}`,
  questions: '¿Tiene preguntas? Llame al {{cityPhone}}{{#trackingNumber}} y diga su número de seguimiento: {{trackingNumber}}{{/trackingNumber}}.',
  events: {
    caseReceived: {
      subject: 'Tenemos su caso: {{trackingNumber}}',
      paragraphs: [
        'Gracias por comunicarse con nosotros el {{receivedDate}}.',
        ABOUT,
        NUMBER,
        ANSWER_BY,
        FINISH_BY,
        LARGE_REPAIR,
        DEPARTMENT,
        SEE_STATUS,
      ],
      text: '{{cityName}}: Tenemos su caso {{trackingNumber}}. Guarde este aviso.{{#upcomingRespondByDate}} Le responderemos para el {{upcomingRespondByDate}}{{/upcomingRespondByDate}}',
    },
    acknowledged: {
      subject: 'Recibimos su queja: {{trackingNumber}}',
      paragraphs: [
        'Gracias por decirnos que algo salió mal. Recibimos su queja el {{receivedDate}} y vamos a revisarla.',
        NUMBER,
        ANSWER_BY,
        'Puede preguntar por su queja a {{complaintContactName}}{{#complaintContactTitle}}, {{complaintContactTitle}}{{/complaintContactTitle}}.{{#departmentPhone}} El teléfono es {{departmentPhone}}.{{/departmentPhone}}',
      ],
      text: '{{cityName}}: Recibimos su queja {{trackingNumber}} y vamos a revisarla.{{#upcomingRespondByDate}} Le responderemos para el {{upcomingRespondByDate}}{{/upcomingRespondByDate}}',
    },
    responded: {
      subject: 'Nuestra respuesta en su caso: {{trackingNumber}}',
      paragraphs: [ABOUT, '{{replyText}}', FINISH_BY, LARGE_REPAIR],
      text: '{{cityName}}, sobre su caso {{trackingNumber}}: {{replyText}}',
    },
    progress: {
      subject: 'Noticias de su caso: {{trackingNumber}}',
      paragraphs: ['Le contamos cómo va su caso.', ABOUT, '{{progressNote}}', FINISH_BY, LARGE_REPAIR],
      text: '{{cityName}}, sobre su caso {{trackingNumber}}: {{progressNote}}',
    },
    referred: {
      subject: 'Otra agencia puede ayudarle: {{trackingNumber}}',
      paragraphs: [
        'Gracias por avisarnos. La ciudad no se encarga de esto, pero otra agencia sí.',
        ABOUT,
        'Comuníquese con esta agencia:',
        AGENCY,
        'Lamentamos que tenga que preguntar otra vez. Diga a la agencia lo mismo que nos dijo a nosotros.',
      ],
      letterParagraphs: [
        'Gracias por avisarnos. La ciudad no se encarga de esto, pero otra agencia sí.',
        ABOUT,
        'Comuníquese con {{agencyName}}, {{agencyAddress}}. Teléfono: {{agencyPhone}}. Lo encontrará otra vez al final de esta carta.',
        'Lamentamos que tenga que preguntar otra vez. Diga a la agencia lo mismo que nos dijo a nosotros.',
      ],
      text: '{{cityName}}: Otra agencia se encarga de su caso {{trackingNumber}}. Llame o escriba a {{agencyName}}, {{agencyAddress}}, {{agencyPhone}}.',
    },
    closed: {
      subject: 'Cerramos su caso: {{trackingNumber}}',
      paragraphs: [
        'Cerramos su caso.',
        ABOUT,
        'Resultado: {{outcome}}',
        '{{closingNote}}',
        'El trabajo se terminó el {{completionDate}}.',
        'Si el problema sigue, llámenos. Podemos abrir su caso otra vez.',
        '¿Cómo lo hicimos? Díganos su opinión: {{surveyLink}}',
      ],
      text: '{{cityName}}: Cerramos su caso {{trackingNumber}}.{{#outcome}} Resultado: {{outcome}}.{{/outcome}}{{#statusLink}} Detalles: {{statusLink}}{{/statusLink}}{{#surveyLink}} Encuesta: {{surveyLink}}{{/surveyLink}}',
    },
    reopened: {
      subject: 'Abrimos su caso otra vez: {{trackingNumber}}',
      paragraphs: [
        'Estamos trabajando otra vez en su caso. Su número de seguimiento es el mismo.',
        ABOUT,
        ANSWER_BY,
        FINISH_BY,
        DEPARTMENT,
      ],
      text: '{{cityName}}: Estamos trabajando otra vez en su caso {{trackingNumber}}.',
    },
    merged: {
      subject: 'Otras personas también lo reportaron: {{trackingNumber}}',
      paragraphs: [
        'Otras personas reportaron el mismo problema. Unimos su reporte con los de ellas para que un solo equipo se encargue.',
        ABOUT,
        'Usted conserva su número de seguimiento, {{trackingNumber}}. Le diremos qué pasa, igual que antes.',
        'El número del caso en común es {{mergedTrackingNumber}}.',
      ],
      text: '{{cityName}}: Otras personas reportaron lo mismo y unimos los reportes. Conserve este, {{trackingNumber}}: le diremos lo que pase.',
    },
    survey: {
      subject: '¿Cómo lo hicimos? Su caso {{trackingNumber}}',
      paragraphs: [
        'Cerramos su caso. Díganos cómo lo hicimos. Toma un minuto.',
        ABOUT,
        '{{surveyLink}}',
        'Leemos todas las respuestas. Si no quedó conforme, alguien del departamento le llamará o le escribirá.',
      ],
      letterParagraphs: [
        'Cerramos su caso. Díganos cómo lo hicimos.',
        ABOUT,
        'Encierre un número en un círculo: 1 quiere decir nada conforme, 5 quiere decir muy conforme.',
        ['1', '2', '3', '4', '5'].join('\u2003\u2003\u2003'),
        '¿Qué podemos mejorar? Escríbalo al reverso de esta carta.',
        'Envíe la carta a esta dirección, o llame al {{cityPhone}}:',
        '{{cityName}}\n{{cityOffice}}\n{{cityAddress}}',
        'O responda en línea: {{surveyLink}}',
      ],
      text: '{{cityName}}: Cerramos su caso {{trackingNumber}}. Responda a la encuesta: {{surveyLink}}',
    },
  },
  general: {
    subject: 'Su caso {{trackingNumber}}',
    paragraphs: ['{{replyText}}'],
    text: '{{cityName}}, sobre su caso {{trackingNumber}}: {{replyText}}',
  },
};
