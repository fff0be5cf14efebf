/** Words that only join two pieces, or announce one: they go when the piece beside them is understood. */
const list = (text: string): ReadonlySet<string> => new Set(text.split('|'));

/** Said before a name. The longest first is not needed: each is tried whole. */
export const NAME_ANNOUNCED = list('my name is|my name s|name s|my names|the name is|name is|name|this is|i am|i m|im|it s|its|me llamo|mi nombre es|soy|le habla|habla|se llama|caller is|caller|citizen|rp|account under|account is under|under the name of|under the name|a nombre de');
export const PHONE_ANNOUNCED = list('my number is|my number|my phone number is|my phone number|my phone is|my phone|my cell|phone number is|phone number|phone|number|cb|call back|call me at|call me back at|reach me at|my cell is|my cell number is|my cell phone is|cell is|cell number is|cell phone|cell|my callback is|callback number is|callback number|callback|telephone|tel|mi numero es|mi telefono es|mi celular es|mi cel es|celular|telefono|al telefono|at');
export const EMAIL_ANNOUNCED = list('my email is|my email address is|email is|email|e mail|mail|mi correo es|correo');
export const NUMBER_ANNOUNCED = list('case|case number|tracking number|number|about case|about|caso|numero de caso|numero|numero de seguimiento|about number');
export const PLACE_ANNOUNCED = list('at|on|in|the address is|address is|address|located at|location is|location|over at|en|en la|en el|la direccion es|direccion|its at|it is at');
export const HOME_ANNOUNCED = list('i live at|i live on|we live at|my address is|vivo en|mi direccion es|my home is|i am at|im at');
/** Said before two streets. */
export const CORNER_ANNOUNCED = list('corner|corner of|at corner of|the corner of|at the corner of|on the corner of|intersection of|the intersection of|esquina de|la esquina de|en la esquina de|cruce de|ne corner|nw corner|se corner|sw corner|ne corner of|nw corner of|se corner of|sw corner of|northeast corner of|northwest corner of|southeast corner of|southwest corner of|corner at|at the corner');
/** Said before the name of whom somebody asks for; the others may as well come before what they ask. */
export const BEHALF_SURELY = list('on behalf of|in behalf of|behalf of|en nombre de');
export const BEHALF_ANNOUNCED = list('calling for|calling in for|calls for|called for|asking for|de parte de|llamo por|llama por|llamando por');
/** Says it only before what somebody is to the caller: "for my mother". */
export const FOR_SOMEBODY = list('for|por|para');
export const WHOSE = list('my|his|her|our|their|a|an|the|one of my|mi|su|un|una|la|el|nuestra|nuestro');
export const RELATION = list(
  'mother|mom|mum|father|dad|parents|wife|husband|son|daughter|brother|sister|grandmother|grandma|grandfather|grandpa|aunt|uncle|cousin|mother in law|father in law|friend|neighbor|neighbour|tenant|client|patient|resident|citizen|constituent|' +
    'madre|mama|padre|papa|esposa|esposo|hijo|hija|hermano|hermana|abuela|abuelo|tia|tio|prima|primo|suegra|suegro|amiga|amigo|vecina|vecino|inquilino|inquilina|paciente|residente|ciudadano|ciudadana',
);
/** How a call begins; nothing of it is for the record. */
export const GREETINGS = list('good morning|good afternoon|good evening|hi|hi there|hello|hello there|hey|hey there|yes hi|yes hello|hola|buenos dias|buen dia|buenas tardes|buenas noches|buenas|hola buenos dias|hola buenas tardes|hola buenas|hola buen dia');
/** Said behind the name of whoever calls: "carlos here". */
export const BEHIND_NAME = list('here|speaking|calling|hablando');
/** Between two pieces, where both sides are understood. */
export const JOINING = list('and|y|at|on|in|en|from|de|del|is|with|con|of|the|my|a|an|un|una|el|la');

/** All of the above, each word: what a line may lose when everything around it was understood. */
export const MAY_GO: ReadonlySet<string> = new Set([NAME_ANNOUNCED, PHONE_ANNOUNCED, EMAIL_ANNOUNCED, NUMBER_ANNOUNCED, PLACE_ANNOUNCED, HOME_ANNOUNCED, JOINING].flatMap((words) => [...words].flatMap((phrase) => phrase.split(' '))));

const LONGEST = 5;

/** How many words at the very beginning only greet. */
export function greetingLength(folded: readonly string[]): number {
  for (let length = Math.min(3, folded.length); length > 0; length -= 1) {
    if (GREETINGS.has(folded.slice(0, length).join(' '))) return length;
  }
  return 0;
}

/** How many words right before `at` announce it, by one of these phrases: 0 when none does. */
export function announcedBy(folded: readonly string[], at: number, phrases: ReadonlySet<string>): number {
  for (let length = Math.min(LONGEST, at); length > 0; length -= 1) {
    if (phrases.has(folded.slice(at - length, at).join(' '))) return length;
  }
  return 0;
}
