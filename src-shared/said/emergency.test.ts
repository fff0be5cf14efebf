import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emergencyIn, type EmergencyKind } from './emergency.ts';

const HEARD: readonly (readonly [EmergencyKind, string, string])[] = [
  ['fire', 'fire', 'house fire at 12 oak avenue'],
  ['fire', 'fire', 'brush fire behind the school'],
  ['fire', 'smoke everywhere', 'the smoke alarm is going off and there is smoke everywhere'],
  ['gas', 'carbon monoxide', 'my carbon monoxide alarm keeps going off'],
  ['harm', 'fell and can’t', 'my dad fell and can’t get up'],
  ['harm', 'duele el pecho', 'a mi esposo le duele el pecho'],
  ['harm', 'fell in the canal', 'a kid fell in the canal'],
  ['harm', 'crash with injuries', 'there is a crash with injuries on us1'],
  ['crime', 'someone in my house', 'i think there is someone in my house'],
  ['crime', 'ladrón en mi casa', 'hay un ladrón en mi casa'],
  ['gas', 'gas smell', 'gas smell by the library'],
  ['gas', 'smell gas', 'i smell gas in my kitchen'],
  ['gas', 'smell of gas', 'there’s a strong smell of gas on elm st'],
  ['gas', 'smells like gas', 'it smells like gas outside 240 elm'],
  ['gas', 'gas leak', 'gas leak at 12 oak avenue'],
  ['gas', 'hit the gas line', 'they hit the gas line digging on palm court'],
  ['gas', 'huele a gas', 'huele a gas en mi casa'],
  ['gas', 'olor a gas', 'hay un olor a gas en la calle roble'],
  ['fire', 'smoke coming', 'smoke coming from a manhole on 8th'],
  ['fire', 'smoke by', 'smoke by the police station'],
  ['fire', 'see smoke', 'i see smoke behind the marina'],
  ['fire', 'fire', 'there is a fire in the dumpster behind the school'],
  ['fire', 'fire', 'the house next door is on fire'],
  ['fire', 'is burning', 'a car is burning on us1'],
  ['fire', 'incendio', 'hay un incendio en la calle luna'],
  ['fire', 'sale humo', 'sale humo del edificio'],
  ['fire', 'veo humo', 'veo humo en el parque'],
  ['wire', 'power line down', 'power line down across the road on elm'],
  ['wire', 'wire is hanging', 'a wire is hanging over the sidewalk sparking'],
  ['wire', 'downed power line', 'downed power line at 5th and oak'],
  ['wire', 'wire down', 'tree fell and took the wire down'],
  ['wire', 'cable de luz caido', 'un cable de luz caido en la calle'],
  ['harm', 'not breathing', 'my husband is not breathing'],
  ['harm', 'passed out', 'a man passed out on the bench at harbor park'],
  ['harm', 'heart attack', 'she’s having a heart attack'],
  ['harm', 'inconsciente', 'un señor esta inconsciente en la parada'],
  ['selfHarm', 'kill myself', 'i want to kill myself'],
  ['selfHarm', 'wants to die', 'my brother wants to die'],
  ['selfHarm', 'no quiero vivir', 'no quiero vivir'],
  ['crime', 'is breaking into', 'someone is breaking into my neighbors house'],
  ['crime', 'a gun', 'there’s a guy with a gun at the beach'],
  ['crime', 'gunshots', 'i hear gunshots'],
  ['crime', 'hitting me', 'my husband is hitting me'],
  ['crime', 'estan robando', 'estan robando en la tienda'],
  ['trapped', 'child is locked in the car', 'a child is locked in the car at the library lot'],
  ['trapped', 'water is rising in my house', 'water is rising in my house and i can’t get out of the room'],
  ['trapped', 'is trapped', 'my mom is trapped in the elevator'],
  ['harm', 'cyclist was hit by a car', 'a cyclist was hit by a car at 5th and elm'],
  ['wire', 'transformer blew', 'transformer blew up on palm it’s sparking'],
  ['fire', 'explosion', 'explosion at the plant'],
  ['crime', 'threatening to shoot', 'a drunk man is threatening to shoot people'],
  ['harm', 'se ahoga', 'el niño se ahoga en la piscina'],
];

