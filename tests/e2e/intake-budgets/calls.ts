/**
 * One call for each service of the demo city: what the caller says, as an agent types it while they speak, and the facts the case must
 * have. Two are in Spanish. Nothing here says which keys to press: that is `play-call.ts`.
 */
export interface BudgetCall {
  readonly service: string;
  /** The caller's own words, in the order they were said. */
  readonly said: string;
  /** What the agent asks then, because the service must know it: the answer, of a choice or in the caller's words. */
  readonly asked?: string;
  readonly facts: {
    readonly name: string;
    /** Digits. */
    readonly phone: string;
    readonly place?: string;
    readonly unit?: string;
    readonly description: string;
    readonly answers?: Readonly<Record<string, string>>;
    readonly language?: 'es';
  };
}

const call = (service: string, said: string, facts: BudgetCall['facts'], asked?: string): BudgetCall => ({ service, said, facts, ...(asked === undefined ? {} : { asked }) });

const STREETS = [
  call('POTHOLE', 'dana whitfield 561-555-0201 there is a deep hole in the road curb lane at 118 harbor street', { name: 'Dana Whitfield', phone: '5615550201', place: '118 Harbor Street', description: 'there is a deep hole in the road curb lane', answers: { lane: 'Curb lane' } }),
  call('SIDEWALK', 'my name is luis ortega 561-555-0202 my mother tripped on the broken sidewalk at 31 pelican lane', { name: 'Luis Ortega', phone: '5615550202', place: '31 Pelican Lane', description: 'my mother tripped on the broken sidewalk', answers: { injury: 'yes' } }, 'Yes'),
  call('ROAD-REBUILD', 'carol finch 561-555-0203 the street is caving in like a sinkhole at 900 dune road', { name: 'Carol Finch', phone: '5615550203', place: '900 Dune Road', description: 'the street is caving in like a sinkhole', answers: { blocked: 'no' } }, 'No'),
  call('SIGN-DOWN', 'greg stone 561-555-0204 stop sign knocked over at coral way and reef road', { name: 'Greg Stone', phone: '5615550204', place: 'Coral Way and Reef Road', description: 'stop sign knocked over', answers: { sign: 'Stop' } }),
  call('SIGNAL', 'helen brandt 561-555-0205 the traffic light is stuck on red at ocean avenue and 3rd street', { name: 'Helen Brandt', phone: '5615550205', place: 'Ocean Avenue and 3rd Street', description: 'the traffic light is stuck on red', answers: { fault: 'Stuck' } }),
  call('STREETLIGHT', 'omar haddad 561-555-0206 street light flickering all night in front of 77 sand dollar lane', { name: 'Omar Haddad', phone: '5615550206', place: 'In front of 77 Sand Dollar Lane', description: 'street light flickering all night', answers: { pattern: 'Flickering' } }),
  call('DRAIN', 'this is julia park 561-555-0207 the storm drain is clogged and the street flooded at 15 mangrove drive', { name: 'Julia Park', phone: '5615550207', place: '15 Mangrove Drive', description: 'the storm drain is clogged and the street flooded', answers: { house: 'no' } }, 'No'),
  call('STREET-SWEEP', 'victor lund 561-555-0208 the street needs sweeping, broken glass in the gutter at 402 palm court', { name: 'Victor Lund', phone: '5615550208', place: '402 Palm Court', description: 'the street needs sweeping, broken glass in the gutter' }),
  call('PAVEMENT-MARK', 'anita rao 561-555-0209 the crosswalk is so faded drivers do not see it at heron court and elm street', { name: 'Anita Rao', phone: '5615550209', place: 'Heron Court and Elm Street', description: 'the crosswalk is so faded drivers do not see it' }),
  call('SPEED-CALM', 'peter walsh 561-555-0210 cars speeding on my street every morning, 64 tide street', { name: 'Peter Walsh', phone: '5615550210', place: '64 Tide Street', description: 'cars speeding on my street every morning' }),
  call('DEBRIS-ROAD', 'rosa medina 561-555-0211 somebody lost a mattress in the street at 1200 coral way', { name: 'Rosa Medina', phone: '5615550211', place: '1200 Coral Way', description: 'somebody lost a mattress in the street' }),
];

