/**
 * The heart: a command against a case gives facts or a refusal.
 *
 * Pure and total: no clock, no random, no I/O. A workstation runs it at once and shows the result; the server runs the
 * same code later and is final; the simulation runs both.
 */
import { addCoReporter } from '../commands/add-co-reporter.ts';
import { addNote } from '../commands/add-note.ts';
import { addProgressNote } from '../commands/add-progress-note.ts';
import { assignCase } from '../commands/assign-case.ts';
import { attachFile } from '../commands/attach-file.ts';
import { closeCase } from '../commands/close-case.ts';
import { editCase } from '../commands/edit-case.ts';
import { holdCase } from '../commands/hold-case.ts';
import type { Command } from '../commands/index.ts';
import { linkCase } from '../commands/link-case.ts';
import { logContact } from '../commands/log-contact.ts';
import { openCase } from '../commands/open-case.ts';
import { referCase } from '../commands/refer-case.ts';
import { reopenCase } from '../commands/reopen-case.ts';
import { resumeCase } from '../commands/resume-case.ts';
import { takeCase } from '../commands/take-case.ts';
import { transferCase } from '../commands/transfer-case.ts';
import { must } from '../util/assert.ts';
import { unreachable } from '../util/unreachable.ts';
import type { Case } from './case-document.ts';
import { type DecideContext, refuse, type Ruling } from './decision.ts';
import { evolveAll } from './evolve.ts';
import type { Fact, NewFact } from './fact.ts';
import { mayGive } from './permission.ts';
import type { Refusal } from './refusal.ts';
import { TRANSITIONS } from './transitions.ts';

export type Decision =
  | { readonly ok: true; readonly facts: readonly Fact[]; readonly next: Case }
  | ({ readonly ok: false } & Refusal);

/**
 * Judges one command. `current` is the case as the judge knows it, null when there is none.
 *
 * On success `facts` (at least one, in order) are what happened and `next` is the case after them.
 */
export function decide(current: Case | null, command: Command, context: DecideContext): Decision {
  const ruling = rule(current, command, context);
  if (!ruling.ok) return { ok: false, reason: ruling.reason, details: ruling.details };
  const facts = ruling.facts.map((fact, index) => sealFact(fact, command, index));
  return { ok: true, facts, next: must(evolveAll(command.caseId, current, facts), 'a ruling has at least one fact') };
}

function rule(current: Case | null, command: Command, context: DecideContext): Ruling {
  const gate = TRANSITIONS[command.type][current?.state ?? 'none'];
  if (gate !== 'allowed') return refuse(gate, closedDetails(current));
  if (!context.actor || !mayGive(context.actor, command.type, current)) return refuse('notPermitted');
  if (command.type === 'case.open') return openCase.decide(null, command, context);
  return ruleOnExisting(must(current, 'the table refuses a missing case'), command, context);
}

function ruleOnExisting(
  current: Case,
  command: Exclude<Command, { type: 'case.open' }>,
  context: DecideContext,
): Ruling {
  switch (command.type) {
    case 'case.edit':
      return editCase.decide(current, command, context);
    case 'case.assign':
      return assignCase.decide(current, command, context);
    case 'case.take':
      return takeCase.decide(current, command, context);
    case 'case.transfer':
      return transferCase.decide(current, command, context);
    case 'case.refer':
      return referCase.decide(current, command, context);
    case 'case.logContact':
      return logContact.decide(current, command, context);
    case 'case.addNote':
      return addNote.decide(current, command, context);
    case 'case.addProgressNote':
      return addProgressNote.decide(current, command, context);
    case 'case.hold':
      return holdCase.decide(current, command, context);
    case 'case.resume':
      return resumeCase.decide(current, command, context);
    case 'case.close':
      return closeCase.decide(current, command, context);
    case 'case.reopen':
      return reopenCase.decide(current, command, context);
    case 'case.addCoReporter':
      return addCoReporter.decide(current, command, context);
    case 'case.attachFile':
      return attachFile.decide(current, command, context);
    case 'case.link':
      return linkCase.decide(current, command, context);
    default:
      return unreachable(command);
  }
}

/** Who closed it and when, for the sentence and for Needs attention. */
function closedDetails(current: Case | null): Record<string, unknown> {
  if (current?.state !== 'closed') return {};
  const closing = current.history.findLast((fact) => fact.kind === 'closed');
  return { closedBy: closing?.by ?? null, closedAt: current.closedAt };
}

function sealFact(fact: NewFact, command: Command, index: number): Fact {
  const envelope = { id: `${command.uid}.${index}`, at: command.madeAt, by: command.userId, station: command.station };
  return { ...fact, ...envelope } as Fact; // safe: NewFact is Fact without exactly these four
}
