import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Catalogue } from '../catalogue/catalogue.ts';
import { NOTHING_HEARD } from '../catalogue/heard-words.ts';
import { trackingNumberFromPayload, formatTrackingNumber } from '../tracking-number/tracking-number.ts';
import { foldText } from '../util/fold-text.ts';
import { BEHIND_NAME, CORNER_ANNOUNCED, GREETINGS, MAY_GO } from './connecting.ts';
import { type Known, understand } from './understand.ts';

const { services } = Catalogue.parse(JSON.parse(readFileSync(new URL('../../resources/demo-city.json', import.meta.url), 'utf8')));
const NUMBER = trackingNumberFromPayload(482_913_506);
const known: Known = { services, heard: NOTHING_HEARD, callers: new Set(), isCase: (number) => number === NUMBER, mentions: [], filled: new Set(), service: null };
const short = (text: string, more: Partial<Known> = {}): string =>
  understand(text, { ...known, ...more }).map(({ field, value, isGuess }) => `${field}${isGuess ? '?' : ''}: ${value}`).join(' | ');

describe('what a caller says, taken apart', () => {
  it.each([
    ['maria nunez 555-0142 pothole at 240 elm st apt 3', 'phone: 555-0142 | name: Maria Nunez | location: 240 Elm St | unit: Apt 3 | service: POTHOLE'],
    ['0142', 'phone: 0142'],
    ['(561) 555-0142', 'phone: (561) 555-0142'],
    ['dana whitfield', 'name: Dana Whitfield'],
    ['Íñigo Ñáñez', 'name: Íñigo Ñáñez'],
    ['jimenez', 'name?: Jimenez'],
    ['pothole', 'service: POTHOLE'],
    ['broken swing at harbor park', 'location?: Harbor Park | service: PARK-REPAIR | description: broken swing'],
    ['tree fell on 5th street', 'location?: 5th Street | service: TREE-DOWN | description: tree fell'],
    ['street light out at elm st and 5th ave, pole 2231', 'location: Elm St and 5th Ave | service: STREETLIGHT | description: street light out, pole 2231'],
    ["ruth o'neil, (561) 555-0133 ext 12, sewer backing up, 19 reef road unit b", "phone: (561) 555-0133 ext 12 | name: Ruth O'Neil | location: 19 Reef Road | unit: Unit B | service: SEWER-BACKUP | description: sewer backing up"],
    ['i live at 7 heron court, the noise is at 9 heron court', 'address: 7 Heron Court | location: 9 Heron Court | service: NOISE'],
    ['my name is maria de la cruz and my email is maria@example.org', 'name: Maria de la Cruz | email: maria@example.org'],
    ['hay un hoyo en la calle frente a mi casa, 88 calle del mar', 'location: 88 Calle del Mar | service: POTHOLE | language?: es | description: hay un hoyo en la calle frente a mi casa'],
    ["my name's priya natarajan, 22 banyan court", 'name: Priya Natarajan | location: 22 Banyan Court'],
    ["ms. o'brien, outside 77 birch ln", "name: Ms. O'Brien | location: Outside 77 Birch Ln"],
    ['apt 12b 600 lake dr', 'location: 600 Lake Dr | unit: Apt 12b'],
    ['an overgrown lot, 61 gull lane', 'location: 61 Gull Lane | service: OVERGROWN'],
    ['tree down, 1402 se 3rd ave', 'location: 1402 SE 3rd Ave | service: TREE-DOWN'],
    ['hydrant open at 12th street and palm', 'location: 12th Street and Palm | service: HYDRANT | description: hydrant open'],
    ['someone stole the stop sign at maple and 9th', 'location?: Maple and 9th | service?: SIGN-DOWN | answer:sign: Stop | description: someone stole the stop sign'],
    ['hay un perro muerto en la calle roble', 'location?: Calle Roble | service: DEAD-ANIMAL | language?: es | description: hay un perro muerto'],
    ['theo marsh 561-555-0241 the swing is broken', 'phone: 561-555-0241 | name: Theo Marsh | service: PARK-REPAIR | description: the swing is broken'],
    ['this is terrible', 'description: this is terrible'],
    ['caller is deshawn williams jr phone 5615550119 corner of oak and 7th', 'phone: 5615550119 | name: Deshawn Williams Jr | location: Oak and 7th'],
    ['caller is oakley twillingate phone 5615550119', 'phone: 5615550119 | name?: Oakley Twillingate'],
    ['el señor raul castañeda, un bache en avenida los olivos 55', 'name: Señor Raul Castañeda | location: Avenida los Olivos 55 | service: POTHOLE | language?: es'],
    ['pothole, calle roble #12', 'location: Calle Roble #12 | service: POTHOLE'],
    ['bache en calle 8 esquina con avenida 3', 'location: Calle 8 Esquina Con Avenida 3 | service: POTHOLE | language?: es'],
    ['water bill too high, t. jones 5550199', 'phone: 5550199 | name?: T. Jones | service: WATER-BILL | description: water bill too high'],
    ['someone dumped tires off old mill rd', 'location?: Off Old Mill Rd | service: ILLEGAL-DUMP | description: someone dumped tires'],
    ['stop sign gone se corner broad and second', 'location: Broad and Second | service: SIGN-DOWN | answer:sign: Stop | description: stop sign gone'],
    ['caller wants to remain anonymous, loud party at 12 coral way', 'anonymous: yes | location: 12 Coral Way | service: NOISE | description: loud party'],
    ['anonymous letter, dana whitfield 555-0142', 'channel: letter | phone: 555-0142 | name: Dana Whitfield | description: anonymous letter'],
    ["there's a big hole at the corner of elm and 3rd", "location: Elm and 3rd | service?: POTHOLE | description: there's a big hole"],
    ['sidewalk raised between 5th and 6th on oak', 'location?: Between 5th and 6th on Oak | service: SIDEWALK'],
    ['debris on oak street between 5th and 6th', 'location?: Oak Street Between 5th and 6th | service?: DEBRIS-ROAD'],
    ["elm/3rd street light's been out since the storm", "location?: Elm/3rd | service: STREETLIGHT | description: street light's been out since the storm"],
    ['storm drain clogged, elm/oak street', 'location?: Elm/Oak Street | service: DRAIN | description: storm drain clogged'],
    ['smoke from a manhole, 8th and oleander', 'location?: 8th and Oleander | service?: MANHOLE | description: smoke from a manhole'],
    ['loud party, church street, margaret', 'name?: Margaret | location?: Church Street | service: NOISE | description: loud party'],
    ['the storm drain infront of 77 cypress ave is clogged', 'location: Infront of 77 Cypress Ave | service: DRAIN | description: the storm drain is clogged'],
    ['i live at 1020 ocean blvd and there is a pothole', 'location: 1020 Ocean Blvd | service: POTHOLE'],
    ['a tree fell on 5th street, my cell is 561 555 0191', 'phone: 561 555 0191 | location?: 5th Street | service: TREE-DOWN | description: a tree fell'],
    ['no water, phillip ndiaye 561 5550 172', 'phone: 561 5550 172 | name: Phillip Ndiaye | service: NO-WATER'],
    ['my phone is 5 6 1 5 5 5 0 1 3 3', 'phone: 5 6 1 5 5 5 0 1 3 3'],
    ['water bill too high, acct 0099123', 'service: WATER-BILL | description: water bill too high, acct 0099123'],
    ['this is mrs. delgado-price, pothole at 5 elm st', 'name: Mrs. Delgado-Price | location: 5 Elm St | service: POTHOLE'],
    ['traffic signal dark, officer perez badge 1182', 'name: Officer Perez | service: SIGNAL | answer:fault: Dark | description: traffic signal dark, badge 1182'],
    ['letter from mr. a. kowalski, tree fell', 'channel: letter | name: Mr. A. Kowalski | service: TREE-DOWN | description: tree fell'],
    ["pothole, i'm steve katz 5615550199", 'phone: 5615550199 | name: Steve Katz | service: POTHOLE'],
    ['bench broken, w. chen, wchen@example.org', 'name?: W. Chen | email: wchen@example.org | service?: PARK-REPAIR | description: bench broken'],
    ['561-555-0150 dante freeman', 'phone: 561-555-0150 | name?: Dante Freeman'],
    ['yo soy su hija rosa quintero tel 5615550188', 'phone: 5615550188 | name?: Rosa Quintero | description: yo soy su hija'],
    ['please dont use my name. loud party at 12 coral way', 'anonymous: yes | location: 12 Coral Way | service: NOISE | description: loud party'],
    ["i don't want to give my name, loud party", 'anonymous: yes | service: NOISE | description: loud party'],
    ['no quiero dar mi nombre, hay un bache en la calle roble', 'anonymous: yes | location?: Calle Roble | service: POTHOLE | language?: es'],
    ['no hot water 4 days, landlord ignores me', 'service?: RENTAL-HOUSING | description: no hot water 4 days, landlord ignores me'],
    ["can't read the street sign at egret terrace and pine ave", "location: Egret Terrace and Pine Ave | service?: SIGN-DOWN | description: can't read the street sign"],
    ['semáforo apagado en la 5ta y oak', 'location?: 5ta y Oak | service: SIGNAL | description: semáforo apagado'],
    ['calling for my mother ruth abelson 233 hibiscus way, no water, im dana abelson 5615550123', 'phone: 5615550123 | name: Dana Abelson | onBehalfOf: Ruth Abelson | location: 233 Hibiscus Way | service?: NO-WATER | description: calling for my mother, no water'],
    ['on behalf of her neighbor luis prieto, tree down', 'onBehalfOf: Luis Prieto | service: TREE-DOWN | description: on behalf of her neighbor, tree down'],
    ['commissioner castellanos for a resident mr odell pierce, street light out', 'name: Commissioner Castellanos | onBehalfOf: Mr Odell Pierce | service: STREETLIGHT | description: for a resident, street light out'],
    ['llamo por mi mamá carmen ríos, no tiene agua', 'onBehalfOf: Carmen Ríos | service?: NO-WATER | language?: es | description: llamo por mi mamá, no tiene agua'],
    ['tree limbs hang over the line for my neighbor', 'service: TREE-DOWN | description: tree limbs hang over the line for my neighbor'],
    ['letter from gloria tate 18 church street, tree fell', 'channel: letter | name?: Gloria Tate | location: 18 Church Street | service: TREE-DOWN | description: tree fell'],
    ['loud party at 12 coral way i dont want to leave my name', 'anonymous: yes | location: 12 Coral Way | service: NOISE | description: loud party'],
    ['on behalf of odell pierce, tree down', 'onBehalfOf?: Odell Pierce | service: TREE-DOWN'],
    ['caller does not want to give a name, loud party', 'anonymous: yes | service: NOISE | description: loud party'],
    ['100 dollars is odd', 'description: 100 dollars is odd'],
    ["commissioner alvarez's office calling for a resident at 744 sw 4th, sidewalk lifted by tree roots", 'channel?: commissioner | name: Commissioner Alvarez | location: 744 SW 4th | service: SIDEWALK | description: office calling for a resident, sidewalk lifted by tree roots'],
    ['commissioner reyes forwarded a complaint about speeding on palm ave', 'channel?: commissioner | name: Commissioner Reyes | location?: Palm Ave | service?: SPEED-CALM | description: forwarded a complaint about speeding'],
    ['the commissioner was rude to me', 'service?: COMMISSION-REQ | description: the commissioner was rude to me'],
    ['email received nov 19 from tbrown@example.org about noise from construction before 7am', 'channel: email | received: nov 19 | email: tbrown@example.org | service: NOISE | description: about noise from construction before 7am'],
    ['letter from gloria tate stamped 11/20, 18 church street, tree blocking the stop sign', 'channel: letter | received: 11/20 | name?: Gloria Tate | location: 18 Church Street | service: TREE-TRIM | description: tree blocking the stop sign'],
    ['fax dated november 18 about street sweeping', 'channel: fax | service: STREET-SWEEP | description: fax dated november 18 about street sweeping'],
    ['carta recibida el 18 de noviembre, maria lopez, arbol caido en calle roble 12', 'channel: letter | received: 18 de noviembre | name: Maria Lopez | location: Calle Roble 12 | service: TREE-DOWN | description: carta, arbol caido'],
    ['letter carrier was bitten by a dog at 12 oak st', 'location: 12 Oak St | service: BITE | description: letter carrier was bitten by a dog'],
    ['i received a water bill on nov 3 that is too high', 'service: WATER-BILL | description: i received a water bill on nov 3 that is too high'],
    ['walk in ana garcia 555-0177 pothole 12 oak st', 'channel: counter | phone: 555-0177 | name: Ana Garcia | location: 12 Oak St | service: POTHOLE'],
    ['email ana@example.org pothole 12 oak st', 'email: ana@example.org | location: 12 Oak St | service: POTHOLE'],
    ['sewer backing up into the basement at 655 sw i st please hurry', 'location: 655 SW I St | service: SEWER-BACKUP | description: sewer backing up into the basement please hurry'],
    ['dog barking all night behind 1200 rogue river hwy, wants to stay anonymous', 'anonymous: yes | location: Behind 1200 Rogue River Hwy | service?: NOISE | description: dog barking all night'],
    ['mosquitoes standing water in abandoned pool at 221 morningside', 'location?: 221 Morningside | service?: DRAIN | description: mosquitoes standing water in abandoned pool'],
    ['pothole at 300 feet north of the bridge', 'location?: North of the Bridge | service: POTHOLE | description: pothole at 300 feet'],
    ['manhole cover missing on union ave near 5th', 'location?: Union Ave near 5th | service: MANHOLE'],
    ['hydrant leaking at the corner of beacon dr and a st', 'location: Beacon Dr and A St | service: HYDRANT'],
    ['crosswalk paint faded at school on hawthorne', 'service: PAVEMENT-MARK | description: crosswalk paint faded at school on hawthorne'],
    ['hablo espanol, la basura no fue recogida en 845 calle e, señora ramirez 541 555 0172', 'phone: 541 555 0172 | name: Señora Ramirez | location: 845 Calle E | service: MISSED-TRASH | language: es | description: hablo espanol, la basura no fue recogida'],
    ['dead possum in the storm drain', 'service: DEAD-ANIMAL | description: dead possum in the storm drain'],
    ['thank you to the crew that fixed the water main', 'service?: COMPLIMENT | description: thank you to the crew that fixed the water main'],
    ['pothole @ 5th/oak cb 561-555-0102 tina', 'phone: 561-555-0102 | name?: Tina | location?: 5th/Oak | service: POTHOLE'],
    ['rp anthony russo 5615550134 reports sewage coming up in yard 77 cypress ave', 'phone: 5615550134 | name: Anthony Russo | location: 77 Cypress Ave | service: SEWER-BACKUP | description: reports sewage coming up in yard'],
    ["street sweeper hasn't come down mariner street in months", "location?: Mariner Street | service: STREET-SWEEP | description: street sweeper hasn't come in months"],
    ['tree down 1402 se 3rd ave', 'location: 1402 SE 3rd Ave | service: TREE-DOWN'],
    ['beach access at the end of palm ave is washed out', 'location?: At the End of Palm Ave | service: BEACH | description: beach access is washed out'],
    ['homeless man sleeping in the bus stop at 5th and main he looks sick', 'location?: 5th and Main | service: HOMELESS | description: homeless man sleeping in the bus stop he looks sick'],
    ['quiero reportar un carro abandonado en la calle roble cerca de la 5ta', 'location?: Calle Roble cerca de la 5ta | service: JUNK-VEHICLE | language?: es | description: quiero reportar un carro abandonado'],
    ['campaign signs in the median on us 1', 'location?: US 1 | service?: SIGN-ILLEGAL | description: campaign signs in the median'],
    ['what is the fax number for city hall', 'service: INFO | description: what is the fax number for city hall'],
    ['fax number for public records please', 'service: RECORDS | description: fax number for public records please'],
    ['walk-in clinic on ocean avenue, graffiti', 'location?: Ocean Avenue | service?: GRAFFITI | description: walk-in clinic, graffiti'],
    ['a letter came in nov 18 from mrs. hall about the bus bench', 'channel: letter | received: nov 18 | name: Mrs. Hall | service?: INFO | description: a letter about the bus bench'],
    ['fax from oak grove hoa about street sweeping', 'channel: fax | service: STREET-SWEEP | description: oak grove hoa about street sweeping'],
    ['there is a smell of gas by the library', 'location?: By the Library | description: there is a smell of gas'],
    ['pothole mariner st and 5th, taking up the whole right lane', 'location: Mariner St and 5th | service: POTHOLE | description: pothole, taking up the whole right lane'],
    ['martin luther king blvd and 5th st, street light out', 'location: Martin Luther King Blvd and 5th St | service: STREETLIGHT'],
    ['water main break corner harbor and 8th, flooding the road', 'location: Harbor and 8th | service: WATER-LEAK | description: water main break, flooding the road'],
    ['lt. morgan, fire dept, hydrant sheared off at ocean ave and 7th', 'name: Lt. Morgan | location: Ocean Ave and 7th | service: HYDRANT | description: fire dept, hydrant sheared off'],
    ['this is rob from sunset realty 561-555-0190, grass at 18 tarpon is 4 feet high', 'phone: 561-555-0190 | name?: Rob | service: OVERGROWN | description: from sunset realty, grass at 18 tarpon is 4 feet high'],
    ['240 HARBOR ST - POTHOLE - RUTH ABELSON - 555-0116', 'phone: 555-0116 | name: RUTH ABELSON | location: 240 HARBOR ST | service: POTHOLE'],
    ['5615550123 / luis ortega / no agua / 600 lake dr apt 12', 'phone: 5615550123 | name: Luis Ortega | location: 600 Lake Dr | unit: Apt 12 | service: NO-WATER | description: no agua'],
    ['kids are racing cars up and down canal road at night', 'location?: Canal Road | service?: SPEED-CALM | description: kids are racing cars at night'],
    ['dead deer on the side of ocean avenue by the bridge', 'location?: On the Side of Ocean Avenue | service?: DEAD-ANIMAL | description: dead deer by the bridge'],
    ['illegal signs all over 7th street', 'location?: 7th Street | service: SIGN-ILLEGAL'],
    ['my new cart arrived yesterday with a broken wheel', 'service: CART | description: my new cart arrived yesterday with a broken wheel'],
    ['text from my neighbor threatening me', 'service?: JUNK-YARD | description: text from my neighbor threatening me'],
    ['letter from the city says my grass is too tall', 'channel?: letter | service: OVERGROWN | description: the city says my grass is too tall'],
    ['potholes 8 - 10 feet apart - all along gull lane', 'location?: Along Gull Lane | service?: POTHOLE | description: potholes 8 - 10 feet apart - all'],
    ['', ''],
  ])('%s', (text, pieces) => {
    expect(short(text)).toBe(pieces);
  });

  it.each(['calling for my mother she uses a wheelchair', 'for my neighbor needs help with a tree down', 'asking for crossing guards', 'moved here from austin texas', 'llamo por la vecina que grita'])('names nobody: %s', (text) => {
    const people = understand(text, known).filter(({ field }) => field === 'name' || field === 'onBehalfOf');
    expect(people).toEqual([]);
  });

  it('knows a case by its number, however it is written, and takes ten other digits for a phone number', () => {
    for (const text of [NUMBER, formatTrackingNumber(NUMBER), `case ${NUMBER.slice(0, 2)} ${NUMBER.slice(2, 6)} ${NUMBER.slice(6)}`]) expect(short(text)).toBe(`number: ${NUMBER}`);
    expect(short(NUMBER, { isCase: () => false })).toBe(`phone: ${NUMBER}`);
  });

  it('knows callers and addresses of the city without further signs', () => {
    expect(short('pothole oakley twillingate', { callers: new Set(['oakley twillingate']) })).toBe('name: Oakley Twillingate | service: POTHOLE');
    expect(short('pothole 240 elm corner', { mentions: [{ words: ['240', 'elm'], isExact: true }] })).toBe('location: 240 Elm | service: POTHOLE | description: pothole corner');
  });

  it('keeps the words that place a landmark, whether the city’s list was asked already or not', () => {
    const library = { mentions: [{ words: ['library'], isExact: true }] };
    for (const [text, place] of [
      ['pothole near the library', 'Near the Library'],
      ['pothole across the street from the library', 'Across the Street from the Library'],
      ['bache cerca de la biblioteca', 'Cerca de la Biblioteca'],
      ['bache detrás del muelle', 'Detrás del Muelle'],
    ] as const) {
      const list = { mentions: [{ words: [text.split(' ').at(-1) ?? ''], isExact: true }] };
      expect(short(text, list), text).toBe(`location: ${place} | service: POTHOLE`);
      expect(short(text), text).toBe(`location?: ${place} | service: POTHOLE`);
    }
    expect(short('pothole at the library', library)).toBe('location: Library | service: POTHOLE');
  });

  it('takes a landmark that is only spoken about for no place when it is another one', () => {
    const library = { mentions: [{ words: ['library'], isExact: true }] };
    expect(short('the library is closed', library)).toContain('location?: Library');
    expect(short('he asked about the new library', library)).not.toContain('location');
    expect(short('we want a library', library)).not.toContain('location');
  });

  it('leaves out how somebody greets, and keeps a comma whose place was taken', () => {
    expect(short('good morning this is gladys moore the trash was skipped')).toContain('description: the trash was skipped');
    expect(short('hola, hay un bache muy grande')).toContain('description: hay un bache muy grande');
    expect(short('hey, carlos here, a huge pothole')).toMatch(/^name: Carlos .*description: a huge pothole$/);
    expect(short('old couch at 12 gull lane, not mine')).toContain('description: old couch, not mine');
    for (const text of ['good morning', 'hola', 'hello there']) expect(short(text)).toContain(`description: ${text}`);
    expect(short('hello pothole')).toContain('service: POTHOLE');
  });

  it('understands calls that two dozen more people might make', () => {
    expect(short("5615550133 omar siddiqui there's a pothole")).toContain('name: Omar Siddiqui');
    expect(short('commissioner reyes office about a pothole')).toContain('name: Commissioner Reyes');
    expect(short('my water bill doubled, account under Leonard Katz')).toBe('name: Leonard Katz | service: WATER-BILL | description: my water bill doubled');
    expect(short('bache justo frente a 240 elm street')).toContain('location: Justo frente a 240 Elm Street');
    expect(short('pothole right outside 44 oak avenue, very deep')).toBe('location: Right Outside 44 Oak Avenue | service: POTHOLE | description: pothole, very deep');
    expect(short('habla ernesto quiroga del 152 tarpon street, un bache')).toBe('name: Ernesto Quiroga | location: 152 Tarpon Street | service: POTHOLE | language?: es');
    expect(short('pothole at 5 elm st, spanish please')).toContain('language: es | description: pothole, spanish please');
    expect(short('boat ramp is blocked by a boat', { mentions: [{ words: ['boat', 'ramp'], isExact: true }] })).toMatch(/location\?: Boat Ramp .*description: boat ramp is blocked by a boat/);
    expect(short('boat ramp, big hole', { mentions: [{ words: ['boat', 'ramp'], isExact: true }] })).toMatch(/location: Boat Ramp .*description: big hole/);
  });

  it('guesses no service by what is for 911 first, and names nobody by it', () => {
    expect(short('gas smell by the library')).toBe('location?: By the Library | description: gas smell');
    expect(short('smoke by the library')).toBe('location?: By the Library | description: smoke');
    expect(short('there is smoke coming from the pothole')).toContain('service?: POTHOLE');
    expect(short('power line down by the library')).toContain('service: TREE-DOWN');
    expect(short('a wire is sparking over the parking lot')).not.toContain('service: ');
  });

  it('takes the whole street, though the list knows only its beginning', () => {
    expect(short('manhole gone at 5 harbor street', { mentions: [{ words: ['5', 'harbor'], isExact: false }] })).toMatch(/^location\??: 5 Harbor Street \| service: MANHOLE/);
  });

  it('overwrites nothing: what a filled field would take goes to the description', () => {
    expect(short('5615550142', { filled: new Set(['phone', 'name']) })).toBe('description: 5615550142');
    expect(short('maria nunez at 240 elm st', { filled: new Set(['name', 'location']) })).toBe('description: maria nunez\n240 elm st');
  });

  it('answers the service’s questions that were said in the words of a choice', () => {
    expect(short('pothole in the curb lane')).toBe('service?: POTHOLE | answer:lane: Curb lane | description: pothole in the curb lane');
  });
});

