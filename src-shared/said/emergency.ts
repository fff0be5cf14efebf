/**
 * Words of a call that may be an emergency, so that 911 comes before any case. What counts is what 911 is for in the United States: fire,
 * a medical emergency, a crime that is going on (911.gov, "Calling 911"); and gas and wires, to which no crew of the city is sent first.
 *
 * It errs on the side of being heard: the strip costs nobody a key. What is over ("the fire last year"), what only bears the name ("fire
 * hydrant") and animals are left out, since a strip that is there too often is not read.
 */
import { lineOf, saidBetween } from './line.ts';

export type EmergencyKind = 'gas' | 'fire' | 'wire' | 'harm' | 'selfHarm' | 'crime' | 'trapped';

export interface Emergency {
  readonly kind: EmergencyKind;
  /** The words by which it is known, as they were said. */
  readonly said: string;
}

/** One of these words. */
const any = (words: string): string => `(?:${words.split(' ').join('|')})`;
/** Up to so many words between two. */
const upTo = (most: number): string => `(?: [^ ]+){0,${most}}? `;

const BEARS_THE_NAME = any('hydrants? stations? trucks? departments? depts? alarms? marshals? inspections? inspector codes? lanes? pits? extinguishers? ants? works drills? escapes? doors? chief exits? sprinklers? rescue permits? ban hazards? hose insurance engines? fighters? damaged? reports? safety');
const WHO_SMOKES = any('people they who to kids neighbors? he she guys men workers employees and can cigarettes? weed secondhand no not marijuana cigar i we you teens');
const POWER = '(?:wires?|power ?lines?|electric(?:al)? (?:lines?|wires?|cables?)|high voltage)';
const SOMEWHERE = `${any('on over across in')} ${any('the my a our his her')} ${any('ground road street yard car sidewalk driveway fence roof pool water lawn grass')}`;
const SOMEBODY = any('somebody someone man woman child boy girl kid person people he she they husband wife son daughter mother father');
const IN_TRAFFIC = any('man woman child boy girl kid person pedestrian cyclist somebody someone');
const ALGUIEN = any('persona hombre mujer nino nina senor senora alguien');
const CHILD = any('child baby toddler kids?');
const OF_A_HOUSE = `${any('the her his my their our')} ${any('house car room building apartment elevator water basement truck window')}`;

