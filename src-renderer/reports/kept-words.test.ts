import { expect, it } from 'vitest';
import { keptLabel, keptSentence } from './kept-words.ts';

it('says “sent” only of what a mail server has taken', () => {
  const words = (isMailed: boolean) => [keptLabel({ isMailed }), keptSentence({ isMailed }, 'Mon 2 Nov 07:00')];
  expect(words(true)).toEqual(['As sent', 'Sent Mon 2 Nov 07:00.']);
  expect(words(false)).toEqual(['As drawn up', 'Drawn up Mon 2 Nov 07:00 and not mailed yet.']);
});
