import { describe, expect, test } from 'vitest';
import { GivePasswordReply, MissingPasswordsReply } from '../../src-shared/protocol/passwords.ts';
import { SignInReply } from '../../src-shared/protocol/sign-in.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { useServer } from '../testing/test-server.ts';
import { TestStation } from '../testing/test-station.ts';
import { hashPassword } from './passwords.ts';
import { noteSignIn } from './signed-in-at.ts';

const server = useServer();
const post = (url: string, payload: object, token: string | null = null) =>
  server().app.inject({ method: 'POST', url, payload, headers: token === null ? {} : { authorization: `Bearer ${token}` } });

async function signIn(staffId: string, password: string): Promise<string | null> {
  const response = await post('/auth/v1/sign-in', { staffId, password });
  return response.statusCode === 200 ? SignInReply.parse(response.json()).token : null;
}

async function adminToken(): Promise<string> {
  await server().deps.pool.query('INSERT INTO staff_credential (staff_id, argon2, changed_at) VALUES ($1, $2, 0) ON CONFLICT DO NOTHING', ['admin', await hashPassword('admin-password')]);
  return (await signIn('admin', 'admin-password')) ?? '';
}

describe('a password given by an administrator', () => {
  test('lets somebody in who could not sign in, is another each time, and puts out whoever had the one before', async () => {
    const token = await adminToken();
    expect(await signIn('agent', 'whatever')).toBeNull();
    const { password } = GivePasswordReply.parse((await post('/auth/v1/passwords', { staffId: 'agent' }, token)).json());
    expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    const session = await signIn('agent', password);
    expect(session).not.toBeNull();
    const again = GivePasswordReply.parse((await post('/auth/v1/passwords', { staffId: 'agent' }, token)).json());
    expect(again.password).not.toBe(password);
    expect(await signIn('agent', password)).toBeNull();
    expect((await post('/auth/v1/passwords', { staffId: 'agent' }, session)).statusCode).toBe(401);
  });

  test('is given by nobody else, and to nobody who is not active', async () => {
    const token = await adminToken();
    const { password } = GivePasswordReply.parse((await post('/auth/v1/passwords', { staffId: 'agent2' }, token)).json());
    const agent = await signIn('agent2', password);
    expect([await post('/auth/v1/passwords', { staffId: 'agent' }), await post('/auth/v1/passwords', { staffId: 'agent' }, agent)].map((reply) => reply.statusCode)).toEqual([401, 403]);
    expect((await post('/auth/v1/passwords', { staffId: 'gone' }, token)).json()).toMatchObject({ status: 404, code: 'unknownStaff' });
  });
});

test('who cannot sign in yet is told to a workstation at which an administrator has signed in', async () => {
  await adminToken();
  const station = await TestStation.enrol(server().app);
  const ask = (staffId: string) => station.request('POST', '/sync/v1/passwords/missing', { station: station.id, staffId });
  expect((await ask('admin')).statusCode).toBe(403);
  await noteSignIn(server().deps.pool, { staffId: 'admin', station: station.id, now: utcMs(Date.now()) });
  await noteSignIn(server().deps.pool, { staffId: 'hr', station: station.id, now: utcMs(Date.now()) });
  const { staffIds } = MissingPasswordsReply.parse((await ask('admin')).json());
  expect(staffIds).toEqual(expect.arrayContaining(['streets', 'water.head', 'hr']));
  expect(staffIds).not.toEqual(expect.arrayContaining(['admin']));
  expect(staffIds).not.toEqual(expect.arrayContaining(['gone']));
  expect((await ask('hr')).statusCode).toBe(403);
});
