import type { Person } from '../../src-shared/domain/case.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { streetWords } from '../../src-shared/places/street-words.ts';
import { digitsOf, foldText } from '../../src-shared/util/fold-text.ts';
import type { WriteDb } from '../db/database.ts';
import { soundsOf } from './sound.ts';

const SQL = {
  oldKeys: 'SELECT party_key AS partyKey FROM case_party WHERE case_key = :caseKey',
  forgetSearch: 'DELETE FROM party_search WHERE rowid = :partyKey',
  forget: 'DELETE FROM case_party WHERE case_key = :caseKey',
  add: `INSERT INTO case_party (case_key, person_key, name, phone, email, address, language, is_contributor, received_at)
    VALUES (:caseKey, :personKey, :name, :phone, :email, :address, :language, :isContributor, :receivedAt)`,
  search: `INSERT INTO party_search (rowid, name, phone, email, address) VALUES (:partyKey, :name, :phone, :email, :address)`,
  sound: 'INSERT OR IGNORE INTO party_sound (sound, party_key) VALUES (:sound, :partyKey)',
} as const;

/** Makes the people of one case findable as callers. Replaces what stood there for the case before. */
export function writeParties(db: WriteDb, caseKey: number, current: Case): void {
  for (const { partyKey } of db.query<{ caseKey: number }, { partyKey: number }>(SQL.oldKeys).all({ caseKey })) {
    db.write(SQL.forgetSearch).run({ partyKey });
  }
  db.write(SQL.forget).run({ caseKey });
  const people = [current.requester, current.onBehalfOf, ...current.coReporters.map((reporter) => reporter.person)];
  for (const person of people) {
    if (person && (person.name || person.phone || person.email)) addParty(db, caseKey, person, current.receivedAt);
  }
}

/** One person as recorded: the same phone digits and the same name. Two people share a phone, so both count. */
export function personKey(person: Pick<Person, 'name' | 'phone' | 'email'>): string {
  return [digitsOf(person.phone), foldText(person.name), person.phone ? '' : person.email.toLowerCase()].join('|');
}

/** `12 elm street` and `12 elm st`: callers are looked up by either. */
export function asSaidAndAsWritten(address: string): string {
  const folded = foldText(address);
  const short = streetWords(folded.split(' ')).join(' ');
  return short === folded ? folded : `${folded} / ${short}`;
}

function addParty(db: WriteDb, caseKey: number, person: Person, receivedAt: number): void {
  const { name, phone, email, address, language } = person;
  const isContributor = person.isContributor === undefined ? null : Number(person.isContributor);
  const added = db
    .write(SQL.add)
    .run({ caseKey, personKey: personKey(person), name, phone, email, address, language, isContributor, receivedAt });
  const partyKey = Number(added.lastInsertRowid);
  db.write(SQL.search).run({
    partyKey,
    name: foldText(name),
    phone: digitsOf(phone),
    email: email.toLowerCase(),
    address: asSaidAndAsWritten(address),
  });
  for (const sound of soundsOf(name)) db.write(SQL.sound).run({ sound, partyKey });
}
