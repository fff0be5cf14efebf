import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Guide, GuideKind } from '../catalogue/guide.ts';

/** Words to say are wanted first, while the citizen is speaking; the rules last. */
const AT_HAND: readonly GuideKind[] = ['script', 'guide', 'guideline', 'policy'];

/** The guides bound to a service, those to be used while speaking first. Those that are for all services are not among them. */
export function guidesOfService({ guides }: Pick<Catalogue, 'guides'>, serviceCode: string): readonly Guide[] {
  return guides
    .filter(({ isActive, serviceCodes }) => isActive && serviceCodes.includes(serviceCode))
    .toSorted((a, b) => AT_HAND.indexOf(a.kind) - AT_HAND.indexOf(b.kind) || a.title.localeCompare(b.title, 'en'));
}

/** What the city tells its staff to do when somebody is in danger: the guide for all services that has 911 in its title. */
export function emergencyGuide({ guides }: Pick<Catalogue, 'guides'>): Guide | undefined {
  return guides.find(({ isActive, serviceCodes, title }) => isActive && serviceCodes.length === 0 && /(?<!\d)911(?!\d)/.test(title));
}