const fragment = fc.constantFrom(
  ...['good morning', 'hola', 'carlos here', 'maria nunez', 'for my mother', 'on behalf of', 'from', 'but', 'my name is', 'john', 'de la', '555-0142', '(561) 555-0187', '48-2913-5067', '0142', 'pothole', 'at', 'on', 'and', '240 elm st', 'apt 3', '# 4', 'elm and 5th ave', 'near the library', 'a@b.org', 'call me at', 'hay un bache', 'the dog', 'xyzzy', ',', '.', '12', 'corner of', 'i live at', 'water', 'very loud music!', '¿qué?', '&', '(', '1/2', 'ext 9'],
);

/** Words that go with the piece they announce. */
const GOES = new Set([...MAY_GO, ...BEHIND_NAME, 'but', 'pero', ...[...GREETINGS].flatMap((phrase) => phrase.split(' ')), ...[...CORNER_ANNOUNCED].flatMap((phrase) => phrase.split(' '))]);

describe('no word is lost', () => {
  const kept = (text: string): ReadonlySet<string> => new Set(understand(text, known).flatMap(({ said, value }) => `${foldText(said)} ${foldText(value)}`.split(' ')));
  const meant = (text: string): readonly string[] => foldText(text).split(' ').filter((word) => word !== '' && !GOES.has(word));

  it('whatever is said in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 9 }), (fragments) => {
        const text = fragments.join(' ');
        const words = kept(text);
        expect(meant(text).filter((word) => !words.has(word))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('and of any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const words = kept(text);
        expect(meant(text).filter((word) => !words.has(word))).toEqual([]);
      }),
    );
  });
});
