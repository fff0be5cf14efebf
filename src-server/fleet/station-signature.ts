import { t } from '../../src-shared/language/language.ts';
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { SENT_AT_HEADER, SIGNATURE_HEADER, signingText, STATION_HEADER } from '../../src-shared/protocol/signature.ts';
import { StationId } from '../../src-shared/util/ids.ts';
import type { Pool } from '../db/pool.ts';
import { HttpProblem } from '../http/problem.ts';
import { sha256Hex } from '../util/sha256.ts';

/** Bytes of a request's body as they came, for its signature; set by the app's content parser. */
export const RAW_BODY = Symbol('raw body');

declare module 'fastify' {
  interface FastifyRequest {
    [RAW_BODY]?: Buffer;
  }
}

const NO_BODY = Buffer.alloc(0);
const KEY_OF = 'SELECT public_key, is_blocked FROM station WHERE id = $1';

/**
 * The station that signed this request; null when it carries no station header at all.
 *
 * Throws 401 when station or signature are not right, 403 when the administrator has blocked the workstation. The time of
 * sending is not judged: a wrong clock is never a reason to refuse, and a repeated request has no second effect.
 */
export async function signingStation(deps: { readonly pool: Pool }, request: FastifyRequest): Promise<StationId | null> {
  const claimed = header(request, STATION_HEADER);
  if (claimed === null) return null;
  const station = StationId.safeParse(claimed);
  if (!station.success) throw unknownStation();
  const { rows } = await deps.pool.query<{ public_key: Buffer; is_blocked: boolean }>(KEY_OF, [station.data]);
  if (rows[0] === undefined) throw unknownStation();
  if (!isSignedBy(rows[0].public_key, request)) throw badSignature();
  if (rows[0].is_blocked) throw blockedStation();
  return station.data;
}

/** The same, for routes that only stations may use. */
export async function requireStation(deps: { readonly pool: Pool }, request: FastifyRequest): Promise<StationId> {
  const station = await signingStation(deps, request);
  if (station === null) throw badSignature();
  return station;
}

function isSignedBy(publicKey: Buffer, request: FastifyRequest): boolean {
  const text = signingText({
    method: request.method,
    path: request.raw.url ?? '',
    sentAt: header(request, SENT_AT_HEADER) ?? '',
    bodySha256: sha256Hex(request[RAW_BODY] ?? NO_BODY),
  });
  return verify(null, Buffer.from(text), parsedKey(publicKey), Buffer.from(header(request, SIGNATURE_HEADER) ?? '', 'base64'));
}

/** Reading a key takes as long as a verification; the keys of a city's workstations stay. */
const parsedKeys = new Map<string, KeyObject>();
const MOST_KEYS = 5_000;

function parsedKey(publicKey: Buffer): KeyObject {
  const id = publicKey.toString('base64');
  const known = parsedKeys.get(id);
  if (known !== undefined) return known;
  const key = createPublicKey({ key: publicKey, format: 'der', type: 'spki' });
  if (parsedKeys.size >= MOST_KEYS) parsedKeys.clear();
  parsedKeys.set(id, key);
  return key;
}

function header(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
}

function unknownStation(): HttpProblem {
  return new HttpProblem({
    status: 401,
    code: 'unknownStation',
    title: t`This server does not know the workstation`,
    detail: t`Enrol the workstation at this server, or set the address of the server it belongs to.`,
  });
}

function badSignature(): HttpProblem {
  return new HttpProblem({
    status: 401,
    code: 'badSignature',
    title: t`The request is not signed by the workstation it names`,
    detail: t`If a proxy stands between, it must not change paths or bodies. Else enrol the workstation again.`,
  });
}

function blockedStation(): HttpProblem {
  return new HttpProblem({
    status: 403,
    code: 'stationBlocked',
    title: t`An administrator has blocked this workstation`,
    detail: t`Ask the administrator. What was typed here stays on this workstation until then.`,
  });
}
