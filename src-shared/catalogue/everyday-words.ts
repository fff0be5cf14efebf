/**
 * What callers say for the same thing, in any city: "crater" for a pothole, "fridge" for a refrigerator, "llanta" for a tire. A city
 * names its services and keywords; that an oak is a tree it need not say.
 *
 * Written from what 311 callers say; folded words, both languages. What it is worth: `docs/service-search.md`.
 */
import { stemOf } from './word-stem.ts';

/** Each line: words that stand for each other; with `>`, what is said before, what it may mean after. */
const LINES = `
crater pit divot chuckhole > pothole hole
pothole hole bache hoyo hueco agujero pozo
slab concrete cement pavers walkway footpath > sidewalk
sidewalk acera banqueta anden vereda
wheelchair wheelchairs stroller strollers andadera carriola > sidewalk
trip tripped fell stumbled tropece cai caida > sidewalk tripped
street road roadway calle via camino
asphalt blacktop pavement pavimento asfalto > road street pothole
highway freeway interstate avenue lane carretera autopista avenida > road street
sinking sank sunk caving collapsed collapsing dropped hundio hundiendo > sinkhole collapsed caving
sign letrero senal rotulo
ads ad flyers flyer posters poster advertising billboard anuncios > signs
yield > stop sign
semaforo > signal light
signal lights intersection blinking flashing green red yellow amber arrow intermitente > signal flashing stuck
stoplight stoplights > traffic signal light
lamp lamppost bulb lantern farola foco bombilla lampara > light lamp street
dark blackout oscuro oscura oscuridad > dark light
flickers flickering blinks buzzing parpadea > flickering
flood flooded flooding inundada inundacion inunda submerged
puddle lake pooled rain rainwater storm lluvia charco > flooding standing drain
gutter grate culvert ditch inlet catch alcantarilla rejilla coladera cuneta > drain storm
clogged blocked plugged stopped tapada tapado obstruida
drain drainage drenaje desague
sweep swept sweeper sweeping barrer barredora
glass shards vidrios vidrio > glass street
stripe stripes striping lines line paint arrows crossing zebra lineas raya > markings crosswalk lines
faded worn gone borrado despintado
crosswalk cruce peatonal
speed speeding race racing fast zoom flying drag velocidad rapido exceso acelerados > speeding
hump bump table tope reductor > speed bump hump
debris rubble escombros wreckage > debris object
ladder boards tablas mattress couch tire plywood lumber cooler chair > object debris
lane highway freeway middle > road roadway
leak leaking leaks gushing bubbling spraying spewing dripping geyser fuga gotea chorro saliendo > leak burst running
pipe main tuberia tubo caneria
meter medidor
faucet tap spigot shower sink llave grifo regadera ducha > tap
pressure trickle drips drip goteando presion > pressure
shut shutoff disconnected cortaron quitaron > off agua
brown cloudy rusty discolored tea muddy turbia amarilla cafe > dirty brown color
taste smell smells funny chlorine sabor huele > taste smell
sewage septic waste toilet toilets bathtub tub cloaca aguas negras excusado inodoro bano > sewage sewer toilet
backing backup overflow overflowing bubbling desborde desbordando > backup overflow
stink stinks stench odor reeks rotten apesta peste hedor > odor smell stink
lid cover tapa tapadera
manhole registro pozo
hydrant hidrante bomberos > hydrant
bill billed charge charged charges invoice payment overcharged factura recibo cuenta cobro cobraron cobran > bill
doubled tripled high expensive caro > high
seawall bulkhead malecon muro
canal bank shore shoreline eroding erosion washing ribera > canal bank
garbage trash rubbish basura
refuse waste > garbage trash
truck hauler collector camion recolector > pickup collected
picked pickup collected collect emptied skip skipped missed recogieron recoger recojan recoleccion pasaron paso
recycling recyclables recycle reciclaje cardboard bottles cans carton > recycling
yard clippings leaves branches twigs fronds brush hojas ramas jardin > yard waste
bulky furniture couch sofa sillon mattress colchon recliner dresser bed table washer dryer stove oven fridge refrigerator refrigerador freezer appliance appliances tv television estufa lavadora mueble muebles > bulk furniture sofa
haul disposal dispose rid llevar llevarse tirar > pickup
can bin cart container toter barrel bote contenedor tambo cubo zafacon
stolen stole robado robaron theft
dump dumped dumping throwing threw tossed tiraron tirando tiran botaron > dumped dumping
tires tire llantas llanta neumatico > tires
drywall construction shingles bricks rubble material materials concrete > construction material dumped
alley lot wooded terreno lote baldio callejon > lot alley
grass weeds lawn mow mowed mowing pasto hierba zacate monte cesped yerba
overgrown tall waist knee jungle crecido crecida alto > tall overgrown
hoarder hoarding clutter piles piled junk chatarra cachivaches > junk hoarding
car vehicle truck van suv sedan pickup rv trailer motorhome carro coche auto vehiculo camioneta troca
abandoned abandonado abandonada unmoved sitting expired > abandoned
plates plate tag tags license placas registration > tag
blocks flat inoperable wrecked stripped ponchadas > abandoned junk
vacant empty abandoned boarded vacio vacia deshabitada
building house structure store shed edificio casa roof techo porch balcony warehouse > building house
squatters squatting trespassing sneaking breaking addicts invasores > squatters vacant
collapse falling unsafe dangerous peligroso peligrosa derrumbe leaning > falling unsafe dangerous
landlord owner landlady super dueno casero arrendador > landlord
apartment apt unit condo rental tenant renter departamento apartamento inquilino > apartment
heat heater heating furnace boiler calefaccion > heat
mold mildew moho humedad > mold
roaches roach cockroaches bugs bedbugs chinches cucarachas infestation > roaches bugs
rats rat mice mouse rodents rodent ratas ratones > roaches rats
airbnb vrbo shortterm weekly > vacation rental term
parties party partying fiesta fiestas
permit permits permiso permisos licence
building construyendo construction adding addition remodel remodeling construccion obra ampliando > building construction
deck fence shed pool patio roof gazebo cerca barda alberca piscina > permit fence
approved approval plan plans application inspector inspection status aprobaron planos solicitud inspeccion > permit status inspection
graffiti tag tagged tagging spray sprayed painted spraypaint grafiti pintaron pintas rayaron rayada rayado vandalized vandalism
wall fence bridge pared barda puente > wall
tree oak maple pine palm elm sycamore pecan eucalyptus arbol roble pino palma palmera encino > tree
limb branch branches bough rama ramas
fell fallen down toppled uprooted came crashed cayo caido caida tumbo > fell fallen down
wires wire powerline cables cable > line power
trim trimmed prune pruned cut hanging growing overhanging podar poda cortar > trim prune
covering blocking hides hidden obstructing tapando tapan tapa cubren > blocking
park playground parque plaza
swing slide seesaw swings monkey bars climber columpio resbaladilla tobogan juegos > playground swing
bathroom bathrooms restroom restrooms banos bano toilets > bathroom
bench picnic fountain banca bancas fuente > bench fountain
pavilion gazebo shelter shelterhouse kiosk field court pabellon cancha palapa quiosco > pavilion field reserve
book booking reserve reservation reserving rent renting reservar apartar alquilar rentar
birthday quinceanera cumpleanos picnic reunion > party birthday
soccer baseball softball tennis basketball pickleball football futbol > field
beach shore playa sand dune arena > beach
seaweed sargazo algae algas > seaweed beach
ramp dock pier marina rampa muelle
loud noise noisy music blasting bass stereo speakers ruido ruidoso musica volumen escandalo bocinas > noise loud music
blower leafblower mower generator drill drilling jackhammer hammering compressor horn alarm > noise construction
bar nightclub club tavern cantina > noise music
rooster roosters crowing crow gallo gallos gallina gallinas hens > barking noise animal
barking barks bark ladra ladran ladrando > barking
downstairs upstairs neighbor neighbors neighbour vecino vecinos vecina > neighbors
parked parking park blocking blocks estacionado estacionados estacionada > parked parking
driveway entrada garage cochera > driveway
handicap handicapped disabled placard discapacitados minusvalidos > handicap
homeless evicted tent tents camp camping encampment sleeping sinhogar indigente campamento durmiendo vagabundo shelter > homeless camp encampment
patrol rondin rondines officer police cop cops cruiser patrulla policia vigilancia > patrol
drugs drug dealing dealers dealer selling drogas vendiendo prostitution gang gangs pandilla > drug suspicious activity
suspicious prowler burglary breakin burglar robo sospechoso ladrones > suspicious break
report copy copies copia reporte informe > report copy
bike bicycle bicicleta purse wallet backpack burglarized > police report
accident insurance aseguranza chocaron crash collision wreck accidente choque > accident crash
dog lab labrador puppy puppies pit bull pitbull mutt mutts perrita perrito chihuahua shepherd retriever poodle perro perros perra cachorro > dog
bleeding puncture stitches > bite bitten
saturday sunday sabado domingo > weekend
cat kitten kittens gato gatos gatito > cat
loose stray roaming running wandering suelto sueltos callejero > stray loose
dead carcass killed roadkill muerto muerta muertos atropellado > dead
possum opossum gator alligator snake raccoon squirrel deer skunk armadillo bird pelican iguana coyote rabbit venado mapache zorrillo ardilla ave pajaro animal > animal raccoon
chained tied starving neglected abused beaten amarrado flaco maltrato encadenado > chained abuse neglect
bit bite bitten teeth rabies mordio mordedura mordida scratched > bite bitten
lost missing escaped ran perdido perdida perdio escapo > lost missing
found collar encontre encontro hallado > found
holiday thanksgiving christmas feriado navidad > hours office
hours open close closes closed horario abren cierran abierto > hours office
office offices department handles handle oficina departamento > office information
records documents minutes ordinance foia registros documentos actas > records minutes copy
council commissioner commission mayor alderman councilman concejo comisionado alcalde > commissioner commission
parade festival 5k marathon concert desfile feria carrera evento > event parade festival
curb cut widen widening apron > curb driveway
idea suggestion suggest ought propose sugerencia propongo sugiero propuesta > suggestion idea
thank wonderful thanks thankful grateful praise kudos appreciate gracias agradecer felicitar > thank compliment
complaint complain complaining unhappy upset disappointed queja quejarme reclamo > complaint
waiting reported called nobody ignored responded callback llame contesta responde > called nobody
rude cussed cussing cursed cursing yelled swore insulted disrespectful attitude grosero grito insulto > rude yelled employee
employee worker workers staff driver clerk empleado trabajador chofer inspector > employee
contractor contractors subcontractor crew contratista cuadrilla > contractor crew
lawn sod landscaping sprinkler jardin cesped > lawn
`;