/** Against the folded words with one space between them, each from the beginning of a word to the end of one. English first. */
const PHRASES: Readonly<Record<EmergencyKind, readonly string[]>> = {
  gas: [
    `${any('smell smells smelling smelled odor leak leaks leaking')}(?: of| like| is| a)?(?: strong| natural| propane| cooking)? gas(?! station)`,
    `(?:gas|propane)(?: [^ ]+)? ${any('smells? odor leaks? leaking')}`,
    `${any('hit broke cut struck ruptured')}(?: a| the| our| my)? gas ${any('line main pipe')}`,
    `gas ${any('line main pipe')}${upTo(3)}${any('broke broken hit cut struck ruptured hissing')}`,
    `carbon monoxide|chemical spill|chlorine ${any('leak cloud')}|monoxido`,
    `${any('huele olor fuga escape')}(?: a| de| mucho| fuerte)* gas`,
  ],
  fire: [
    `(?!(?<=the )fire house)(?<!${any('no open cease after since last old fight about')} (?:the |that |this |a )?)fire(?! ${BEARS_THE_NAME})(?! ${any('last yesterday years? months? weeks?')})`,
    `in flames|flames ${any('coming shooting are in from')}`,
    `${any('is s are house roof car truck building kitchen dumpster')} burning(?! ${any('leaves brush trash wood garbage again up')})`,
    `(?:has |just )?${any('exploded exploding explodes explosion')}`,
    `(?<!${WHO_SMOKES} )smoke ${any('from coming is inside out pouring rising everywhere at by in billowing')}`,
    `(?:see|sees|seeing|heavy|black|white|thick|lots? of|there s|smells? like|smells?) smoke(?! ${any('detectors? alarms? shops? test testing free')})`,
    `incendio|${any('hay un el con')} fuego|en llamas|exploto`,
    `(?:se|casa|carro|edificio)(?: esta)? ${any('quema quemando incendiando')}(?! ${any('basura hojas ramas')})`,
    `${any('hay sale saliendo mucho veo ve')} (?:mucho )?humo|humo ${any('de en saliendo negro')}`,
  ],
  wire: [
    `(?<!no (?:[^ ]+ )?)${POWER}${upTo(3)}(?:${any('down fell fallen falling snapped sparking sparks burning hanging live')}|${SOMEWHERE})`,
    `${any('downed down fallen live sparking hanging')} ${POWER}|${any('cables? lines?')} (?:is |are )?sparking|electrocuted`,
    `transformer (?:is |s )?(?:sparking|arcing|burning|smoking|blew|exploded)`,
    `(?:cables?|alambres?|lineas? electricas?)(?: de (?:la )?(?:luz|electricidad|corriente))?${upTo(3)}${any('caidos? caidas? suelo sueltos? chispas calle patio')}`,
    `cayo ${any('un el una la')} ${any('cable linea alambre')}|cayeron (?:unos |los )?cables`,
  ],
  harm: [
    `(?:not|isn t|isnt|stopped|barely) breathing|(?:can t|cant|cannot) breathe|unconscious|unresponsive|passed out`,
    `heart attack|having a (?:stroke|seizure|baby)|chest pains?|${any('is s are m am keeps badly still')} bleeding|bleeding ${any('badly bad heavily out')}|overdos(?:e|ed|ing)|is choking|drowning`,
    `(?:fell|collapsed) and (?:can t|cant|cannot|won t|isn t|is not)|(?:can t|cant|cannot) get up|not moving|hit ${any('his her their')} head|allergic reaction|${any('crash accident wreck rollover')} with injur(?:y|ies)`,
    `fell in(?:to)? the ${any('canal lagoon lake water river pool')}|${any('got been was were is just')} (?:stabbed|shot)`,
    `${SOMEBODY}(?: [^ ]+)? ${any('hurt injured collapsed')}(?! ${any('last yesterday on my his her their')})`,
    `${IN_TRAFFIC}(?: [^ ]+){0,2} hit by a (?:car|truck|bus)`,
    `no (?:respira|puede respirar|responde)|inconsciente|desmayad[oa]|se desmayo|infarto|convulsion(?:es|ando)?|duele el pecho|no se puede levantar|ataque al corazon|sangrando|sobredosis`,
    `se (?:ahoga|esta ahogando|ahogo)|apunalad[oa]|apunalaron|(?:le|me|lo|la) dispararon|${ALGUIEN}(?: [^ ]+)? (?:herid|atropellad|lastimad)[oa]`,
  ],
  selfHarm: [
    `suicid(?:e|al)|kill(?:ing)? (?:my|him|her|your|them)sel(?:f|ves)|(?:end|ending) (?:my|his|her|their) (?:own )?life|wants? to die(?! my)|don t want to live|hurt(?:ing)? (?:my|him|her)self`,
    `suicid(?:io|arse|arme)|quitar(?:se|me) la vida|matar(?:se|me)|no quier[oe] vivir|quier[oe] morir(?:me|se)?`,
  ],
  crime: [
    `(?<!${any('nail water heat paint staple toy glue')} )${any('a the his her has have with pulled waving')} (?:hand)?gun(?! ${any('shop store permit range show club license')})`,
    `${any('with has pulled waving holding')} (?:a |an )?${any('knife machete rifle shotgun weapon pistol')}|gun ?shots?|shots (?:being )?fired|shooting ${any('at people somebody someone')}|active shooter`,
    `${any('is s are somebody someone man')} (?:trying to )?(?:breaking|break) (?:in|into)(?! ${any('two half pieces')})`,
    `${any('somebody someone man intruder burglar stranger')} (?:is |s )?(?:in|inside) my ${any('house home apartment bedroom garage')}|following me`,
    `being ${any('robbed attacked followed beaten assaulted raped mugged')}|${any('robbing attacking stabbing beating strangling kidnapping raping')} ${any('a an me her him his my the somebody someone people')}`,
    `hitting (?:me|her|him|his ${any('wife girlfriend kids? child mother')}|my ${any('mom mother wife kids? child')})|domestic violence`,
    `bomb(?: threat)?|${any('threatens? threatening threatened going wants')} to ${any('kill shoot stab')}`,
    `${any('con tiene saco')} (?:una |un )?${any('pistola arma cuchillo machete navaja rifle')}|disparos|balazos|tiroteo|armado|${any('ladron ladrones intruso')} en (?:mi|la) casa|amenaza de bomba`,
    `estan? ${any('robando asaltando disparando')}|(?:me|la|lo|le) (?:estan? )?${any('pegando golpeando atacando siguiendo')}|amenaza(?:ndo)?(?: [^ ]+)? (?:con matar|de muerte)`,
  ],
  trapped: [
    `${any('is s are am m man woman child baby people kids person somebody someone')} (?:trapped|stuck in ${any('the an a')} elevator)`,
    `(?:${CHILD}|somebody|someone|dad|mom|mother|father)(?: [^ ]+){0,3} (?:locked )?(?:in|inside) ${any('the a her his my')} (?:hot |locked |parked )?car`,
    `(?:can t|cant|cannot|unable to) get out of ${OF_A_HOUSE}|car (?:is )?(?:sinking|in the ${any('canal lagoon lake water river pool')})`,
    `water (?:is |keeps )?(?:rising|coming up)(?: [^ ]+){0,3} ${any('house room inside apartment basement kitchen bedroom')}`,
    `atrapad[oa]s?|(?:bebe|nino|nina) (?:[^ ]+ )?(?:encerrad[oa] )?en ${any('el un')} ${any('carro auto coche')}`,
    `no ${any('puede pueden puedo podemos')} salir de ${any('la el su mi')} ${any('casa carro cuarto edificio apartamento elevador ascensor')}`,
  ],
};

