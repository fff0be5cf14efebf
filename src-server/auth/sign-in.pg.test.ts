import { beforeAll, describe, expect, test } from 'vitest';
import { SignInReply } from '../../src-shared/protocol/sign-in.ts';
import { useServer } from '../testing/test-server.ts';
import { TestStation } from '../testing/test-station.ts';
import { hashPassword } from './passwords.ts';
import { findSession } from './sessions.ts';

const server = useServer();
const RIGHT = 'correct horse Ñandú';

beforeAll(async () => {
  const argon2 = await hashPassword(RIGHT);
  for (const staffId of ['agent', 'agent2', 'gone']) {
    await server().deps.pool.query('INSERT INTO staff_credential (staff_id, argon2, changed_at) VALUES ($1, $2, 0)', [staffId, argon2]);
  }
});

function signIn(staffId: string, password: string, remoteAddress = '192.0.2.1') {
  return server().app.inject({ method: 'POST', url: '/auth/v1/sign-in', payload: { staffId, password }, remoteAddress });
}

describe('signing in', () => {
  test('with ID and password opens a session for twelve hours; the database keeps neither token nor password', async () => {
    const reply = SignInReply.parse((await signIn(' Agent ', RIGHT)).json());
    expect(reply.staff).toMatchObject({ id: 'agent', roles: ['agent'] });
    expect(await findSession(server().deps.pool, reply.token, server().deps.now())).toMatchObject({ staffId: 'agent', station: null, expiresAt: reply.expiresAt });
    const { rows } = await server().deps.pool.query(`SELECT encode(token_hash, 'escape') AS hash, argon2 FROM session, staff_credential WHERE session.staff_id = 'agent' AND staff_credential.staff_id = 'agent'`);
    expect(JSON.stringify(rows)).not.toContain(reply.token);
    expect(rows[0]).toMatchObject({ argon2: expect.stringMatching(/^\$argon2id\$/) });
  });

  test('takes the same password from another keyboard, with its accents composed otherwise', async () => {
    expect((await signIn('agent', RIGHT.normalize('NFD'))).statusCode).toBe(200);
  });

  test('says the same, whether the password is wrong or the ID does not exist', async () => {
    const answer = async (staffId: string) => {
      const response = await signIn(staffId, 'wrong');
      const { instance: _instance, ...problem } = response.json<Record<string, unknown>>();
      return [response.statusCode, problem];
    };
    const wrong = await answer('agent2');
    expect(await answer('nobody.at.all')).toEqual(wrong);
    expect(wrong).toEqual([401, expect.objectContaining({ code: 'signInFailed', title: 'Staff ID or password is not right' })]);
  });

  test('of someone no longer active is told only to who has the password', async () => {
    expect((await signIn('gone', 'wrong')).json()).toMatchObject({ code: 'signInFailed' });
    expect((await signIn('gone', RIGHT)).json()).toMatchObject({ status: 403, code: 'staffNotActive' });
  });

  test('is slowed after five wrong passwords, for that ID at that computer only', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) await signIn('agent', 'wrong', '192.0.2.50');
    const refused = await signIn('agent', RIGHT, '192.0.2.50');
    expect(refused.json()).toMatchObject({ status: 429, code: 'tooManyAttempts', detail: expect.stringMatching(/^Wait five minutes/) });
    expect(refused.headers['retry-after']).toBe('300');
    expect((await signIn('agent', RIGHT, '192.0.2.51')).statusCode).toBe(200);
    expect((await signIn('agent2', RIGHT, '192.0.2.50')).statusCode).toBe(200);
  });

  test('is slowed alike for IDs that do not exist, and for a computer that tries many', async () => {
    for (let attempt = 0; attempt < 30; attempt += 1) await signIn(`guess${attempt}`, 'wrong', '192.0.2.60');
    expect((await signIn('agent', RIGHT, '192.0.2.60')).statusCode).toBe(429);
  });

  test('a right password forgets the wrong ones before it', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let attempt = 0; attempt < 4; attempt += 1) await signIn('agent', 'wrong', '192.0.2.70');
      expect((await signIn('agent', RIGHT, '192.0.2.70')).statusCode).toBe(200);
    }
  });

  test('at a workstation that signs the request ties the session to it; a wrong signature is refused', async () => {
    const station = await TestStation.enrol(server().app);
    const response = await station.request('POST', '/auth/v1/sign-in', { staffId: 'agent', password: RIGHT });
    const { token } = SignInReply.parse(response.json());
    expect(await findSession(server().deps.pool, token, server().deps.now())).toMatchObject({ station: station.id });
    const forged = await station.request('POST', '/auth/v1/sign-in', { staffId: 'agent', password: RIGHT }, { 'portreeve-signature': 'AAAA' });
    expect(forged.json()).toMatchObject({ status: 401, code: 'badSignature' });
  });
});

describe('signing out', () => {
  test('ends the session; a session that is not there is no error', async () => {
    const { token } = SignInReply.parse((await signIn('agent', RIGHT)).json());
    const signOut = (bearer: string) => server().app.inject({ method: 'POST', url: '/auth/v1/sign-out', headers: { authorization: `Bearer ${bearer}` } });
    expect((await signOut(token)).statusCode).toBe(204);
    expect(await findSession(server().deps.pool, token, server().deps.now())).toBe(null);
    expect((await signOut(token)).statusCode).toBe(204);
  });

  test('happens by itself when the time is up', async () => {
    const reply = SignInReply.parse((await signIn('agent', RIGHT)).json());
    expect(await findSession(server().deps.pool, reply.token, reply.expiresAt)).toBe(null);
  });
});
