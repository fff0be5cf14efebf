import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { Command } from '../commands/index.ts';
import { Case } from '../domain/case-document.ts';
import { canonicalJson } from '../util/canonical-json.ts';
import { AttentionReply, AttentionRequest } from './attention.ts';
import { BlobStatus, BlobStatusReply, BlobStatusRequest } from './blob.ts';
import { EnrolReply, EnrolRequest } from './enrol.ts';
import { HelloReply, HelloRequest } from './hello.ts';
import { OfficeReply, OfficeRequest } from './office.ts';
import { PresenceEvent, PresenceReply, PresenceRequest } from './presence.ts';
import { PullEnd, PullHeader, PullRequest, PullResult, PullRow, Poke } from './pull.ts';
import { HistoryReply, PushConflict, PushReply, PushRequest } from './push.ts';
import { PROTOCOL_VERSION } from './version.ts';

const WIRE = {
  EnrolRequest,
  EnrolReply,
  HelloRequest,
  HelloReply,
  PushRequest,
  PushReply,
  PushConflict,
  HistoryReply,
  PullRequest,
  PullHeader,
  PullRow,
  PullResult,
  PullEnd,
  Poke,
  BlobStatusRequest,
  BlobStatusReply,
  BlobStatus,
  AttentionRequest,
  AttentionReply,
  OfficeRequest,
  OfficeReply,
  PresenceRequest,
  PresenceReply,
  PresenceEvent,
  Command,
  Case,
};

/**
 * One line a released version. A message that changes its shape without a new version would break workstations in the field:
 * raise PROTOCOL_VERSION, say in version.ts what changed, and add the new hash here. Until the first release the line of
 * version 1 may be replaced.
 */
const HASHES: Record<number, string> = { 1: '0154f57c4209b8f1', 2: '4cfd370a128339d7' };

it('the messages are those of the version they claim to be', () => {
  const shapes = Object.entries(WIRE).map(([name, schema]) => [name, z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })] as const);
  const hash = createHash('sha256').update(canonicalJson(Object.fromEntries(shapes))).digest('hex').slice(0, 16);
  expect(hash).toBe(HASHES[PROTOCOL_VERSION]);
});
