import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { findService, findStaff } from '../../../src-shared/catalogue/lookup.ts';
import type { CatalogueAdditions } from '../import-protocol.ts';
import { addToCatalogue, IMPORT_STAFF_ID } from './add-to-catalogue.ts';

const city = Catalogue.parse(JSON.parse(readFileSync(new URL('../../../resources/demo-city.json', import.meta.url), 'utf8')));
const additions: CatalogueAdditions = {
  departments: [{ code: 'OLD-ROADS', name: 'Roads' }],
  services: [
    { code: 'OLD-HOLE', name: 'Hole', serviceGroup: 'Roads', departmentCode: 'OLD-ROADS', policyCode: null, kind: 'serviceRequest', nature: 'action', isActive: false },
  ],
  dispositions: [
    { code: 'RESOLVED', label: { en: 'Something else' } },
    { code: 'OLD-DONE', label: { en: 'Done' } },
  ],
};

function add(catalogue: Catalogue, what: CatalogueAdditions) {
  const addition = addToCatalogue(catalogue, what);
  if (!addition.ok) throw new Error(addition.sentence);
  return addition;
}

describe('addToCatalogue', () => {
  it('adds what is missing as one next version that is a whole catalogue', () => {
    const { catalogue, reply } = add(city, additions);
    expect(reply).toEqual({ version: city.version + 1, addedDepartments: 1, addedServices: 1, addedDispositions: 1 });
    expect(Catalogue.parse(catalogue)).toEqual(catalogue);
    expect(findService(catalogue, 'OLD-HOLE')).toMatchObject({ policyCode: city.policies[0]?.code, needsLocation: false, isActive: false });
    expect(findStaff(catalogue, IMPORT_STAFF_ID)?.roles).toEqual(['agent']);
  });

  it('leaves what the city has set as it is', () => {
    expect(add(city, additions).catalogue.dispositions.find(({ code }) => code === 'RESOLVED')?.label.en).toBe('Resolved');
  });

  it('changes nothing the second time', () => {
    const { catalogue } = add(city, additions);
    expect(add(catalogue, additions)).toEqual({
      ok: true,
      catalogue,
      reply: { version: catalogue.version, addedDepartments: 0, addedServices: 0, addedDispositions: 0 },
    });
  });

  it.each([
    [{ departmentCode: 'NOWHERE' }, 'belongs to the department NOWHERE, which the city does not have'],
    [{ policyCode: 'NEVER' }, 'has the time rule NEVER, which the city does not have'],
  ])('refuses a service with %j', (change, sentence) => {
    const services = additions.services.map((service) => ({ ...service, ...change }));
    const addition = addToCatalogue(city, { ...additions, services });
    expect(!addition.ok && addition.sentence).toContain(sentence);
  });
});
