import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { explainDue } from '../clock/explain-due.ts';
import { foldText } from '../util/fold-text.ts';
import { utcMs } from '../util/time.ts';
import { Catalogue } from './catalogue.ts';
import { ROLES } from './roles.ts';
import { ruleBookOf } from './time-rules.ts';
import { searchServices } from './search-services.ts';

const readResource = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../resources/${name}`, import.meta.url), 'utf8'));

const city = Catalogue.parse(readResource('demo-city.json'));
const passwords = z.record(z.string(), z.string().min(8)).parse(readResource('demo-staff.json'));

const departmentCodes = city.departments.map((department) => department.code);
const staffIds: readonly string[] = city.staff.map((member) => member.id);

describe('the demo city', () => {
  it('is written exactly as the catalogue keeps it', () => {
    expect(readResource('demo-city.json')).toEqual(city);
  });

  it.each([
    ['departments', departmentCodes],
    ['services', city.services.map((service) => service.code)],
    ['service names', city.services.map((service) => service.name)],
    ['time rules', city.policies.map((policy) => policy.code)],
    ['calendars', city.calendars.map((calendar) => calendar.code)],
    ['staff', staffIds],
    ['agencies', city.agencies.map((agency) => agency.code)],
    ['outcomes', city.dispositions.map((disposition) => disposition.code)],
    ['hold reasons', city.holdReasons.map((reason) => reason.code)],
  ])('names no two %s alike', (_what, names) => {
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('names nothing that is not there', () => {
    const policyCodes = city.policies.map((policy) => policy.code);
    const calendarCodes = city.calendars.map((calendar) => calendar.code);
    const missing = [
      ...city.services.filter((service) => !departmentCodes.includes(service.departmentCode)),
      ...city.services.filter((service) => !policyCodes.includes(service.policyCode)),
      ...city.policies.filter((policy) => !calendarCodes.includes(policy.calendarCode)),
      ...city.staff.filter((member) => member.departmentCodes.some((code) => !departmentCodes.includes(code))),
      ...city.departments.filter(({ headStaffId }) => headStaffId && !staffIds.includes(headStaffId)),
      ...city.departments.filter(({ complaintContactStaffId: id }) => id && !staffIds.includes(id)),
    ];
    expect(missing).toEqual([]);
  });

  it('has somebody in every role, and a demo password for each', () => {
    expect(ROLES.filter((role) => !city.staff.some((member) => member.roles.includes(role)))).toEqual([]);
    expect(Object.keys(passwords).sort()).toEqual([...staffIds].sort());
  });

  it('gives only numbers that no one can be called on', () => {
    const phones = [city.city.phone, ...[...city.departments, ...city.agencies].map(({ phone }) => phone)];
    expect(phones.filter((phone) => !/^\(561\) 555-01\d\d$/.test(phone))).toEqual([]);
  });

  it('says every service, outcome and hold reason in English and Spanish', () => {
    const labels = [...city.services, ...city.dispositions, ...city.holdReasons].map(({ label }) => label);
    expect(labels.filter(({ es }) => es === undefined)).toEqual([]);
  });

  it('names every day that differs in both languages', () => {
    const days = city.calendars.flatMap(({ exceptions }) => exceptions);
    expect(new Set(days.filter(({ spanishName }) => spanishName === null).map(({ name }) => name))).toEqual(new Set(['Juneteenth'])); // the same in both
  });

  it('promises a date under every time rule, and calls no day both working and closed', () => {
    const received = utcMs(Temporal.Instant.from('2026-12-23T21:00:00Z').epochMilliseconds);
    for (const service of city.services) {
      const question = { receivedAt: received, channel: 'phone', serviceCode: service.code, kind: service.kind, pauses: [] } as const;
      expect(explainDue(question, ruleBookOf(city), received).respond?.due ?? 0).toBeGreaterThan(received);
    }
    for (const calendar of city.calendars) {
      const dates = calendar.exceptions.map(({ date }) => date);
      expect(dates).toEqual([...new Set(dates)].sort());
    }
  });
});

describe('what callers say', () => {
  const spoken = city.services.flatMap((service) => service.keywords.map((keyword) => ({ keyword, service })));

  it('is kept folded, at least four ways for each service', () => {
    expect(spoken.filter(({ keyword }) => foldText(keyword) !== keyword)).toEqual([]);
    expect(city.services.filter((service) => service.keywords.length < 4).map(({ code }) => code)).toEqual([]);
  });

  it('finds the service, among the first three', () => {
    const lost = spoken.filter(
      ({ keyword, service }) => !searchServices(city.services, keyword, 3).some((match) => match.service === service),
    );
    expect(lost.map(({ keyword, service }) => `${keyword} -> ${service.code}`)).toEqual([]);
  });

  it('finds the service by its name in both languages, first', () => {
    const lost = city.services
      .flatMap((service) => [service.name, service.label.es ?? ''].map((name) => ({ name, service })))
      .filter(({ name, service }) => searchServices(city.services, name, 1)[0]?.service !== service);
    expect(lost.map(({ name, service }) => `${name} -> ${service.code}`)).toEqual([]);
  });

  it('finds it for nine of ten calls in the callers’ own words among the first three, for three of four first', () => {
    const calls = readFileSync(new URL('../../tests/fixtures/calls-as-said.txt', import.meta.url), 'utf8').split('\n').filter((line) => /^[A-Z]/.test(line)).map((line) => line.split('|'));
    const places = calls.map(([code, said = '']) => searchServices(city.services, said, 3).findIndex(({ service }) => service.code === code));
    const among = (most: number): number => places.filter((at) => at >= 0 && at < most).length / calls.length;
    expect(calls).toHaveLength(302);
    expect([among(1) >= 0.75, among(3) >= 0.9]).toEqual([true, true]);
  });
});