const WATER = [
  call('WATER-LEAK', 'karen holt 561-555-0212 water leak, steady flow out of the ground at 22 gull lane', { name: 'Karen Holt', phone: '5615550212', place: '22 Gull Lane', description: 'water leak, steady flow out of the ground', answers: { flow: 'Steady flow' } }),
  call('NO-WATER', 'samuel adeyemi 561-555-0213 no water since six this morning, 58 bay street apt 4', { name: 'Samuel Adeyemi', phone: '5615550213', place: '58 Bay Street', unit: 'Apt 4', description: 'no water since six this morning' }),
  call('WATER-QUALITY', 'nina petrov 561-555-0214 brown water comes out of the tap at 9 marina drive', { name: 'Nina Petrov', phone: '5615550214', place: '9 Marina Drive', description: 'brown water comes out of the tap' }),
  call('SEWER-BACKUP', "ruth o'neil 561-555-0215 sewage in the house, the sewer is backing up, 19 reef road", { name: "Ruth O'Neil", phone: '5615550215', place: '19 Reef Road', description: 'sewage in the house, the sewer is backing up', answers: { inside: 'yes' } }, 'Yes'),
  call('SEWER-ODOR', 'frank bell 561-555-0216 it smells like rotten eggs by the manhole at 300 dune road', { name: 'Frank Bell', phone: '5615550216', place: '300 Dune Road', description: 'it smells like rotten eggs by the manhole' }),
  call('MANHOLE', 'tina gomez 561-555-0217 a manhole cover is gone at 5 harbor street', { name: 'Tina Gomez', phone: '5615550217', place: '5 Harbor Street', description: 'a manhole cover is gone' }),
  call('HYDRANT', 'eric sato 561-555-0218 a car hit the fire hydrant at 48 tide street and it is leaking', { name: 'Eric Sato', phone: '5615550218', place: '48 Tide Street', description: 'a car hit the fire hydrant and it is leaking' }),
  call('WATER-BILL', 'gloria stein 561-555-0219 my water bill is three times too high', { name: 'Gloria Stein', phone: '5615550219', description: 'my water bill is three times too high' }),
  call('SEAWALL', 'martin voss 561-555-0220 the seawall broke and the canal bank is eroding behind 7 canal road', { name: 'Martin Voss', phone: '5615550220', place: 'Behind 7 Canal Road', description: 'the seawall broke and the canal bank is eroding' }),
];

const WASTE = [
  call('MISSED-TRASH', 'soy ana lopez 561-555-0221 no recogieron la basura en mi casa, 88 calle del mar', { name: 'Ana Lopez', phone: '5615550221', place: '88 Calle del Mar', description: 'no recogieron la basura en mi casa', language: 'es', answers: { day: 'Tuesday' } }, 'Tuesday'),
  call('MISSED-RECYCLING', 'brian kelly 561-555-0222 they did not pick up the recycling at 14 oak avenue', { name: 'Brian Kelly', phone: '5615550222', place: '14 Oak Avenue', description: 'they did not pick up the recycling' }),
  call('YARD-WASTE', 'emily chan 561-555-0223 the palm fronds at the curb were not taken, 27 heron court', { name: 'Emily Chan', phone: '5615550223', place: '27 Heron Court', description: 'the palm fronds at the curb were not taken' }),
  call('BULK-PICKUP', 'harold dean 561-555-0224 i need a couch pickup at 510 palm court', { name: 'Harold Dean', phone: '5615550224', place: '510 Palm Court', description: 'i need a couch pickup', answers: { items: 'one couch, two chairs' } }, 'one couch, two chairs'),
  call('CART', 'lydia moss 561-555-0225 the wheel on my recycling cart is broken, 33 elm street', { name: 'Lydia Moss', phone: '5615550225', place: '33 Elm Street', description: 'the wheel on my recycling cart is broken', answers: { type: 'Recycling' } }),
  call('ILLEGAL-DUMP', 'calvin reed 561-555-0226 someone dumped tires behind the school', { name: 'Calvin Reed', phone: '5615550226', place: 'Behind the School', description: 'someone dumped tires' }),
];

