import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { crc32 } from 'node:zlib';
import { Command, COMMAND_VERSIONS, type CommandType } from '../../src-shared/commands/index.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { EnrolReply } from '../../src-shared/protocol/enrol.ts';
import { chainText, GENESIS_HASH } from '../../src-shared/protocol/outbox-hash.ts';
import { PullEnd, PullHeader, PullResult, PullRow } from '../../src-shared/protocol/pull.ts';
import { type PushedCommand, PushReply } from '../../src-shared/protocol/push.ts';
import { SENT_AT_HEADER, SIGNATURE_HEADER, signingText, STATION_HEADER } from '../../src-shared/protocol/signature.ts';
import { must } from '../../src-shared/util/assert.ts';
import type { z } from 'zod';
import { sha256Hex } from '../util/sha256.ts';

export interface GivenCommand {
  readonly caseId?: string;
  readonly userId?: string;
  readonly uid?: string;
  readonly madeAt?: number;
}

/** A pull's answer, checked whole. */
export interface PulledAnswer {
  readonly header: PullHeader['h'];
  readonly rows: readonly PullRow[];
  readonly results: readonly PullResult[];
}

/**
 * A workstation for tests: key, outbox with its hash chain, cursors and the cases it was given. It speaks the real protocol
 * to `app` and keeps nothing else from it.
 */
export class TestStation {
  readonly #app: FastifyInstance;
  readonly #key: KeyObject;
  readonly id: string;
  readonly enrolment: number;
  readonly certificate: string | null;
  epoch: number;
  /** Revision of the last pull and its mark. */
  seen: { rev: number; mark: string | null } = { rev: 0, mark: null };
  readonly outbox: z.infer<typeof PushedCommand>[] = [];
  /** Last seq the server is known to have. */
  sent = 0;
  cursors: Record<string, number> = {};
  readonly cases = new Map<string, Case>();
  readonly numbers: string[] = [];

  private constructor(app: FastifyInstance, key: KeyObject, enrolled: EnrolReply) {
    this.#app = app;
    this.#key = key;
    this.id = enrolled.station;
    this.enrolment = enrolled.enrolment;
    this.certificate = enrolled.certificate;
    this.epoch = enrolled.epoch;
  }

  /** Enrols a workstation of a new key at `app`, from the server's own computer. */
  static async enrol(app: FastifyInstance, name = 'Counter 1'): Promise<TestStation> {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    const response = await app.inject({ method: 'POST', url: '/fleet/v1/enrol', payload: { publicKey: spki, name, enrolCode: null, app: 'test' } });
    return new TestStation(app, privateKey, EnrolReply.parse(response.json()));
  }

  /** Appends a command to the outbox; it is sent by `push`. */
  give(type: CommandType, args: unknown, given: GivenCommand = {}): Command {
    const { caseId = randomUUID(), userId = 'agent', uid = randomUUID(), madeAt = Date.now() } = given;
    const command = Command.parse({ uid, caseId, userId, madeAt, station: this.id, type, v: COMMAND_VERSIONS.get(type) ?? 1, args });
    this.append(command);
    return command;
  }

  /** Appends anything at all, correctly chained. */
  append(command: unknown): void {
    const seq = this.outbox.length + 1;
    const previous = this.outbox.at(-1)?.hash ?? GENESIS_HASH;
    this.outbox.push({ seq, hash: sha256Hex(chainText(previous, seq, command as Command)), command });
  }

