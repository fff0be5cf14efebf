import { doubleMetaphone } from 'double-metaphone';
import { foldText } from '../../src-shared/util/fold-text.ts';

/**
 * Spellings that sound alike to an English or Spanish ear but not to the sound code, as callers' names are heard here.
 * Every name of a line gets the code of its first.
 */
const ALIASES: readonly (readonly string[])[] = [
  ['nguyen', 'nwin', 'win', 'nuyen', 'nugyen', 'wen'],
  ['xiong', 'shong', 'siong', 'zhong'],
  ['vang', 'vaj'],
  ['yang', 'yaj'],
  ['zhang', 'jang', 'chang'],
  ['xu', 'shu', 'hsu'],
  ['joaquin', 'walkin', 'wakeen', 'hoakin'],
  ['jesus', 'haysoos', 'hesus'],
  ['jorge', 'horhay', 'horge'],
  ['jose', 'hosay', 'hose'],
  ['quiroz', 'kiros'],
  ['phuong', 'fung', 'fuong'],
  ['siobhan', 'shavon', 'shivaun'],
  ['sean', 'shawn', 'shaun'],
];
const ALIAS_OF = new Map(ALIASES.flatMap((line) => line.map((name) => [name, line[0] ?? name] as const)));

/**
 * Sound codes of the words of a name, without repeats: two names share a code when they sound alike.
 *
 * Accents are folded first (García and Garcia are one name). Words of one letter give none.
 */
export function soundsOf(name: string): readonly string[] {
  const words = foldText(name).split(' ').filter((word) => word.length > 1);
  return [...new Set(words.flatMap((word) => doubleMetaphone(ALIAS_OF.get(word) ?? word)).filter((code) => code.length > 0))];
}