const CODE = [
  call('OVERGROWN', 'joan meyer 561-555-0227 the grass next door is three feet tall, an overgrown lot, 61 gull lane', { name: 'Joan Meyer', phone: '5615550227', place: '61 Gull Lane', description: 'the grass next door is three feet tall, an overgrown lot' }),
  call('JUNK-YARD', 'kevin doyle 561-555-0228 junk in the yard and garbage piled up at 204 bay street', { name: 'Kevin Doyle', phone: '5615550228', place: '204 Bay Street', description: 'junk in the yard and garbage piled up' }),
  call('JUNK-VEHICLE', 'nora lang 561-555-0229 an abandoned car with no tag has been at 17 reef road for weeks', { name: 'Nora Lang', phone: '5615550229', place: '17 Reef Road', description: 'an abandoned car with no tag has been for weeks', answers: { place: 'Street' } }, 'Street'),
  call('UNSAFE-HOUSE', 'andre hill 561-555-0230 squatters in the vacant house at 83 marina drive', { name: 'Andre Hill', phone: '5615550230', place: '83 Marina Drive', description: 'squatters in the vacant house' }),
  call('RENTAL-HOUSING', 'tamara fox 561-555-0231 mold in my apartment and the landlord will not fix it, 40 oak avenue apt 12', { name: 'Tamara Fox', phone: '5615550231', place: '40 Oak Avenue', unit: 'Apt 12', description: 'mold in my apartment and the landlord will not fix it' }),
  call('SIGN-ILLEGAL', 'paula stern 561-555-0232 garage sale signs on every pole along coral way', { name: 'Paula Stern', phone: '5615550232', place: 'Along Coral Way', description: 'garage sale signs on every pole' }),
  call('SHORT-RENTAL', 'derek yoon 561-555-0233 the vacation rental next door is a party house, 6 sand dollar lane', { name: 'Derek Yoon', phone: '5615550233', place: '6 Sand Dollar Lane', description: 'the vacation rental next door is a party house' }),
  call('NO-PERMIT', 'alice boyd 561-555-0234 my neighbor is adding a room without a permit at 72 mangrove drive', { name: 'Alice Boyd', phone: '5615550234', place: '72 Mangrove Drive', description: 'my neighbor is adding a room without a permit' }),
  call('PERMIT-STATUS', 'roger quinn 561-555-0235 when is my inspection, it is for a fence permit', { name: 'Roger Quinn', phone: '5615550235', description: 'when is my inspection, it is for a fence permit' }),
  call('GRAFFITI', 'irene wolf 561-555-0236 spray paint on the wall at 250 ocean avenue', { name: 'Irene Wolf', phone: '5615550236', place: '250 Ocean Avenue', description: 'spray paint on the wall' }),
];

const PARKS = [
  call('TREE-DOWN', 'stanley cruz 561-555-0237 a tree fell across the road at 91 tide street', { name: 'Stanley Cruz', phone: '5615550237', place: '91 Tide Street', description: 'a tree fell across the road', answers: { wire: 'no' } }, 'No'),
  call('TREE-TRIM', 'wendy platt 561-555-0238 low branches, please trim the tree over the sidewalk at 35 palm court', { name: 'Wendy Platt', phone: '5615550238', place: '35 Palm Court', description: 'low branches, please trim the tree over the sidewalk' }),
  call('PARK-REPAIR', 'miguel santos 561-555-0239 the swing is broken at harbor park', { name: 'Miguel Santos', phone: '5615550239', place: 'Harbor Park', description: 'the swing is broken' }),
  call('PARK-RESERVE', 'sharon gill 561-555-0240 i want to rent the pavilion for a birthday party', { name: 'Sharon Gill', phone: '5615550240', description: 'i want to rent the pavilion for a birthday party' }),
  call('BEACH', 'theo marsh 561-555-0241 the boat ramp is broken at the marina', { name: 'Theo Marsh', phone: '5615550241', place: 'Marina', description: 'the boat ramp is broken' }),
];

const POLICE = [
  call('NOISE', 'habla jorge reyes 561-555-0242 mi vecino tiene la musica muy alta, es una fiesta, 5 calle luna', { name: 'Jorge Reyes', phone: '5615550242', place: '5 Calle Luna', description: 'mi vecino tiene la musica muy alta, es una fiesta', language: 'es', answers: { now: 'yes' } }, 'Yes'),
  call('PARKING', 'lorraine tate 561-555-0243 a car is blocking my driveway at 44 oak avenue', { name: 'Lorraine Tate', phone: '5615550243', place: '44 Oak Avenue', description: 'a car is blocking my driveway' }),
  call('HOMELESS', 'philip grant 561-555-0244 a homeless man is sleeping outside near the library', { name: 'Philip Grant', phone: '5615550244', place: 'Near the Library', description: 'a homeless man is sleeping outside' }),
  call('PATROL', 'bonnie ray 561-555-0245 two break ins this week, we want extra patrol on bay street', { name: 'Bonnie Ray', phone: '5615550245', place: 'Bay Street', description: 'two break ins this week, we want extra patrol' }),
  call('POLICE-REPORT', 'gerald pike 561-555-0246 i need a copy of the crash report', { name: 'Gerald Pike', phone: '5615550246', description: 'i need a copy of the crash report' }),
];