  /** A copy of this station as a disk image would hold it: same id, key and outbox. */
  clone(): TestStation {
    const copy = new TestStation(this.#app, this.#key, { station: this.id as EnrolReply['station'], enrolment: this.enrolment, epoch: this.epoch, certificate: this.certificate });
    copy.outbox.push(...this.outbox);
    copy.sent = this.sent;
    return copy;
  }

  /** Sends the outbox rows `from` to `to` (default: all that was not sent) and returns the raw answer. */
  async pushRaw(from = this.sent + 1, to = this.outbox.length): Promise<LightMyRequestResponse> {
    const commands = this.outbox.slice(from - 1, to);
    const prevHash = this.outbox[from - 2]?.hash ?? GENESIS_HASH;
    return this.request('POST', '/sync/v1/push', { station: this.id, epoch: this.epoch, prevHash, commands });
  }

  async push(from?: number, to?: number): Promise<PushReply> {
    const response = await this.pushRaw(from, to);
    if (response.statusCode !== 200) throw new Error(`push answered ${response.statusCode}: ${response.body}`);
    const reply = PushReply.parse(response.json());
    this.sent = Math.max(this.sent, reply.seq);
    return reply;
  }

  /** Status and code of each result of a push, in order: `accepted`, `refused notPermitted`. */
  async pushOutcomes(): Promise<readonly string[]> {
    const { results } = await this.push();
    return results.map(({ status, code }) => (code === null ? status : `${status} ${code}`));
  }

  /** Pulls, checks the answer as a workstation does, and applies it: exits first, then entries. */
  async pull(more: { readonly numbersWanted?: number; readonly resultsAfter?: number; readonly catalogueVersion?: number; readonly ruleBookVersion?: number; readonly officeVersion?: number | null; readonly officeAsks?: readonly string[]; readonly stationsKnown?: number } = {}): Promise<PulledAnswer> {
    const request = { station: this.id, epoch: this.epoch, ...this.seen, cursors: this.cursors, resultsAfter: 0, numbersWanted: 0, catalogueVersion: 1, ...more };
    const response = await this.request('POST', '/sync/v1/pull', request);
    if (response.statusCode !== 200) throw new Error(`pull answered ${response.statusCode}: ${response.body}`);
    const answer = readAnswer(response.body);
    this.#apply(answer);
    return answer;
  }

  #apply({ header, rows }: PulledAnswer): void {
    const isKept = (bucket: string) =>
      header.buckets.includes(bucket) && !header.reset.includes(bucket) && (this.cursors[bucket] ?? 0) > 0;
    for (const buckets of this.#held.values()) for (const bucket of [...buckets]) if (!isKept(bucket)) buckets.delete(bucket);
    for (const [, bucket, caseId, present] of rows) if (!present) this.#membership(caseId).delete(bucket);
    for (const [, bucket, caseId, present, document] of rows) {
      if (!present) continue;
      this.#membership(caseId).add(bucket);
      // The server built it; a test that doubts it compares it with the database.
      if (document !== null) this.cases.set(caseId, document as unknown as Case);
    }
    for (const [caseId, buckets] of this.#held) if (buckets.size === 0) this.cases.delete(caseId);
    this.seen = { rev: header.rev, mark: header.mark };
    this.cursors = Object.fromEntries(header.buckets.map((bucket) => [bucket, header.rev]));
    this.numbers.push(...header.numbers.filter((number) => !this.numbers.includes(number)));
  }

  readonly #held = new Map<string, Set<string>>();

  #membership(caseId: string): Set<string> {
    const known = this.#held.get(caseId) ?? new Set<string>();
    this.#held.set(caseId, known);
    return known;
  }

  /** Takes a number from the stock, fetching some when there are none. */
  async takeNumber(): Promise<string> {
    if (this.numbers.length === 0) await this.pull({ numbersWanted: 50 });
    return must(this.numbers.pop(), 'the server leases numbers');
  }

  /** A signed request. */
  request(method: 'GET' | 'POST', url: string, body?: unknown, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
    const payload = body === undefined ? '' : JSON.stringify(body);
    const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    return this.#app.inject({ method, url, payload, headers: { ...type, ...this.signature(method, url, payload), ...headers } });
  }

  /** A signed request whose body is bytes, such as a chunk of a file. */
  sendBytes(url: string, bytes: Uint8Array): Promise<LightMyRequestResponse> {
    const payload = Buffer.from(bytes);
    return this.#app.inject({ method: 'PUT', url, payload, headers: { 'content-type': 'application/octet-stream', ...this.signature('PUT', url, payload) } });
  }

  signature(method: string, path: string, payload: string | Buffer): Record<string, string> {
    const sentAt = String(Date.now());
    const text = signingText({ method, path, sentAt, bodySha256: sha256Hex(payload) });
    const signature = sign(null, Buffer.from(text), this.#key).toString('base64');
    return { [STATION_HEADER]: this.id, [SENT_AT_HEADER]: sentAt, [SIGNATURE_HEADER]: signature };
  }
}

/** Parses a pull's answer and checks count and checksum. Throws on anything a workstation would throw away. */
export function readAnswer(body: string): PulledAnswer {
  const lines = body.split('\n').slice(0, -1);
  const end = PullEnd.parse(JSON.parse(must(lines.pop(), 'an answer has an end line')));
  const bytes = lines.map((line) => `${line}\n`).join('');
  const header = PullHeader.parse(JSON.parse(must(lines.shift(), 'an answer has a header'))).h;
  if (end.rows !== lines.length || end.crc !== crc32(bytes) || end.end !== header.rev) throw new Error('the answer does not fit its end line');
  const values = lines.map((line) => JSON.parse(line) as unknown[]);
  return {
    header,
    rows: values.filter((value) => value[0] === 'r').map((value) => PullRow.parse(value)),
    results: values.filter((value) => value[0] === 'x').map((value) => PullResult.parse(value)),
  };
}

/** Arguments of `case.open` in the small city; `more` replaces some. */
export function openArgs(trackingNumber: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    ...{ kind: 'serviceRequest', nature: 'action', channel: 'phone', serviceCode: 'POTHOLE', description: 'Large hole' },
    location: { text: '5 Elm Street', unit: '', point: null },
    ...{ requester: null, onBehalfOf: null, answers: { SIZE: 'large' }, receivedAt: Date.now() - 60_000, isMajorRepair: false },
    ...{ trackingNumber, pin: '0417', departmentCode: null, assigneeId: null, isSealed: false, source: null, answeredNow: null },
    ...more,
  };
}
