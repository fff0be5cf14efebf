import type { Catalogue, Service } from '../catalogue/catalogue.ts';
import { CaseId } from '../util/ids.ts';
import { madeUpName, madeUpPhone, madeUpPlace } from './made-up.ts';

/** A case that stands in the practice queue before anybody has practised. */
export interface MadeUpCase {
  readonly caseId: CaseId;
  readonly service: Service;
  readonly receivedHoursAgo: number;
  readonly name: string;
  readonly phone: string;
  readonly place: string;
  readonly description: string;
  readonly answers: Readonly<Record<string, string>>;
  /** How far it is. */
  readonly standing: 'new' | 'assigned' | 'closed';
}

const MOST_CASES = 24;
const DETAILS = [
  'It has been like this for about a week.',
  'The neighbors have seen it too.',
  'Would like to hear from us when it is done.',
  'Was told to call back if nothing happens.',
  'Says it is worse in the evening.',
];

/** The first of them is the one the exercise “Reported already” is about: a new case of a service with a place. */
export function madeUpCases(catalogue: Catalogue): readonly MadeUpCase[] {
  const services = catalogue.services.filter(({ isActive, kind, complaintAbout }) => isActive && kind !== 'complaint' && complaintAbout === null);
  const withPlace = services.filter(({ needsLocation }) => needsLocation);
  const first = withPlace[0] ?? services[0];
  const others = spread(services.filter((service) => service !== first));
  const chosen = first ? [first, ...others].slice(0, MOST_CASES) : [];
  return chosen.map((service, nth) => madeUpCase(catalogue, service, nth));
}

/** One of each group in turn, so that the queue looks like the city's own. */
function spread(services: readonly Service[]): readonly Service[] {
  const names = [...new Set(services.map(({ serviceGroup }) => serviceGroup))];
  const rows = names.map((name) => services.filter(({ serviceGroup }) => serviceGroup === name));
  const longest = Math.max(0, ...rows.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => rows.flatMap((row) => row[at] ?? [])).flat();
}

function madeUpCase(catalogue: Catalogue, service: Service, nth: number): MadeUpCase {
  const said = service.keywords[0] ?? service.name.toLowerCase();
  return {
    caseId: CaseId.parse(`9ac71ce0-0000-4000-8000-${String(nth).padStart(12, '0')}`),
    service,
    receivedHoursAgo: nth === 0 ? 3 : 2 + ((nth * 29) % 160),
    name: madeUpName(nth + 8),
    phone: madeUpPhone(catalogue, 40 + nth),
    place: madeUpPlace(catalogue, nth + 3),
    description: `The citizen says: “${said}”. ${DETAILS[nth % DETAILS.length] ?? ''}`,
    answers: answersFor(service),
    standing: nth > 0 && nth % 5 === 0 ? 'closed' : nth > 0 && nth % 3 === 0 ? 'assigned' : 'new',
  };
}

/** Some answer to every question that has to be asked. */
export function answersFor({ questions }: Pick<Service, 'questions'>): Readonly<Record<string, string>> {
  return Object.fromEntries(questions.filter(({ isRequired }) => isRequired).map(({ code, type, choices }) => [code, type === 'yesNo' ? 'no' : type === 'choice' ? (choices[0] ?? '') : 'not known']));
}
