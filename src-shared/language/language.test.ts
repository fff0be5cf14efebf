import { afterEach, describe, expect, it } from 'vitest';
import { interfaceLocale, keyOf, speak, t, tFor, toInterfaceLanguage, wordsFrom } from './language.ts';

afterEach(() => {
  speak('en');
});

describe('words', () => {
  it('are those of the list, with the values where the other language has them', () => {
    const words = wordsFrom({ '{0} of {1} sent': 'enviados {0} de {1}', '{0} has {1}': '{1} es de {0}' });
    expect(words`${3} of ${5} sent`).toBe('enviados 3 de 5');
    expect(words`${'Ana'} has ${'it'}`).toBe('it es de Ana');
  });

  it('end a sentence once, also after a time that ends in a point', () => {
    const words = wordsFrom({ 'Due {0}.': 'Vence a las {0}.', 'Due {0} …': 'Vence a las {0}...' });
    expect(words`Due ${'5:00 p. m.'}.`).toBe('Vence a las 5:00 p. m.');
    expect(words`Due ${'17:00'}.`).toBe('Vence a las 17:00.');
    expect(words`Due ${'5:00 p. m.'} …`).toBe('Vence a las 5:00 p. m....');
  });

  it('stay English where the list has none, and take a value for no place of their own', () => {
    const words = wordsFrom({});
    expect(words`${'{1}'} waits for ${'Ana'}`).toBe('{1} waits for Ana');
  });

  it('are looked up once for each place in the code, with the values of each call', () => {
    const words = wordsFrom({ '{0} cases': '{0} casos' });
    expect([1, 2].map((count) => words`${count} cases`)).toEqual(['1 casos', '2 casos']);
  });

  it('end with one stop, also after a value that has its own', () => {
    expect(wordsFrom({ 'By {0}. Then print.': 'A más tardar el {0}. Después imprima.' })`By ${'5:00 p. m.'}. Then print.`).toBe('A más tardar el 5:00 p. m. Después imprima.');
    expect([t`Sent to ${'Acme Inc.'}.`, t`Sent to ${'Front desk'}.`]).toEqual(['Sent to Acme Inc.', 'Sent to Front desk.']);
  });

  it('are filed by what is between the values', () => {
    expect(keyOf(['', ' of ', ' sent'])).toBe('{0} of {1} sent');
  });
});

describe('the interface', () => {
  const greeting = (): string => t`Park draft`;

  it('speaks English until it is told otherwise, and whatever is no language is English', () => {
    expect(greeting()).toBe('Park draft');
    expect([toInterfaceLanguage('es'), toInterfaceLanguage('fr'), toInterfaceLanguage(undefined)]).toEqual(['es', 'en', 'en']);
  });

  it('speaks Spanish from then on', () => {
    speak('es');
    expect(greeting()).toBe('Dejar a un lado el borrador');
    expect(interfaceLocale()).toBe('es-US');
  });

  it('tells two meanings of an English word apart', () => {
    expect(tFor('verb')`Park draft`).toBe('Park draft');
    speak('es');
    expect(tFor('no such meaning')`Park draft`).toBe('Park draft');
  });
});