const ANIMALS = [
  call('STRAY', 'kathy wu 561-555-0247 a stray dog is running around at 12 gull lane', { name: 'Kathy Wu', phone: '5615550247', place: '12 Gull Lane', description: 'a stray dog is running around', answers: { aggressive: 'no' } }, 'No'),
  call('DEAD-ANIMAL', 'simon blake 561-555-0248 dead raccoon in the road at 600 dune road', { name: 'Simon Blake', phone: '5615550248', place: '600 Dune Road', description: 'dead raccoon in the road' }),
  call('ANIMAL-CRUELTY', 'denise ford 561-555-0249 a dog is chained up all day without water at 29 pelican lane', { name: 'Denise Ford', phone: '5615550249', place: '29 Pelican Lane', description: 'a dog is chained up all day without water' }),
  call('BITE', 'arthur lane 561-555-0250 i was bitten by a dog at 8 elm street', { name: 'Arthur Lane', phone: '5615550250', place: '8 Elm Street', description: 'i was bitten by a dog' }),
  call('LOST-PET', 'molly hayes 561-555-0251 i lost my dog, a brown puppy with a red collar', { name: 'Molly Hayes', phone: '5615550251', description: 'i lost my dog, a brown puppy with a red collar' }),
];

const CITY_HALL = [
  call('INFO', 'dennis cole 561-555-0252 what are your office hours', { name: 'Dennis Cole', phone: '5615550252', description: 'what are your office hours' }),
  call('RECORDS', 'sylvia kane 561-555-0253 i want to make a public records request', { name: 'Sylvia Kane', phone: '5615550253', description: 'i want to make a public records request', answers: { records: 'minutes of the budget meeting' } }, 'minutes of the budget meeting'),
  call('COMMISSION-REQ', 'curtis bay 561-555-0254 the commissioner asked us about the new library', { name: 'Curtis Bay', phone: '5615550254', description: 'the commissioner asked us about the new library' }),
  call('EVENT-PERMIT', 'janet ruiz 561-555-0255 we plan a block party and want to close the street', { name: 'Janet Ruiz', phone: '5615550255', description: 'we plan a block party and want to close the street' }),
  call('DRIVEWAY-WORK', 'howard nash 561-555-0256 i need a right of way permit to cut the curb for a new driveway', { name: 'Howard Nash', phone: '5615550256', description: 'i need a right of way permit to cut the curb for a new driveway' }),
  call('SUGGESTION', 'amber cho 561-555-0257 i have an idea, the city should put more benches downtown', { name: 'Amber Cho', phone: '5615550257', description: 'i have an idea, the city should put more benches downtown' }),
  call('COMPLIMENT', 'mildred shaw 561-555-0258 thank you for the great job your crew did', { name: 'Mildred Shaw', phone: '5615550258', description: 'thank you for the great job your crew did' }),
  call('COMPLAINT-SERVICE', 'russell dunn 561-555-0259 nobody called me back for two weeks, i have a complaint', { name: 'Russell Dunn', phone: '5615550259', description: 'nobody called me back for two weeks, i have a complaint' }),
  call('COMPLAINT-STAFF', 'valerie kent 561-555-0260 the driver of a city truck was rude and yelled at me', { name: 'Valerie Kent', phone: '5615550260', description: 'the driver of a city truck was rude and yelled at me' }),
  call('COMPLAINT-CONTRACTOR', 'oscar lima 561-555-0261 the contractor tore up my lawn and the crew left a mess at 3 heron court', { name: 'Oscar Lima', phone: '5615550261', place: '3 Heron Court', description: 'the contractor tore up my lawn and the crew left a mess' }),
];

export const CALLS: readonly BudgetCall[] = [...STREETS, ...WATER, ...WASTE, ...CODE, ...PARKS, ...POLICE, ...ANIMALS, ...CITY_HALL];
