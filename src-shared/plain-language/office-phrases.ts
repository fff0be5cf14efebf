import type { Language } from '../domain/case.ts';

/** A phrase of offices and what people say; an empty `plain` means that it can be left out. */
export interface OfficePhrase {
  readonly phrase: string;
  readonly plain: string;
}

/** Each line: the phrase, and after the arrow what people say. Most are from the word list of plainlanguage.gov. */
const ENGLISH = `
a number of → some
abate → remove
abated → removed
adequate number of → enough
administrative closure → closed without work being done
administratively closed → closed without work being done
aforementioned → this
appt → appointment
as per → by
asap → as soon as possible
as prescribed by → under
ascertain → find out
at the present time → now
at this point in time → now
at this time → now
cease and desist → stop
commence → begin
commenced → began
constituent → resident
dept → department
due to the fact that → because
endeavor → try
expedite → speed up
facilitate → help
field work has been completed → a crew has done the work
for the purpose of → to
has been actioned → has been done
hereby → 
heretofore → until now
in accordance with → under
in close proximity to → near
in lieu of → instead of
in order to → to
in regards to → about
in the amount of → for
in the event of → if there is
in the event that → if
in the near future → soon
in the vicinity of → near
inquire → ask
is able to → can
it has come to our attention that → 
necessitate → need
numerous → many
on a daily basis → every day
on a weekly basis → every week
per our records → our records say
per process → 
personnel → staff
please be advised that → 
please note that → 
ponding → standing water
prior to → before
pursuant to → under
rectify → put right
remediate → fix
remediated → fixed
remuneration → pay
resched → new appointment
said property → the property
subsequent to → after
subsequently → later
sufficient → enough
terminate → end
the undersigned → I
unable to locate → could not find
unfounded → we found nothing to act on
until such time as → until
upon arrival → when we came
upon completion → when it is done
utilize → use
utilized → used
utilizing → using
vactor → vacuum truck
with reference to → about
with regard to → about
with regards to → about
with respect to → about
with the exception of → except for
work order has been completed → the work is done`;

const SPANISH = `
a fin de → para
a la brevedad posible → pronto
a la mayor brevedad → pronto
a los efectos de → para
asimismo → también
con anterioridad a → antes de
con el fin de → para
con el objeto de → para
con el propósito de → para
con posterioridad a → después de
con respecto a → sobre
dado que → porque
dar inicio a → empezar
de conformidad con → según
de manera inmediata → ahora mismo
debido a que → porque
debido al hecho de que → porque
efectuar → hacer
efectuó → hizo
en el caso de que → si
en estos momentos → ahora
en las inmediaciones de → cerca de
en lo que respecta a → sobre
en relación con → sobre
en virtud de → por
finalizó → terminó
llevar a cabo → hacer
mediante → con
no obstante → pero
por medio de la presente → 
previo a → antes de
respecto a → sobre
se le informa que → 
se le notifica que → 
se llevó a cabo → se hizo
se procedió a → 
sírvase → por favor
subsanar → arreglar
subsanado → arreglado
toda vez que → porque
vía telefónica → por teléfono`;

/** Longest first, so that a phrase goes before the phrases within it. */
export const OFFICE_PHRASES: Record<Language, readonly OfficePhrase[]> = { en: phrasesOf(ENGLISH), es: phrasesOf(SPANISH) };

function phrasesOf(lines: string): readonly OfficePhrase[] {
  const phrases = lines.trim().split('\n').map((line) => {
    const [phrase = '', plain = ''] = line.split('→').map((part) => part.trim());
    return { phrase, plain };
  });
  return phrases.sort((a, b) => b.phrase.length - a.phrase.length);
}