/** Words that are said of anything: they tell little, also where only one service is called by them. */
const OF_ANYTHING = `
come comes came coming go goes going gone went got get gets keep keeps kept left leave leaves put puts take takes took make makes made let
turn turns turned hit hits ran run runs look looks looking see seen saw say says said tell told ask asked call called calls calling know think want
work works working use used using fix fixed back front behind next side near around again still never always every time times day days week
weeks month months year years today tonight yesterday morning night last since ago now after before while when where what which who why how
new old big small little bad good great whole full one two three somebody someone something anybody anyone anything nobody nothing everything
people man woman men kids kid child children son daughter mother father mom dad husband wife friend lady guy property place city town
no ever now block right goes corner traffic away off through across middle top bottom end too more many much few lots lot only even else other another right way help hurt
home house door outside inside everywhere long like just really please report reporting thing things stuff guys storm hurricane
voy va van vino viene vienen fue hace hacen hizo dias dia semana semanas mes meses ano anos hoy ayer noche manana desde hasta siempre nunca
nadie alguien algo nada todo toda todos todas cuando donde quien mucho mucha muchos muchas grande chico nuevo viejo enfrente frente atras lado
cerca casa vez veces tiene tienen tengo quiero puede pueden hombre mujer gente senor senora truck trucks camion tormenta huracan cosa cosas como pues reportar nino ninos hijo hija
`;

/** What may be meant by a word, by its stem: stems of what services may be called. */
export const MEANT_BY: ReadonlyMap<string, ReadonlySet<string>> = meaningsOf(LINES);

/** Folded words that are said of anything. */
export const SAID_OF_ANYTHING: ReadonlySet<string> = new Set(OF_ANYTHING.split(/\s+/).filter((word) => word !== ''));

function meaningsOf(lines: string): ReadonlyMap<string, ReadonlySet<string>> {
  const meanings = new Map<string, Set<string>>();
  for (const line of lines.split('\n')) {
    const [said, meant] = line.split('>').map((words) => words.split(' ').filter((word) => word !== '').map(stemOf));
    for (const stem of said ?? []) {
      const known = meanings.get(stem) ?? new Set<string>();
      for (const other of meant ?? said ?? []) if (other !== stem) known.add(other);
      meanings.set(stem, known);
    }
  }
  return meanings;
}
