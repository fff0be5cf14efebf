import { describe, expect, it } from 'vitest';
import type { Catalogue, Service } from '../../../src-shared/catalogue/catalogue.ts';
import { findService } from '../../../src-shared/catalogue/lookup.ts';
import { must } from '../../../src-shared/util/assert.ts';
import { acceptChange, changeOfService } from './changed-service.ts';
import { hasFacts, readDraft } from './draft.ts';
import { catalogue, draftWith, NOW } from './fixtures.ts';
import { chooseService } from './service-of-draft.ts';
import { toOpenCase } from './to-open-case.ts';

const pothole = must(findService(catalogue, 'POTHOLE'), 'POTHOLE');
const taken = { ...chooseService(draftWith({}), pothole, 'Pothole'), description: 'Deep hole', locationText: '1 Main St', answers: { SIZE: 'two feet', LANE: 'right' } };
const cityWhere = (change: Partial<Service>): Catalogue => ({ ...catalogue, services: catalogue.services.map((service) => (service.code === 'POTHOLE' ? { ...service, ...change } : service)) });
const sizeOnly = cityWhere({ questions: pothole.questions.filter(({ code }) => code === 'SIZE') });

describe('a service that changes under a draft', () => {
  it('says nothing while it is the same, and forgets one service for another', () => {
    expect(changeOfService(taken, catalogue)).toBeNull();
    expect(changeOfService(chooseService(taken, must(findService(catalogue, 'HOURS'), 'HOURS'), 'Office hours'), sizeOnly)).toBeNull();
  });

  it('names what is asked no longer, with the answer, and what is new or worded anew', () => {
    expect(changeOfService(taken, sizeOnly)).toMatchObject({ added: [], dropped: [{ label: 'Which lane?', answer: 'right' }] });
    const worded = cityWhere({ questions: pothole.questions.map((question) => (question.code === 'SIZE' ? { ...question, label: 'How wide?' } : question)) });
    expect(changeOfService(taken, worded)).toMatchObject({ added: ['How wide?'], dropped: [] });
  });

  it('says that it has another name, or is out of use', () => {
    expect(changeOfService(taken, cityWhere({ name: 'Road hole' }))).toMatchObject({ renamed: { from: 'Pothole', to: 'Road hole' } });
    expect(changeOfService(taken, cityWhere({ isActive: false }))).toMatchObject({ isOutOfUse: true });
  });

  it('keeps every answer: those no longer asked for move under the description, once', () => {
    const accepted = acceptChange(taken, sizeOnly);
    expect(accepted).toMatchObject({ description: 'Deep hole\nWhich lane? right', answers: { SIZE: 'two feet' } });
    expect(acceptChange(accepted, sizeOnly)).toBe(accepted);
    expect(changeOfService(accepted, sizeOnly)).toBeNull();
  });

  it('keeps them also when the number is issued before anybody looked', () => {
    expect(toOpenCase(taken, sizeOnly, NOW).fields).toMatchObject({ description: 'Deep hole\nWhich lane? right', answers: { SIZE: 'two feet' } });
  });

  it('is remembered with a parked draft, and alone is no fact', () => {
    expect(readDraft(JSON.parse(JSON.stringify(taken)))?.asked?.name).toBe('Pothole');
    expect(hasFacts({ ...draftWith({}), asked: taken.asked })).toBe(false);
  });
});
