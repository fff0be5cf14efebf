/** What each order means in the procedures that a window of the product would call. */
import { createRouterClient } from '@orpc/server';
import { createRouter } from '../../src-data/rpc/router.ts';
import type { Workstation } from '../../src-data/workstation.ts';
import type { NumberIssuedReply, RunReply } from '../../src-shared/protocol/data-rpc/command-input.ts';
import { CaseId, CommandId } from '../../src-shared/util/ids.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { unreachable } from '../../src-shared/util/unreachable.ts';
import type { CaseAnswer, CaseOrder, DeskOrder } from './desk-protocol.ts';

const PERSON = { name: 'Ana Núñez', phone: '(561) 555-0142', email: '', address: '', language: 'es', preference: 'phone', needs: '' } as const;

/** All that a window may ask of a workstation. */
export function openDesk(workstation: Workstation) {
  return createRouterClient(createRouter(workstation));
}
type Desk = ReturnType<typeof openDesk>;

export async function carryOut(desk: Desk, order: DeskOrder, now: UtcMs): Promise<unknown> {
  switch (order.do) {
    case 'search':
      return Promise.all(order.texts.map((text) => search(desk, text)));
    case 'show':
      return desk.cases.get({ caseId: CaseId.parse(order.caseId) });
    case 'cases':
      return allCases(desk);
    case 'status':
      return desk.sync.status();
    case 'syncNow':
      return desk.sync.now();
    case 'setClock':
    case 'end':
      return null;
    default:
      return giveOrder(desk, order, now);
  }
}

async function giveOrder(desk: Desk, order: CaseOrder, now: UtcMs): Promise<CaseAnswer> {
  const { words } = order;
  const ids = { commandId: CommandId.parse(order.commandId), caseId: CaseId.parse(order.caseId) };
  switch (order.do) {
    case 'open':
      return toAnswer(await desk.intake.openCase({ ...ids, draftId: null, fields: newCase(words, now) }));
    case 'addCoReporter':
      return toAnswer(await desk.intake.addCoReporter({ ...ids, draftId: null, person: { ...PERSON, name: words }, channel: 'phone', receivedAt: now }));
    case 'note':
      return toAnswer(await desk.cases.run({ ...ids, type: 'case.addNote', args: { text: words } }));
    case 'close':
      return toAnswer(await desk.cases.run({ ...ids, type: 'case.close', args: { disposition: 'RESOLVED', closingNote: words, completionDate: null } }));
    case 'take':
    case 'edit': {
      const shown = (await desk.cases.get({ caseId: ids.caseId }))?.case;
      if (!shown) return { ok: false, reason: 'caseNotFound' };
      if (order.do === 'take') return toAnswer(await desk.cases.run({ ...ids, type: 'case.take', args: { seenAssigneeId: shown.assigneeId } }));
      const basis = { description: shown.fieldVersions['description'] ?? '' };
      return toAnswer(await desk.cases.run({ ...ids, type: 'case.edit', args: { changes: { description: `${shown.description} ${words}` }, basis } }));
    }
    default:
      return unreachable(order);
  }
}

function toAnswer(reply: NumberIssuedReply | RunReply): CaseAnswer {
  if (!reply.ok) return { ok: false, reason: reply.reason };
  return { ok: true, number: 'trackingNumber' in reply ? reply.trackingNumber : null };
}

function newCase(words: string, now: UtcMs) {
  return {
    kind: 'serviceRequest',
    nature: 'action',
    channel: 'phone',
    serviceCode: 'QUESTION',
    description: words,
    location: { text: '5 Elm Street', unit: '', point: null },
    requester: PERSON,
    onBehalfOf: null,
    answers: {},
    receivedAt: now,
    isMajorRepair: false,
    departmentCode: null,
    assigneeId: null,
    isSealed: false,
    answeredNow: null,
  } as const;
}

async function search(desk: Desk, text: string): Promise<readonly string[]> {
  const page = await desk.cases.page({ view: 'all', search: text, sort: 'receivedNewest', after: null, limit: 100 });
  return page.rows.map((row) => row.caseId);
}

async function allCases(desk: Desk): Promise<readonly string[]> {
  const caseIds: string[] = [];
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<Desk['cases']['page']>> = await desk.cases.page({ view: 'all', search: '', sort: 'receivedNewest', after, limit: 500 });
    caseIds.push(...page.rows.map((row) => row.caseId));
    if (page.next === null) return caseIds;
    after = page.next;
  }
}
