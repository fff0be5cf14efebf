import { afterEach, expect, it } from 'vitest';
import { speak } from '../language/language.ts';
import { Problem } from './problem.ts';
import { problemSentence } from './problem-sentence.ts';

afterEach(() => speak('en'));

const BLOCKED = { code: 'stationBlocked', title: 'An administrator has blocked this workstation', detail: 'Ask the administrator. What was typed here stays on this workstation until then.' };
const sentenceOf = (problem: Partial<Problem>): string => problemSentence(Problem.parse({ status: 400, title: 'Newer words', detail: 'Wait here.', code: 'new', ...problem }));

it('says in the language of the interface what the server says in English', () => {
  expect(sentenceOf(BLOCKED)).toBe(`${BLOCKED.title}. ${BLOCKED.detail}`);
  speak('es');
  expect(sentenceOf(BLOCKED)).toMatch(/^Un administrador ha bloqueado este puesto de trabajo\. Pregunte/);
});

it('never hands on what a schema says in English', () => {
  speak('es');
  const sentence = sentenceOf({ code: 'malformedRequest', title: 'The request is not understood: station: Invalid input: expected string, received number' });
  expect(sentence).toMatch(/^El servidor no entendió/);
  expect(sentence).not.toMatch(/Invalid|expected|station/);
});

it('names the number under which the server’s log has it', () => {
  expect(sentenceOf({ code: 'internalError', instance: 'urn:portreeve:request:req-17' })).toContain('this number: req-17.');
});

it('leaves what a newer server says as it came', () => {
  speak('es');
  expect(sentenceOf({})).toBe('Newer words. Wait here.');
});