/** Over, another thing with the same name, or an animal: a strip that is there too often is not read. */
const NOT_HEARD = [
  'my mom tripped and fell on the sidewalk last week',
  'the people in my house have no water',
  'the truck hit the fence and it fell in the road',
  'fire hydrant is leaking at 240 elm',
  'fire hydrant painted wrong',
  'the smoke detector in the rec center chirps',
  'question about a fire inspection',
  'i need a copy of the fire report',
  'fire ants in the park',
  'fire pit at the neighbors all summer',
  'gas station on 5th has no lights',
  'people smoke in the park by the playground',
  'neighbors smoke weed at night',
  'the gas company left a hole in the street',
  'trash not picked up since the fire',
  'the fire station is too loud',
  'fire lane blocked by a truck',
  'dead dog hit by a car on us1',
  'cat stuck in the tree',
  'raccoon trapped in the storm drain',
  'can’t get out of my driveway somebody parked there',
  'two break ins this week, we want extra patrol',
  'i was robbed last year and want the report',
  'my car was broken into last night',
  'no wires involved just a tree',
  'cable box for the internet is open',
  'clothes line in the yard',
  'shooting fireworks every night',
  'the shooting range is loud',
  'nail gun noise at 7 am',
  'a dog bit me and i am bleeding',
  'fuegos artificiales a media noche',
  'quemando basura en el patio',
  'burning leaves in the back yard',
  'thank you to the fire department',
  'water smells like chlorine',
  'sewer smell by the library',
  'gas prices',
  'i want to die my hair no',
  'the bus shelter has a broken glass',
  'kill the weeds on the median',
  'mosquitoes are killing us',
  'hot water heater burning smell? no',
  'the road is killing my tires',
  'line painting faded in the road',
  'power is out on elm',
  'power line pole has graffiti',
  'tree branches touching the power lines',
  'the yellow line in the road is gone',
  'street flooding on ocean, water is rising fast',
  'my lawn is burning up from the drought',
  'gun show at the hall',
  'the pool has no lifeguard on duty',
  'heart shaped balloon',
  'the person at the counter was rude and hurt my feelings',
  'the man was hurt last year on that sidewalk',
  'a tree fell across the road',
  'el bache me rompio la llanta',
  'una bomba de agua rota',
  'hay un perro atrapado en la cerca',
  'the trash truck is on the road at 5 am',
  'construction starts at 6 am, they shoot nails',
  'lights out at the fire house',
  'shot glass litter on the beach',
  'smoking in the restroom',
  'bus smoke exhaust complaint',
  'they were burning trash yesterday',
];

describe('emergencyIn', () => {
  it.each(HEARD)('%s: “%s” in “%s”', (kind, said, text) => {
    expect(emergencyIn(text)).toEqual({ kind, said });
  });

  it.each(NOT_HEARD)('not: “%s”', (text) => {
    expect(emergencyIn(text)).toBeNull();
  });

  it('is quiet at the everyday calls of a city', () => {
    const calls = readFileSync(new URL('../../tests/fixtures/calls-as-said.txt', import.meta.url), 'utf8').split('\n').filter((line) => /^[A-Z][A-Z-]*\|/.test(line));
    expect(calls.length).toBeGreaterThan(250);
    expect(calls.filter((line) => emergencyIn(line.slice(line.indexOf('|') + 1)) !== null)).toEqual([]);
  });

  it('gives the words as they were typed, with capitals and accents', () => {
    expect(emergencyIn('¡HAY UN INCENDIO, en la Calle Luna!')?.said).toBe('INCENDIO');
    expect(emergencyIn('María says: Smoke, from the roof')?.said).toBe('Smoke, from');
    expect(emergencyIn('')).toBeNull();
  });

  it('finds it at the end of as much as the line takes, whatever its beginnings before', () => {
    for (const begun of ['fire hydrant ', 'no wire ', 'gas line ', 'a man is ', 'people smoke in ', 'water is ']) {
      const before = begun.repeat(Math.floor(1_900 / begun.length));
      expect(emergencyIn(before), begun).toBeNull();
      expect(emergencyIn(`${before}there is a smell of gas`)?.said, begun).toBe('smell of gas');
    }
  });
});
