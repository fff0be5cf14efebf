import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { EnrolReply } from '../../src-shared/protocol/enrol.ts';
import { TEST_ENROL_CODE, useServer } from '../testing/test-server.ts';
import { TestStation } from '../testing/test-station.ts';

const server = useServer();
const elsewhere = '192.0.2.7';

function newKey(type: 'ed25519' | 'x25519' = 'ed25519'): string {
  const { publicKey } = type === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('x25519');
  return publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
}

function enrol(body: Record<string, unknown>, from: { remoteAddress?: string; headers?: Record<string, string> } = {}) {
  const payload = { publicKey: newKey(), name: 'Counter 2', enrolCode: null, app: '1.0', ...body };
  return server().app.inject({ method: 'POST', url: '/fleet/v1/enrol', payload, ...from });
}

describe('enrolling a workstation', () => {
  test('on the server’s own computer needs no code', async () => {
    const reply = EnrolReply.parse((await enrol({})).json());
    expect(reply.station).toMatch(/^st-[0-9a-f]{12}$/);
    expect(reply.epoch).toBe(1);
  });

  test('gives every enrolment another id and number, also when they come at once', async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, async () => EnrolReply.parse((await enrol({})).json())));
    expect(new Set(replies.map((reply) => reply.station)).size).toBe(20);
    expect(new Set(replies.map((reply) => reply.enrolment)).size).toBe(20);
  });

  test('asked again with the same key gives the same station: the first answer was lost on its way', async () => {
    const publicKey = newKey();
    const first = (await enrol({ publicKey })).json();
    expect((await enrol({ publicKey })).json()).toEqual(first);
  });

  test('elsewhere needs the code, however it is typed', async () => {
    expect((await enrol({}, { remoteAddress: elsewhere })).json()).toMatchObject({ status: 403, code: 'enrolCodeNeeded' });
    expect((await enrol({ enrolCode: 'WRONG' }, { remoteAddress: elsewhere })).json()).toMatchObject({ status: 403, code: 'enrolCodeWrong' });
    const typed = TEST_ENROL_CODE.toLowerCase().replaceAll('-', ' ');
    expect((await enrol({ enrolCode: typed }, { remoteAddress: elsewhere })).statusCode).toBe(200);
  });

  test.each([
    ['a proxy passed it on', { 'x-forwarded-for': elsewhere }],
    ['a web page smuggled it in under a name of its own', { host: 'evil.example' }],
  ])('is not taken for local when %s', async (_how, headers) => {
    expect((await enrol({}, { headers })).json()).toMatchObject({ status: 403, code: 'enrolCodeNeeded' });
  });

  test('elsewhere, once enrolled, shows its certificate instead; a blocked one and a made-up one do not pass', async () => {
    const first = EnrolReply.parse((await enrol({})).json());
    const away = { remoteAddress: '192.0.2.44' };
    const again = EnrolReply.parse((await enrol({ certificate: first.certificate }, away)).json());
    expect(again.station).not.toBe(first.station);
    expect((await enrol({ certificate: first.certificate?.replace(/.$/, '') }, away)).json()).toMatchObject({ code: 'enrolCodeNeeded' });
    expect((await enrol({ certificate: first.certificate?.replace(first.station, again.station) }, away)).json()).toMatchObject({ code: 'enrolCodeNeeded' });
    await server().deps.pool.query('UPDATE station SET is_blocked = true WHERE id = $1', [first.station]);
    expect((await enrol({ certificate: first.certificate }, away)).json()).toMatchObject({ code: 'enrolCodeNeeded' });
  });

  test('cannot be tried without end', async () => {
    const from = { remoteAddress: '192.0.2.99' };
    for (let attempt = 0; attempt < 10; attempt += 1) await enrol({ enrolCode: `GUESS-${attempt}` }, from);
    const response = await enrol({ enrolCode: TEST_ENROL_CODE }, from);
    expect(response.json()).toMatchObject({ status: 429, code: 'tooManyAttempts' });
    expect(response.headers['retry-after']).toBe('600');
  });

  test.each([['no key at all'], [newKey('x25519')]])('takes only an Ed25519 key', async (publicKey) => {
    expect((await enrol({ publicKey: publicKey.padEnd(60, '=') })).json()).toMatchObject({ status: 400, code: 'malformedRequest' });
  });
});

describe('a signed request', () => {
  const pullBody = (id: string) => ({ station: id, epoch: 1, cursors: {}, resultsAfter: 0, numbersWanted: 0, catalogueVersion: 1 });
  const inject = (payload: string, headers: Record<string, string>) =>
    server().app.inject({ method: 'POST', url: '/sync/v1/pull', payload, headers: { 'content-type': 'application/json', ...headers } });

  test('is refused when body, path or station are not those that were signed', async () => {
    const [station, other] = [await TestStation.enrol(server().app), await TestStation.enrol(server().app)];
    const payload = JSON.stringify(pullBody(station.id));
    const signed = station.signature('POST', '/sync/v1/pull', payload);
    expect((await inject(payload, signed)).statusCode).toBe(200);
    expect((await inject(`${payload} `, signed)).json()).toMatchObject({ status: 401, code: 'badSignature' });
    expect((await inject(payload, { ...signed, 'portreeve-sent-at': '1' })).statusCode).toBe(401);
    expect((await inject(payload, { ...signed, 'portreeve-station': other.id })).statusCode).toBe(401);
    expect((await inject(payload, { ...signed, 'portreeve-station': 'st-ffffffffffff' })).json()).toMatchObject({ code: 'unknownStation' });
    expect((await inject(payload, {})).statusCode).toBe(401);
    expect((await inject(payload, station.signature('POST', '/sync/v1/push', payload))).statusCode).toBe(401);
  });

  test('cannot speak for another station in its body', async () => {
    const [station, other] = [await TestStation.enrol(server().app), await TestStation.enrol(server().app)];
    const response = await station.request('POST', '/sync/v1/pull', pullBody(other.id));
    expect(response.json()).toMatchObject({ status: 400, title: expect.stringContaining('not the one that signed') });
  });

  test('of a blocked workstation is refused, and its commands stay where they are', async () => {
    const station = await TestStation.enrol(server().app);
    await server().deps.pool.query('UPDATE station SET is_blocked = true WHERE id = $1', [station.id]);
    expect((await station.request('POST', '/sync/v1/pull', pullBody(station.id))).json()).toMatchObject({ status: 403, code: 'stationBlocked' });
  });
});
