import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textMessage } from './text-message.ts';

const measured = (text: string) => {
  const { encoding, length, segments } = textMessage(text);
  return [encoding, length, segments];
};

describe('parts of a text message (3GPP TS 23.038, 23.040)', () => {
  it.each<[string, string, readonly unknown[]]>([
    ['nothing', '', ['GSM-7', 0, 0]],
    ['160 letters', 'a'.repeat(160), ['GSM-7', 160, 1]],
    ['161 letters', 'a'.repeat(161), ['GSM-7', 161, 2]],
    ['306 letters', 'a'.repeat(306), ['GSM-7', 306, 2]],
    ['307 letters', 'a'.repeat(307), ['GSM-7', 307, 3]],
    ['signs of two places', '€'.repeat(80), ['GSM-7', 160, 1]],
    ['a sign of two places that would be cut in half', `${'a'.repeat(152)}€${'a'.repeat(153)}`, ['GSM-7', 307, 3]],
    ['70 letters, one with an accent that is not GSM', `í${'a'.repeat(69)}`, ['UCS-2', 70, 1]],
    ['71 such letters', `í${'a'.repeat(70)}`, ['UCS-2', 71, 2]],
    ['134 such letters', `í${'a'.repeat(133)}`, ['UCS-2', 134, 2]],
    ['135 such letters', `í${'a'.repeat(134)}`, ['UCS-2', 135, 3]],
    ['an emoji that would be cut in half', `${'a'.repeat(66)}🙂${'a'.repeat(66)}`, ['UCS-2', 134, 3]],
    ['Spanish that GSM holds', 'Señora, ¿cuándo? ¡Mañana!'.replace('á', 'a'), ['GSM-7', 25, 1]],
  ])('%s', (_what, text, expected) => {
    expect(measured(text)).toEqual(expected);
  });

  it('never hold more than there is room for, and never fewer than are needed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '€', 'í', '🙂', ' '), maxLength: 500 }), (text) => {
        const { encoding, length, segments } = textMessage(text);
        const room = encoding === 'GSM-7' ? { single: 160, part: 153 } : { single: 70, part: 67 };
        expect(length <= (segments === 1 ? room.single : segments * room.part)).toBe(true);
        expect(segments).toBeGreaterThanOrEqual(length <= room.single ? Math.min(length, 1) : Math.ceil(length / room.part));
      }),
    );
  });
});

it('writes marks of print plainly, and leaves accents alone', () => {
  const { text, encoding } = textMessage('“Tom’s” – 4:10\u00a0PM…');
  expect([text, encoding]).toEqual(['"Tom\'s" - 4:10 PM...', 'GSM-7']);
  expect(textMessage('el año próximo').text).toBe('el año próximo');
});

describe('the warning', () => {
  it('comes with the third part', () => {
    expect(textMessage('a'.repeat(306)).warning).toBeNull();
    expect(textMessage('a'.repeat(307)).warning).toBe('This text is sent in 3 parts (307 characters). Shorten it to 2 at most.');
  });

  it('names the letters that cost the room', () => {
    const { warning, unusual } = textMessage(`Árbol caído: ${'a'.repeat(130)}`);
    expect(unusual).toEqual(['Á', 'í']);
    expect(warning).toBe('This text is sent in 3 parts (143 characters). Shorten it to 2 at most. Without “Á”, “í” more would fit into a part.');
  });
});
