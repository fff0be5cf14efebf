/**
 * What real records look like, as shares: read off the public extracts named at each table, so that made-up cases are as uneven as
 * a city's are. A share is any number; only its part of the whole counts.
 */

export type Shares<Value> = readonly (readonly [Value, number])[];

/** Sewer, transit, parking, clerk and the rest of San Francisco's 10,000; Kansas City's 4,493 potholes; a tenth of Boston's 46,738 calls about animals and housing. The demo city's words for them. */
export const SERVICE_SHARES: Shares<string> = [
  ['POTHOLE', 4_520], ['SEWER-BACKUP', 1_150], ['DRAIN', 930], ['SEWER-ODOR', 260], ['MANHOLE', 240], ['WATER-LEAK', 310], ['COMPLAINT-SERVICE', 980],
  ['COMPLIMENT', 510], ['GRAFFITI', 890], ['ILLEGAL-DUMP', 500], ['RENTAL-HOUSING', 1_710], ['PARKING', 560], ['SIGN-DOWN', 250], ['SIGNAL', 110],
  ['INFO', 920], ['RECORDS', 640], ['WATER-BILL', 340], ['DEAD-ANIMAL', 2_330], ['STRAY', 1_500], ['LOST-PET', 310], ['NOISE', 175], ['STREETLIGHT', 160],
  ['MISSED-TRASH', 150], ['BULK-PICKUP', 120], ['CART', 90], ['TREE-DOWN', 85], ['TREE-TRIM', 70], ['SIDEWALK', 115], ['PARK-REPAIR', 52], ['PERMIT-STATUS', 45],
  ['NO-PERMIT', 20], ['JUNK-VEHICLE', 60], ['OVERGROWN', 55], ['PATROL', 18], ['COMPLAINT-STAFF', 45], ['COMMISSION-REQ', 35], ['SUGGESTION', 40], ['NO-WATER', 49],
];

/** The two cities together; letters, the counter and a commissioner are ours, from what the city says of itself. */
export const CHANNEL_SHARES: Shares<'phone' | 'web' | 'mobile' | 'email' | 'social' | 'text' | 'counter' | 'letter' | 'commissioner'> = [
  ['phone', 6_451], ['web', 6_243], ['mobile', 839], ['email', 577], ['social', 257], ['text', 69], ['counter', 400], ['letter', 150], ['commissioner', 35],
];

/** San Francisco: cases by hour of their day, from midnight, and by day of the week, from Monday. */
export const HOUR_SHARES = [93, 58, 48, 48, 62, 79, 171, 413, 682, 816, 758, 814, 693, 738, 699, 722, 675, 579, 515, 384, 338, 263, 191, 161];
export const WEEKDAY_SHARES = [1_666, 1_681, 1_590, 1_655, 1_460, 998, 950];

/** San Francisco: days until a case was closed; so many of a hundred took no longer. */
export const CLOSED_WITHIN_DAYS: readonly (readonly [percent: number, days: number])[] = [
  [0, 0.01], [5, 0.04], [10, 0.09], [25, 0.88], [50, 5.63], [75, 31.83], [90, 309.65], [95, 773.36], [99, 1_065.93], [100, 1_400],
];

/** San Francisco: so many of a hundred cases have no address. */
export const PERCENT_WITHOUT_PLACE = 43;