const RULES = (Object.keys(PHRASES) as EmergencyKind[]).map((kind) => ({ kind, words: new RegExp(`(?<![^ ])(?:${PHRASES[kind].join('|')})(?![^ ])`) })); // safe: the keys above

/** A cat in a tree, a dog that was hit: not for 911, whatever else is said of them. */
const ANIMALS = new RegExp(`(?<![^ ])${any('dogs? cats? kittens? puppy raccoons? deer birds? ducks? ducklings? turtle iguana opossum possum squirrel snake owl pelican manatee animal perr[oa] gat[oa] ave pajaro')}(?![^ ])`);
const ALSO_OF_ANIMALS: ReadonlySet<EmergencyKind> = new Set(['harm', 'trapped']);

/** The first of the rules that the words of a call meet; null: none does, which is no promise that nobody is in danger. */
export function emergencyIn(text: string): Emergency | null {
  const line = lineOf(text);
  const words = line.tokens.flatMap(({ folded }, token) => (folded === '' ? [] : folded.split(' ').map((word) => ({ word, token }))));
  const folded = words.map(({ word }) => word).join(' ');
  const isOfAnimals = ANIMALS.test(folded);
  for (const { kind, words: pattern } of RULES) {
    const found = isOfAnimals && ALSO_OF_ANIMALS.has(kind) ? null : pattern.exec(folded);
    if (found === null) continue;
    const first = words[wordsBefore(folded, found.index)]?.token ?? 0;
    const last = words[wordsBefore(folded, found.index + found[0].length) - 1]?.token ?? first;
    return { kind, said: saidBetween(line, first, last + 1) };
  }
  return null;
}

function wordsBefore(folded: string, end: number): number {
  return folded.slice(0, end).split(' ').filter((word) => word !== '').length;
}
