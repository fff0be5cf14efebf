import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { BothSides } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { StaffId } from '../../src-shared/util/ids.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { sideWords } from './side-words.ts';

const catalogue = Catalogue.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../resources/demo-city.json'), 'utf8')));
const now = utcMs(Date.parse('2026-11-02T14:00:00Z'));
const received = utcMs(Date.parse('2026-10-02T20:10:00Z'));
const [service] = catalogue.services;
const [department] = catalogue.departments;
const side = (field: BothSides['field'], value: unknown, more: Partial<BothSides> = {}): BothSides => ({ field, mine: value, now: value, isKnown: true, isSame: true, changedBy: null, changedAt: null, ...more });

it.each([
  [side('channel', 'commissioner'), 'Channel', 'Commissioner'],
  [side('description', ''), 'Description', 'nothing'],
  [side('description', 'phone'), 'Description', 'phone'],
  [side('receivedAt', received), 'Received', 'Fri 2 Oct 16:10'],
  [side('isMajorRepair', true), 'Construction or major repair', 'Yes'],
  [side('serviceCode', service?.code), 'Service', service?.name],
  [side('requester', { name: 'José Peña', phone: '', email: 'j@pena.example' }), 'Citizen', 'José Peña, j@pena.example'],
  [side('assignee', 'a.rivera'), 'Assigned to', 'Ana Rivera'],
  [side('assignee', null), 'Assigned to', 'nobody'],
  [side('department', department?.code), 'Department', department?.name],
])('%o is said in words on both sides', (given, label, words) => {
  expect(sideWords(given, { catalogue, now })).toEqual({ label, mine: words, now: words, changed: 'as it was opened' });
});

it('says who put it there and when, or that it is not known here', () => {
  const changed = side('assignee', null, { changedBy: StaffId.parse('a.rivera'), changedAt: received });
  expect(sideWords(changed, { catalogue, now }).changed).toBe('Ana Rivera, Fri 2 Oct 16:10');
  expect(sideWords({ ...changed, isKnown: false }, { catalogue, now }).now).toBe('not on this workstation');
});