/** Grants Pass: the 180 longest streets, by their address points. */
export const STREET_SHARES: Shares<string> = [
  ['Rogue River Highway', 632], ['6Th Street', 483], ['Redwood Avenue', 444], ['D Street', 357], ['Williams Highway', 355], ['Leonard Road', 341],
  ['Park Street', 332], ['Highland Avenue', 301], ['N Street', 299], ['Bridge Street', 288], ['Fruitdale Drive', 283], ['7Th Street', 262],
  ['A Street', 259], ['G Street', 241], ['K Street', 215], ['Harbeck Road', 214], ['Cloverlawn Drive', 213], ['Dowell Road', 209],
  ['Foothill Boulevard', 205], ['Monument Drive', 204], ['I Street', 189], ['E Street', 184], ['10Th Street', 182], ['C Street', 181],
  ['M Street', 177], ['L Street', 175], ['J Street', 175], ['Rogue River Avenue', 175], ['Fairview Avenue', 172], ['8Th Street', 168],
  ['Lewis Avenue', 166], ['Lower River Road', 165], ['B Street', 152], ['Morgan Lane', 147], ['H Street', 140], ['9Th Street', 137],
  ['Willow Lane', 128], ['F Street', 127], ['Beacon Drive', 127], ['Jones Creek Road', 125], ['Kokanee Lane', 125], ['Allen Creek Road', 124],
  ['Grandview Avenue', 120], ['Savage Street', 119], ['New Hope Road', 118], ['Kellenbeck Avenue', 117], ['5Th Street', 115], ['Hamilton Lane', 115],
  ['Summit Loop', 113], ['Medart Lane', 112], ['Hawthorne Avenue', 111], ['Washington Boulevard', 102], ['4Th Street', 101], ['Victoria Street', 97],
  ['11Th Street', 94], ['Paradise Ranch Loop Road', 92], ['Sun Glo Drive', 91], ['Esther Lane', 90], ['Redwood Highway', 88], ['Upper River Road', 79],
  ['12Th Street', 78], ['Portola Drive', 78], ['North Hill Drive', 77], ['Jordan Street', 77], ['George Tweed Boulevard', 75], ['Demaray Drive', 74],
  ['Central Avenue', 73], ['Grandview Lane', 73], ['Western Avenue', 72], ['Lawnridge Avenue', 72], ['Raydean Drive', 72], ['Plumtree Lane', 71],
  ['Conklin Avenue', 70], ['Pearce Park Road', 69], ['Ironwood Drive', 69], ['Starlite Place', 68], ['Lincoln Road', 68], ['Sand Creek Road', 68],
  ['Haviland Drive', 67], ['Granite Hill Road', 66], ['Foundry Street', 66], ['Greenwood Avenue', 66], ['Golden Park Drive', 66], ['Cooke Avenue', 65],
  ['Walker Road', 64], ['Park Plaza Drive', 64], ['Hubbard Lane', 63], ['Soldier Creek Road', 61], ['Oak Street', 61], ['Elmer Nelson Lane', 60],
  ['Merlin Road', 60], ['Camp Joy Road', 60], ['Valley View Drive', 59], ['Elk Lane', 59], ['Rogue Drive', 58], ['Isham Street', 58],
  ['Union Avenue', 58], ['Spalding Avenue', 57], ['Hungry Hill Drive', 56], ['Scenic Drive', 55], ['Midway Avenue', 55], ['Sturgeon Court', 55],
  ['Arnold Avenue', 55], ['Leonard Street', 53], ['Prospect Avenue', 52], ['3Rd Street', 52], ['Roguelea Lane', 50], ['Pardee Lane', 50],
  ['Marion Lane', 50], ['Westholm Avenue', 49], ['Independence Drive', 49], ['Crestview Loop', 49], ['Wrightwood Circle', 49], ['Annabelle Lane', 48],
  ['Parkdale Drive', 48], ['Ramsey Avenue', 47], ['Espey Road', 47], ['Meadow Glen', 47], ['Trollview Road', 46], ['Hillcrest Drive', 46],
  ['River Road', 46], ['Dewey Drive', 46], ['Shady Lane', 46], ['Southridge Way', 46], ['Catherine Way', 46], ['2Nd Street', 45],
  ['Anderson Street', 45], ['Southgate Way', 45], ['Webster Road', 44], ['Madrone Street', 44], ['Burgess Street', 44], ['Marjean Lane', 44],
  ['Cienaga Lane', 43], ['Lonnon Road', 43], ['Whispering Willow Drive', 43], ['Donaldson Road', 42], ['Sky Crest Drive', 42], ['Vine Street', 41],
  ['Pleasant Valley Road', 41], ['Riverside Avenue', 41], ['Cottonwood Street', 41], ['Princeton Place', 40], ['Bellevue Place', 40], ['Terry Lane', 40],
  ['Silverwood Place', 40], ['Doneen Lane', 40], ['Spruce Street', 40], ['Yorktown Drive', 40], ['Crown Street', 39], ['Wharton Drive', 39],
  ['Elm Street', 38], ['Robinson Road', 38], ['Regent Drive', 38], ['Nunnwood Lane', 38], ['Redwood Circle', 38], ['Camelot Drive', 37],
  ['Waterstone Drive', 37], ['Delsie Drive', 37], ['Applegate Avenue', 37], ['Galaxy Way', 37], ['Liberty Drive', 37], ['Muirfield Village Loop', 37],
  ['Kinsington Court', 37], ['Midland Avenue', 36], ['Rounds Avenue', 36], ['Allenwood Drive', 36], ['Dean Drive', 36], ['Agness Avenue', 36],
  ['Schroeder Lane', 35], ['Panoramic Loop', 35], ['Canal Avenue', 35], ['Wyndham Way', 35], ['Palomino Drive', 34], ['Mesman Drive', 34],
  ['Ashley Place', 34], ['Timber Lane', 34], ['Manzanita Avenue', 34], ['Pine Street', 34], ['Wineteer Lane', 34], ['Sunset Way', 34],
];

export const FIRST_NAMES = (
  'Ana Mary José Luis Grace Ivan Fatima Thanh Bo Siobhan Dwayne Linda Robert Patricia Michael Jennifer David Carmen Wei Olga Tamika Jean-Pierre Yolanda Kwame Priya Ahmed ' +
  'Rosa Miguel Hannah Noah Sofía Dmitri Aaliyah Chidi Mei Ingrid Pablo Nadia Otis Walter Ruth Betty Earl Lupe Ximena Giovanni Hiroshi Leila Marcus Ebony'
).split(' ');
export const LAST_NAMES = (
  'Smith Johnson Williams Brown Jones García Miller Davis Rodríguez Martínez Hernández López González Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Pérez Thompson White ' +
  'Harris Sánchez Clark Ramírez Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts ' +
  'Núñez Xiong O’Neil Pierre Kowalczyk Okonkwo Petrenko Castellanos Featherstone Villanueva Abernathy Haddad Yamamoto Lindqvist MacGregor Dubois Oyelaran Castañeda Szymański Bhattacharya'
).split(' ');

/** What callers and crews say; put together by the dozen they give a text its usual length. */
export const SAID = [
  'about two feet across', 'since last night', 'in front of the house', 'by the bus stop', 'a car was damaged this morning', 'very dark for people walking home', 'the truck went down the other side',
  'it smells worse after rain', 'the neighbors have called twice', 'near the school', 'behind the church', 'water is running down to the drain', 'somebody could get hurt', 'no answer so far',
  'please call before you come', 'it was repaired last month and is back', 'the whole block is without', 'at the corner', 'for a week now', 'children play there', 'blocking the sidewalk', 'the sign lies on the ground',
  'called from the office', 'there is glass on the road', 'the gate was left open', 'on the north side of the street', 'hay un olor fuerte', 'desde el lunes', 'enfrente de la casa', 'the cover is loose',
];
export const CREW_NOTES = ['Crew sent', 'Looked at it today', 'Waiting for parts', 'Called the citizen', 'Marked for repair', 'Work order given out', 'Checked, nothing found', 'Second visit needed'];
