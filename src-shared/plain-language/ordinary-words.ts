/**
 * Telling a shouted word from an acronym: `NOT` and `CLOSED` are words in capitals, `CAS` and `FDOT` are not.
 *
 * Short words are listed, because too many acronyms could be words (`FEMA`, `HAND`, `ROW`); from five letters on a word is told by
 * whether it can be pronounced.
 */
const ENGLISH =
  'a i am an as at be by do ex go he if in is it me my no of oh ok on or so to up us we ' +
  'add age ago aid aim air all and any are arm art ask ate bad bag ban bar bay bed big bin bit boy bug bus but buy can cap car cat cow cry cup cut day did die dig dim dog dry due ear eat egg end ' +
  'era eye fan far few fit fix fly for fun gap gas get got gun guy had has hat her hey him his hit hot how ice ill its jam job key kid law lay leg let lid lie lot low mad man map may men met mix mom mud net new nor ' +
  'not now nut odd off oil old one our out own pay per pet pit pop put ran rat raw red rid run rut sad saw say sea see set sex she sit six sky son sun tag tan tap tar tax tea ten the tie tip ' +
  'toe ton too top tow toy tree try two use van via vet wag war was way web wet who why win won yes yet you zoo ' +
  'able acid ages also area army asks away baby back ball bank bare bars base bath beam bear beat been bell belt bend best bike bill bins bird bite blow blue boat body bolt bond bone book boot both bowl box boys bulb bulk bump burn bush busy ' +
  'cage call came camp cans card care cars case cash cats cell city club coat code cold come cone cool copy cord cost crew curb cuts damp dark data date days dead deaf deal dear debt deck deep dirt dish dock does dogs done door down drag draw drew drip drop dry duck dump dust duty ' +
  'each east easy edge else ends even ever exit eyes face fact fail fair fall farm fast fear feed feel feet fell felt file fill find fine fire fish five fixed flag flat flow foam fold food foot for fork form four free from fuel full fund ' +
  'game gate gave gear gets girl give glad glass goes gold gone good gray grew grow hair half hall hand hang hard harm hats have head hear heat held help here hers hide high hill hold hole home hook hope hose host hour huge hurt idea inch info into iron item ' +
  'jobs join jump just keep kept keys kids kind knee knew knob know lack lady lake lamp land lane last late lawn lead leaf leak lean left legs less life lift like line link list live load lock long look lose loss lost lots loud love luck made mail main make male many memo mark math meal mean meat meet mess mice mile milk mind mine miss mold moon more most move much ' +
  'nail name near neck need nest news next nice nine none noon nose note ones only onto open oral other ours oven over owed owes owns pace pack page paid pain pair pale palm park part pass past path pave pays peak pets pick pier pile pine pink pipe plan play plot plug plus pole pond pool poor post pull pump push puts race rack rags rail rain ramp rats read real rear rent rest rich ride ring rise risk road rock role roof room root rope rule runs rush rust ' +
  'safe said sale salt same sand save says seal seat seed seek seem seen self sell send sent sets shed ship shop shot show shut sick side sign sink site size skin slab slip slow smog snow soap sofa soft soil sold sole some song soon sore sort spot stay stem step stop such suit sure surf swim tail take talk tall tank tape task team tear tell tent term test text than that them then they thin this tide tied till time tire told toll tone took tool tops torn tour town trap tray trees trim trip true tube tune turn twin type ' +
  'ugly unit upon used user uses vans vast vent very vest view vote wait wake walk wall want warm warn wash waste wave weak wear weed week well went were west what when whom wide wife wild will wind wire wise wish with wood word wore work worn yard yeah year your zero zone';
const SPANISH =
  'a al de del e el en es ha he la le lo me mi ni no o os se si sí su te tu tú un y ya yo ' +
  'así aún ese esa eso fin fue gas hay hoy hey las les los luz mal mar mas más mes mis muy nos ola oro otra otro par paz pie por pro que qué red río sal san sea ser sin sol son soy sus tal tan tapa ten tos tus una uno uso usa vea ven ver vez vía voy ' +
  'agua ahí ante año años aquí arte bajo bien boca buen cada cada caja cama caro casa caso cedo cien cita como cómo cual cuál cruz cual cuyo dado dar días diez dijo dio dos dura duro edad ella ello ese esta está este esto está fila flor foto fuga gato hace haga hijo hizo hora idea iba ido irá isla jefe lado lago leer lejos ley lista lote lugar mala malo mano mesa mide moto muro nada nido niño nota nube obra ocho onda once oyen paga pago país para parte pasa paso pese peso pide piso plan poco poda poda pone poste pozo pues pule rama ramas rato raya roca rota roto ruta sala sale seis sido silla sino sitio solo sólo soga sube tapa taza tela tema tipo toda todo tomó tres tubo usar usted va van vaya veces vida vino viva voto zona';

const LISTED: ReadonlySet<string> = new Set(`${ENGLISH} ${SPANISH}`.split(' '));

const LONGEST_LISTED = 4;

/** True for a word that people write in small letters too; `word` may be in any. */
export function isOrdinaryWord(word: string): boolean {
  const small = word.toLowerCase().replace(/['’].*$/u, '');
  if (LISTED.has(small)) return true;
  return small.length > LONGEST_LISTED && isPronounceable(small);
}

/** Consonants a word of English or Spanish can begin with, beyond a single one. */
const BEGINNINGS =
  /^(?:[aeiouáéíóúüy]|[bcdfghjklmnñpqrstvwxyz][aeiouáéíóúüy]|(?:bl|br|ch|cl|cr|dr|dw|fl|fr|gh|gl|gn|gr|kn|ll|ph|pl|pr|ps|qu|rh|sc|sch|scr|sh|shr|sk|sl|sm|sn|sp|sph|spl|spr|squ|st|str|sw|th|thr|tr|tw|wh|wr)[aeiouáéíóúüy])/u;
const VOWELS = /[aeiouáéíóúüy]/gu;

function isPronounceable(small: string): boolean {
  if (!BEGINNINGS.test(small) || /[^aeiouáéíóúüy]{5}/u.test(small) || /[aeiouáéíóúü]{4}/u.test(small)) return false;
  if (/[^aeiouáéíóúüy]{4}$/u.test(small) || /[bcdfghjkmpqvw][bcdfgjkmpqvwz]$/u.test(small)) return false;
  return (small.match(VOWELS)?.length ?? 0) / small.length >= 0.19;
}
