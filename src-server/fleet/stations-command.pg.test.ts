import { describe, expect, test } from 'vitest';
import { useServer } from '../testing/test-server.ts';
import { openArgs, TestStation } from '../testing/test-station.ts';
import { carryOut, stationWords } from './stations-command.ts';
import { readStationsCommandLine } from './stations-command-line.ts';

const server = useServer();
const order = (wish: Partial<Parameters<typeof carryOut>[1]>) => carryOut(server().deps.pool, { station: null, hold: null, isBlocked: null, ...wish }, server().deps.now);

describe('what a workstation may hold', () => {
  test('is changed by command: it fetches what it gains and removes what it loses', async () => {
    const [desk, counter] = [await TestStation.enrol(server().app, 'Water desk'), await TestStation.enrol(server().app, 'Counter 9')];
    const { caseId: street } = counter.give('case.open', openArgs(await counter.takeNumber()));
    await counter.push();
    await desk.pull();
    expect([...desk.cases.keys()]).toContain(street);
    const [line] = await order({ station: 'Water desk', hold: ['dept:WATER', 'sealed:WATER'] });
    expect(line).toMatchObject({ id: desk.id, holds: ['dept:WATER', 'sealed:WATER'] });
    expect(stationWords(line!)).toContain('holds dept:WATER, sealed:WATER');
    await desk.pull();
    expect([...desk.cases.keys()]).not.toContain(street);
    await order({ station: desk.id, hold: ['city'] });
    await desk.pull();
    expect([...desk.cases.keys()]).toContain(street);
  });

  test('is nothing while it is blocked; what was typed there waits', async () => {
    const desk = await TestStation.enrol(server().app, 'Stolen laptop');
    expect(await order({ station: desk.id, isBlocked: true })).toMatchObject([{ isBlocked: true }]);
    await expect(desk.pull()).rejects.toThrow(/403/);
    await order({ station: desk.id, isBlocked: false });
    await desk.pull();
  });

  test('is refused with what to do: no such workstation, two of that name, no such department', async () => {
    await expect(order({ station: 'Nobody', hold: ['city'] })).rejects.toThrow(/No workstation is called Nobody/);
    const twins = [await TestStation.enrol(server().app, 'Twin'), await TestStation.enrol(server().app, 'Twin')];
    await expect(order({ station: 'Twin', hold: ['city'] })).rejects.toThrow(/Give the id of one/);
    await expect(order({ station: twins[0]!.id, hold: ['dept:MOON'] })).rejects.toThrow(/dept:MOON names no department/);
    expect((await order({})).length).toBeGreaterThan(2);
  });
});

describe('the command line', () => {
  const read = (line: string) => readStationsCommandLine(line.split(' '), {});
  test('says what is meant', () => {
    expect(read('--data d')).toBe(null);
    expect(read('stations --data d')).toMatchObject({ kind: 'run', stations: { station: null, hold: null, isBlocked: null } });
    expect(read('stations --data d --station x --hold city,sealed:HR --block')).toMatchObject({ stations: { station: 'x', hold: ['city', 'sealed:HR'], isBlocked: true } });
    expect(read('stations --help')).toMatchObject({ kind: 'help' });
  });
  test.each([
    ['stations', /--data DIR/],
    ['stations --data d --hold city', /--station ID/],
    ['stations --data d --station x --hold everything', /--hold everything is not known/],
    ['stations --data d --station x --block --unblock', /not both/],
    ['stations --data d --what', /--what/],
  ])('%s is refused with a sentence', (line, sentence) => {
    expect(read(line)).toMatchObject({ kind: 'wrong', message: expect.stringMatching(sentence) as string });
  });
});
