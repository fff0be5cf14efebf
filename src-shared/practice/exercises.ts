/**
 * The exercises of practice mode: short made-up calls, made of the city's own services, people and places (KN-2; S1, "training
 * … on the operations of various departments … and empathetic communication").
 *
 * A city that has no service of the kind an exercise needs does not get that exercise.
 */
import { interfaceLocale, t } from '../language/language.ts';
import type { Catalogue, Service } from '../catalogue/catalogue.ts';
import { searchServices } from '../catalogue/search-services.ts';
import { IsoDate, type UtcMs } from '../util/time.ts';
import { Temporal } from 'temporal-polyfill';
import type { Exercise, WantedPoint } from './exercise.ts';
import { madeUpName, madeUpPhone, madeUpPlace } from './made-up.ts';
import { madeUpCases } from './made-up-cases.ts';

/** What an exercise is made of. */
export interface ExerciseGround {
  readonly catalogue: Catalogue;
  /** When it is begun: the stamp on a letter is of a day before it. */
  readonly startedAt: UtcMs;
  /** Number of the made-up case that somebody reports again; null: it is not there, so that exercise is left out. */
  readonly knownNumber: string | null;
}

type Builder = (ground: ExerciseGround) => Exercise | null;

/** All exercises this city can do, in the order from easy to hard. */
export function exercisesOf(ground: ExerciseGround): readonly Exercise[] {
  const builders: readonly Builder[] = [firstCall, question, sameThing, letter, spanish, conduct, commissioner, notOurs];
  return builders.map((build) => build(ground)).filter((exercise) => exercise !== null);
}

/** One of them by its code; null when the city does not have it. */
export function exerciseOf(ground: ExerciseGround, code: string): Exercise | null {
  return exercisesOf(ground).find((exercise) => exercise.code === code) ?? null;
}

const firstCall: Builder = ({ catalogue }) => {
  const service = serviceFor(catalogue, 'hole in the road') ?? firstWithPlace(catalogue);
  if (!service) return null;
  const [name, phone, place] = [madeUpName(0), madeUpPhone(catalogue, 76), madeUpPlace(catalogue, 0)];
  return {
    ...{ code: 'FIRST-CALL', title: t`A first call`, setting: t`The phone rings.`, inEnglish: null },
    words: [
      t`Good morning, this is ${name}. I am calling about this: ${said(service)}.`,
      t`It is in front of ${place}. I noticed it on my way to work, and again just now.`,
      t`You can call me back at ${phone}. No, I do not have e-mail.`,
    ],
    wanted: [serviceIs(service), { what: 'place', value: place }, { what: 'name', value: name }, { what: 'phone', value: phone }, { what: 'channel', channel: 'phone' }, { what: 'saidInOwnWords' }],
  };
};

const question: Builder = ({ catalogue }) => {
  const service = serviceFor(catalogue, 'general information', ({ kind }) => kind === 'inquiry') ?? catalogue.services.find(({ kind, isActive }) => isActive && kind === 'inquiry');
  if (!service) return null;
  return {
    ...{ code: 'QUESTION', title: t`A question you can answer`, inEnglish: null },
    setting: t`The phone rings. You know the answer: City Hall is at ${catalogue.city.address}, and it is open Monday to Friday from 8 to 5.`,
    words: [t`Hi. Where is City Hall, and until when are you there today?`, t`No, that is all. No, you do not need my name. Thank you, you have been very kind.`],
    wanted: [{ what: 'kind', kind: 'inquiry' }, { what: 'answeredNow' }, { what: 'channel', channel: 'phone' }],
  };
};

const sameThing: Builder = ({ catalogue, knownNumber }) => {
  const [known] = madeUpCases(catalogue);
  if (!known || knownNumber === null || !known.service.needsLocation) return null;
  const [name, phone] = [madeUpName(2), madeUpPhone(catalogue, 78)];
  return {
    ...{ code: 'SAME-THING', title: t`Reported already`, setting: t`The phone rings.`, inEnglish: null },
    words: [
      t`Hello, ${name} here. At ${known.place} there is this: ${said(known.service)}. It has been like that since this morning.`,
      t`Maybe somebody has told you already? I would like to hear when it is done. My number is ${phone}.`,
    ],
    wanted: [{ what: 'joined', trackingNumber: knownNumber }, { what: 'name', value: name }, { what: 'phone', value: phone }],
  };
};

const letter: Builder = ({ catalogue, startedAt }) => {
  const service = serviceFor(catalogue, 'sidewalk') ?? firstWithPlace(catalogue);
  if (!service) return null;
  const [name, place] = [madeUpName(3), madeUpPlace(catalogue, 5)];
  const stamped = Temporal.Instant.fromEpochMilliseconds(startedAt).toZonedDateTimeISO(catalogue.city.timeZone).toPlainDate().subtract({ days: 3 });
  const day = stamped.toLocaleString(interfaceLocale(), { weekday: 'long', month: 'long', day: 'numeric' });
  return {
    ...{ code: 'LETTER', title: t`A letter with a stamp`, inEnglish: null },
    setting: t`A letter lies on your desk. It is stamped: RECEIVED ${day.toUpperCase()}.`,
    words: [
      t`Dear City,`,
      t`I am writing about this: ${said(service)}, at ${place}. I am 81 and I walk there every day with my stick.`,
      t`Please answer me by letter; I hear badly on the phone. My address is ${madeUpPlace(catalogue, 6)}. Yours truly, ${name}`,
    ],
    wanted: [{ what: 'channel', channel: 'letter' }, { what: 'receivedOn', date: IsoDate.parse(stamped.toString()) }, serviceIs(service), { what: 'place', value: place }, { what: 'name', value: name }, { what: 'preference', preference: 'letter' }],
  };
};

