import type { InjectOptions } from 'fastify';
import { describe, expect, test } from 'vitest';
import { Problem } from '../../src-shared/protocol/problem.ts';
import { useServer } from '../testing/test-server.ts';
import { TestStation } from '../testing/test-station.ts';

const server = useServer();
const unset = useServer({ catalogue: null });

describe('whatever is refused', () => {
  const requests: [string, number, InjectOptions][] = [
    ['an address with nothing at it', 404, { url: '/nothing' }],
    ['a body that is no JSON', 400, { method: 'POST', url: '/auth/v1/sign-in', payload: '{"staffId":', headers: { 'content-type': 'application/json' } }],
    ['a body of another kind', 400, { method: 'POST', url: '/auth/v1/sign-in', payload: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['a body that reaches for prototypes', 400, { method: 'POST', url: '/auth/v1/sign-in', payload: '{"__proto__":{"isAdmin":true}}', headers: { 'content-type': 'application/json' } }],
    ['a body that is too large', 413, { method: 'POST', url: '/auth/v1/sign-in', payload: JSON.stringify({ staffId: 'x'.repeat(700_000) }), headers: { 'content-type': 'application/json' } }],
    ['a field of the wrong shape', 400, { method: 'POST', url: '/auth/v1/sign-in', payload: { staffId: 'agent', password: '' } }],
  ];

  test.each(requests)('%s is answered with a problem that says what to do, and repeats nothing', async (_what, status, request) => {
    const response = await server().app.inject(request);
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    const problem = Problem.parse(response.json());
    expect(problem.detail).toMatch(/^[A-Z].+\.$/);
    expect(problem.title).not.toMatch(/\.$/);
    expect(problem.instance).toBe(`urn:portreeve:request:${response.headers['x-request-id']}`);
  });
});

describe('a server nobody has set up yet', () => {
  test('sends commands back with the reason instead of judging them', async () => {
    const station = await TestStation.enrol(unset().app);
    station.append({ anything: true });
    const response = await station.pushRaw();
    expect(response.json()).toMatchObject({ status: 503, code: 'noCatalogue' });
    expect(response.headers['retry-after']).toBe('60');
  });
});
