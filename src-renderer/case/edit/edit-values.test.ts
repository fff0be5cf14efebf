import { describe, expect, it } from 'vitest';
import { EditCaseArgs } from '../../../src-shared/commands/edit-case.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { caseWith, maria, NOW } from '../fixtures.ts';
import { basisOf, changesOf, type EditValues, editValuesOf, keepMine, keepTheirs, sourceOf, withPlace } from './edit-values.ts';

const ZONE = 'America/New_York';
const current: Case = { ...caseWith(), location: { text: '12 Elm St', unit: '', point: { latitude: 26.5, longitude: -80 } } };
const values = editValuesOf(current, 'Pothole', ZONE);
const changes = (edited: Partial<EditValues>) => changesOf({ ...values, ...edited }, ZONE);

describe('editing a case', () => {
  it('changes nothing when nothing was typed', () => {
    expect(changes({})).toEqual({});
  });

  it('sends only the fields that differ, each with the version that was seen', () => {
    const edited = { ...values, description: 'Two holes ', unit: '4' };
    const found = changesOf(edited, ZONE);
    expect(found).toEqual({ description: 'Two holes', location: { text: '12 Elm St', unit: '4', point: { latitude: 26.5, longitude: -80 } } });
    expect(basisOf(edited, found)).toEqual({ description: current.fieldVersions['description'], location: current.fieldVersions['location'] });
    expect(EditCaseArgs.safeParse({ changes: found, basis: basisOf(edited, found) }).success).toBe(true);
  });

  it('drops the position with the words it belonged to', () => {
    expect(changes({ locationText: '14 Elm St' }).location?.point).toBeNull();
    expect(changes({ locationText: ' ' })).toEqual({ location: null });
  });

  it('makes a person anonymous when everything of them is emptied', () => {
    const nobody = { ...maria, name: '', phone: ' ' };
    expect(changes({ requester: nobody })).toEqual({ requester: null });
  });

  it('keeps what the form does not know of a person', () => {
    const known: Case = { ...current, requester: { ...maria, nickname: 'Mari' } };
    const edited = { ...editValuesOf(known, 'Pothole', ZONE), requester: { ...maria, email: 'm@example.org' } };
    expect(changesOf(edited, ZONE).requester).toMatchObject({ nickname: 'Mari', email: 'm@example.org' });
  });

  it('keeps the seconds of an untouched time and reads a typed one', () => {
    expect(changes({ received: '2026-11-20T08:00' }).receivedAt).toBe(Date.UTC(2026, 10, 20, 13, 0));
    expect(changes({ received: '' })).toEqual({});
  });
});

describe('the neighborhood in the form', () => {
  const part = (code: string, street: string) => ({ code, name: code, liaisonStaffId: null, streets: [street], outline: [], isActive: true });
  const parts = [part('NORTH', 'elm st'), part('SOUTH', 'oak avenue')];
  const placed = { ...values, neighborhoodCode: 'NORTH' };

  it('follows the place while it is typed, letter by letter', () => {
    const typed = [...'7 Oak Avenue'].reduce<EditValues>((now, letter) => withPlace(now, now.locationText + letter, parts), withPlace(placed, '', parts));
    expect([typed.locationText, typed.neighborhoodCode, sourceOf(typed, parts, [])]).toEqual(['7 Oak Avenue', 'SOUTH', 'place']);
    expect(withPlace(typed, 'Pine Road', parts).neighborhoodCode).toBeNull();
  });

  it('stays where somebody has set another', () => {
    const chosen = withPlace({ ...values, neighborhoodCode: 'SOUTH' }, '9 Elm St', parts);
    expect([chosen.neighborhoodCode, sourceOf(chosen, parts, [])]).toEqual(['SOUTH', 'staff']);
  });
});

it('says of a contributor only what staff said', () => {
  expect(changes({ requester: { ...maria, isContributor: true } }).requester?.isContributor).toBe(true);
  expect(changes({ requester: { ...maria, email: 'm@example.org' } }).requester).not.toHaveProperty('isContributor');
});

describe('when someone else changed the field meanwhile', () => {
  const theirs: Case = { ...current, description: 'Theirs', fieldVersions: { ...current.fieldVersions, description: 'their-fact.0' }, receivedAt: NOW };
  const mine = { ...values, description: 'Mine', channel: 'phone' as const };

  it('keep mine writes over theirs, knowingly', () => {
    const kept = keepMine(mine, 'description', theirs);
    expect(changesOf(kept, ZONE)).toEqual({ description: 'Mine', channel: 'phone' });
    expect(basisOf(kept, { description: 'Mine' })).toEqual({ description: 'their-fact.0' });
  });

  it('keep theirs lets my other changes go on', () => {
    const kept = keepTheirs(mine, 'description', theirs, editValuesOf(theirs, 'Pothole', ZONE));
    expect(kept.description).toBe('Theirs');
    expect(changesOf(kept, ZONE)).toEqual({ channel: 'phone' });
  });
});
