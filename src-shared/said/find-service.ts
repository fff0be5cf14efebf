import type { Service } from '../catalogue/catalogue.ts';
import { type HeardWords, SMALL_WORDS } from '../catalogue/heard-words.ts';
import { searchServices } from '../catalogue/search-services.ts';
import { foldText } from '../util/fold-text.ts';
import type { Piece } from './pieces.ts';

/** Below this nothing is said of any service; from the other on, and well before the next, it is no guess. */
const LEAST_SCORE = 1.5;
const SURE_SCORE = 5;
const SURE_LEAD = 1.35;
const MOST_INSTEAD = 3;

export interface FoundService {
  readonly piece: Piece;
  readonly service: Service;
  /** The words say nothing more than what the service is called: they need not stand in the description. */
  readonly saysAll: boolean;
}

/** The service that the words left over speak of; null when they speak of none. */
export function findService(words: string, services: readonly Service[], heard: HeardWords): FoundService | null {
  // `there is a`, what is left of what is for 911
  if (foldText(words).split(' ').every((word) => SMALL_WORDS.has(word))) return null;
  const [best, next, ...others] = searchServices(services, words, MOST_INSTEAD + 1, heard);
  if (!best || best.score < LEAST_SCORE) return null;
  const isGuess = best.score < SURE_SCORE || (next !== undefined && best.score < next.score * SURE_LEAD);
  const instead = [next, ...others].flatMap((match) => (match === undefined || match.score < LEAST_SCORE / 2 ? [] : [match.service.code]));
  const { service } = best;
  return { piece: { field: 'service', said: words, value: service.code, isGuess, instead: [...instead, ''] }, service, saysAll: saysAll(words, service) };
}

/** `pothole`, `street light out`: the name and nothing else. `dead raccoon` says more than that an animal is dead. */
function saysAll(words: string, service: Service): boolean {
  const said = foldText(words).split(' ').filter((word) => !SMALL_WORDS.has(word));
  return [service.name, service.label.es ?? ''].some((name) => {
    const called = new Set(foldText(name).split(' '));
    return said.length > 0 && said.every((word) => called.has(word) || called.has(word.replace(/s$/, '')));
  });
}

/** Answers to the service's questions that were said in the words of a choice: `curb lane`, `Monday`, `stuck`. Their words stay. */
export function findAnswers(words: string, service: Service): readonly Piece[] {
  const said = ` ${foldText(words)} `;
  return service.questions.flatMap((question): readonly Piece[] => {
    if (question.type !== 'choice') return [];
    const chosen = question.choices.filter((choice) => foldText(choice).length > 2 && said.includes(` ${foldText(choice)} `));
    const [value, another] = chosen;
    return value === undefined || another !== undefined ? [] : [{ field: `answer:${question.code}`, said: value, value, isGuess: false, instead: ['none'] }];
  });
}
