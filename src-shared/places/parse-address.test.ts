import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAddress, unitText } from './parse-address.ts';
import { placeKey } from './place-key.ts';

const short = (text: string) => {
  const { kind, relation, number, fraction, street, cross, unit, zip } = parseAddress(text);
  return [kind, relation === 'at' ? '' : relation, [number ?? '', fraction].join(' ').trim(), street.join(' '), cross.join(' '), unitText(unit), zip].join('|').replace(/\|+$/, '');
};

describe('what is said of a place', () => {
  it.each([
    ['2240 Judy Lane', 'address||2240|judy ln'],
    ['240 N.W. Elm Street Apt 4', 'address||240|nw elm st||Apt 4'],
    ['240 north west elm st. #4', 'address||240|nw elm st||#4'],
    ['505 1/2 SE M ST', 'address||505 1/2|se m st'],
    ['240 B St', 'address||240|b st'],
    ['240B Elm Street', 'address||240|elm st||#B'],
    ['240 E Elm', 'address||240|e elm'],
    ['400 fourth street suite 12-C', 'address||400|4th st||Suite 12-C'],
    ['12 twenty first avenue', 'address||12|21st ave'],
    ['115 Rogue River Hwy, Apt 110, Grants Pass, OR 97527-1234', 'address||115|rogue river hwy||Apt 110|97527'],
    ['apt 3, 12 Oak Avenue', 'address||12|oak ave||Apt 3'],
    ['8 Calle del Mar', 'address||8|st del mar'],
    ['elm & 3rd', 'crossing|||elm|3rd'],
    ['Elm/Third', 'crossing|||elm|3rd'],
    ['corner of Elm St and Oak', 'crossing|||elm st|oak'],
    ['esquina de la calle Elm y tercera', 'crossing|||la st elm|3rd'],
    ['avenida los olivos 55', 'address||55|ave los olivos'],
    ['la calle 8 número 120 int 4', 'address||120|st 8||Unit 4'],
    ['Calle Roble #12', 'address||12|st roble'],
    ['calle 8', 'words|||st 8'],
    ['calle 8 esquina con avenida 3', 'crossing|||st 8|ave 3'],
    ['3ra calle esq. 5ta avenida', 'crossing|||3rd st|5th ave'],
    ['US 1 at 10th Street', 'crossing|||us 1|10th st'],
    ['near 5th and elm', 'crossing|near||5th|elm'],
    ['the 200 block of Elm', 'block||200|elm'],
    ['elm st 200 block', 'block||200|elm st'],
    ['across from the library', 'words|acrossFrom||library'],
    ['near 240 elm', 'address|near|240|elm'],
    ['behind City Hall', 'words|behind||city hall'],
    ['Space 4', 'words|||space 4'],
    ['97526', 'words|||97526'],
    ['', 'words'],
  ])('%s', (text, said) => {
    expect(short(text)).toBe(said);
  });

  it('is read from any text, whatever its capitals and spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'12 abn#&,./½é\n-', 'elm', ' st ', ' apt ', ' and ', ' near ') }), (text) => {
        const key = placeKey(text);
        expect(key).toMatch(/^[\p{L}\p{N}&/ ]*$/u);
        expect(placeKey(`  ${text.toUpperCase().replaceAll(' ', '   ')} `)).toBe(key);
      }),
    );
  });
});

const DIRECTION = fc.constantFrom(['', ''], ['nw', 'Northwest'], ['nw', 'N.W.'], ['s', 'South'], ['e', 'E.']);
const TYPE = fc.constantFrom(['st', 'Street'], ['st', 'St.'], ['ave', 'Avenue'], ['ave', 'AV'], ['ln', 'lane'], ['blvd', 'Boulevard'], ['hwy', 'Hwy']);
const NAME = fc.constantFrom(['elm', 'Elm'], ['rogue river', 'ROGUE  RIVER'], ['4th', 'Fourth'], ['4th', '4TH'], ['judy', 'judy'], ['nunez', 'Núñez']);
const UNIT = fc.constantFrom('', ' Apt 4', ' #B', ', Suite 12', ' unit 3-a', ', Lot 7', ' Space 12');

describe('one place, written in many ways', () => {
  it('has one key, whatever the capitals, signs, short forms, unit and city', () => {
    fc.assert(
      fc.property(fc.record({ number: fc.integer({ min: 1, max: 99_999 }), fraction: fc.constantFrom('', '1/2'), direction: DIRECTION, name: NAME, type: TYPE, unit: UNIT, city: fc.constantFrom('', ', Grants Pass', ', Grants Pass, OR 97526') }), ({ number, fraction, direction, name, type, unit, city }) => {
        const said = [number, fraction, direction[1], name[1], type[1]].filter((part) => part !== '').join(' ');
        const key = [number, fraction, direction[0], name[0], type[0]].filter((part) => part !== '').join(' ');
        expect(placeKey(said + unit + city)).toBe(key);
        expect(unitText(parseAddress(said + unit + city).unit) === '').toBe(unit === '');
      }),
    );
  });

  it('is the same crossing from either street', () => {
    fc.assert(
      fc.property(fc.record({ one: NAME, oneType: TYPE, other: NAME, otherType: TYPE, between: fc.constantFrom(' and ', ' & ', ' @ ', '/', ' y ') }), ({ one, oneType, other, otherType, between }) => {
        const [first, second] = [`${one[1]} ${oneType[1]}`, `${other[1]} ${otherType[1]}`];
        expect(placeKey(`Corner of ${first}${between}${second}`)).toBe(placeKey(second + between + first));
      }),
    );
  });
});
