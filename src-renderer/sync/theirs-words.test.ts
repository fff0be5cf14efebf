import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { theirsWords } from './theirs-words.ts';

const catalogue = Catalogue.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../resources/demo-city.json'), 'utf8')));
const now = utcMs(Date.parse('2026-11-02T14:00:00Z'));
const received = Date.parse('2026-10-02T20:10:00Z');
const service = catalogue.services[0];

it.each([
  ['changedMeanwhile', { field: 'channel', theirs: 'commissioner' }, 'Channel: Commissioner'],
  ['changedMeanwhile', { field: 'description', theirs: '' }, 'Description: nothing'],
  ['changedMeanwhile', { field: 'receivedAt', theirs: received }, 'Received: Fri 2 Oct 16:10'],
  ['changedMeanwhile', { field: 'isMajorRepair', theirs: true }, 'Construction or major repair: Yes'],
  ['changedMeanwhile', { field: 'serviceCode', theirs: service?.code }, `Service: ${service?.name}`],
  ['changedMeanwhile', { field: 'requester', theirs: { name: 'José Peña', phone: '', email: 'j@pena.example' } }, 'Citizen: José Peña, j@pena.example'],
  ['takenBySomeoneElse', { assigneeId: 'a.rivera' }, 'Assigned to Ana Rivera'],
  ['takenBySomeoneElse', { assigneeId: null }, 'Unassigned'],
  ['movedToAnotherDepartment', { departmentCode: catalogue.departments[0]?.code }, `With ${catalogue.departments[0]?.name}`],
  ['caseClosed', {}, null],
])('%s %o stands as %s', (code, details, words) => {
  expect(theirsWords({ code, details }, { catalogue, now })).toBe(words);
});