const spanish: Builder = ({ catalogue }) => {
  const service = serviceFor(catalogue, 'no recogieron la basura') ?? serviceFor(catalogue, 'missed trash') ?? firstWithPlace(catalogue);
  if (!service) return null;
  const [name, phone, place] = [madeUpName(12), madeUpPhone(catalogue, 81), madeUpPlace(catalogue, 8)];
  return {
    ...{ code: 'SPANISH', title: t`A caller who speaks Spanish`, setting: t`The phone rings.` },
    words: [
      t`Buenos días, habla ${name}. Llamo por esto: ${(service.label.es ?? service.name).toLowerCase()}.`,
      t`Es en ${place}. Mi teléfono es el ${phone}.`,
      t`No hablo mucho inglés. ¿Me pueden llamar en español, por favor?`,
    ],
    inEnglish: t`${name} calls about “${service.name}” at ${place}, can be reached at ${phone}, and would like to be called in Spanish.`,
    wanted: [{ what: 'language', language: 'es' }, serviceIs(service), { what: 'place', value: place }, { what: 'name', value: name }, { what: 'phone', value: phone }],
  };
};

const conduct: Builder = ({ catalogue }) => {
  const about = catalogue.services.filter(({ isActive, complaintAbout }) => isActive && complaintAbout === 'conduct');
  const [name, phone] = [madeUpName(4), madeUpPhone(catalogue, 83)];
  const service: readonly WantedPoint[] = about[0] ? [{ what: 'service', serviceCodes: about.map(({ code }) => code), name: about[0].name }] : [];
  return {
    ...{ code: 'CONDUCT', title: t`About somebody who works for the city`, setting: t`The phone rings. The caller speaks quietly.`, inEnglish: null },
    words: [
      t`I do not want to make trouble. My name is ${name}.`,
      t`On Monday a man from the city came to read the meter. He shouted at my mother, called her stupid because of her accent, and would not give his name. His truck had the number 114.`,
      t`She is still upset. Somebody should know about it. My number is ${phone}. Please do not tell him it was us.`,
    ],
    wanted: [{ what: 'kind', kind: 'complaint' }, ...service, { what: 'sealed' }, { what: 'name', value: name }, { what: 'phone', value: phone }, { what: 'saidInOwnWords' }],
  };
};

const commissioner: Builder = ({ catalogue }) => {
  const service = serviceFor(catalogue, 'street light out') ?? firstWithPlace(catalogue);
  if (!service) return null;
  const [caller, citizen, phone, place] = [madeUpName(14), madeUpName(11), madeUpPhone(catalogue, 85), madeUpPlace(catalogue, 11)];
  return {
    ...{ code: 'COMMISSIONER', title: t`A commissioner, for a citizen`, setting: t`The phone rings. It is the office of a commissioner.`, inEnglish: null },
    words: [
      t`This is Commissioner ${caller}. A resident stopped me after church, and I promised to pass it on.`,
      t`It is ${citizen}, at ${place}: ${said(service)}. The number there is ${phone}.`,
      t`Please answer the resident directly, and let my office know.`,
    ],
    wanted: [{ what: 'channel', channel: 'commissioner' }, { what: 'name', value: caller }, { what: 'onBehalfOf', value: citizen }, serviceIs(service), { what: 'place', value: place }],
  };
};

const notOurs: Builder = ({ catalogue }) => {
  const agency = catalogue.agencies.find(({ handles }) => /power|electric/iu.test(handles)) ?? catalogue.agencies[0];
  const service = serviceFor(catalogue, 'street light out') ?? firstWithPlace(catalogue);
  if (!agency || !service) return null;
  const [name, phone, place] = [madeUpName(6), madeUpPhone(catalogue, 87), madeUpPlace(catalogue, 13)];
  return {
    ...{ code: 'NOT-OURS', title: t`Not the city’s`, inEnglish: null },
    setting: t`The phone rings. You will find out that it is for ${agency.name}, who answers for: ${agency.handles.toLowerCase()}. Open the case first, then refer it there (f).`,
    words: [
      t`Hello, ${name}. I was told you could help me: ${said(service)}, at ${place}.`,
      t`If it is not you, who is it? I have called two places already. You can reach me at ${phone}.`,
    ],
    wanted: [{ what: 'referredTo', agency: agency.name }, serviceIs(service), { what: 'place', value: place }, { what: 'phone', value: phone }],
  };
};

function serviceIs(service: Service): WantedPoint {
  return { what: 'service', serviceCodes: [service.code], name: service.name };
}

/** What callers say when they mean this service. */
function said(service: Service): string {
  return service.keywords[0] ?? service.name.toLowerCase();
}

/** The service these words find first, as an agent would find it; null when none does. */
function serviceFor({ services }: Pick<Catalogue, 'services'>, words: string, isWanted: (service: Service) => boolean = ({ kind }) => kind === 'serviceRequest'): Service | null {
  const [best] = searchServices(services, words, 1);
  return best && isWanted(best.service) ? best.service : null;
}

function firstWithPlace({ services }: Pick<Catalogue, 'services'>): Service | null {
  return services.find(({ isActive, needsLocation, kind }) => isActive && needsLocation && kind === 'serviceRequest') ?? null;
}
