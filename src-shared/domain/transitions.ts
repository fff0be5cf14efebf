/**
 * Which command a case in which state accepts at all: one table, total by type. The rules of each command come after it.
 *
 * `none` is "no such case here". Appends (note, contact, file, co-reporter, link) are open in every state, so that nothing
 * staff or citizens say is ever turned away.
 */
import type { CommandType } from '../commands/index.ts';
import type { CaseState } from './case.ts';
import type { RefusalReason } from './refusal.ts';

export type Gate = 'allowed' | RefusalReason;
type Row = Record<CaseState | 'none', Gate>;

const OPEN_ONLY: Row = {
  none: 'caseNotFound',
  new: 'allowed',
  assigned: 'allowed',
  inProgress: 'allowed',
  onHold: 'allowed',
  closed: 'caseClosed',
};
const ALWAYS: Row = { ...OPEN_ONLY, closed: 'allowed' };
const CLOSED_ONLY: Row = { none: 'caseNotFound', new: 'caseNotClosed', assigned: 'caseNotClosed', inProgress: 'caseNotClosed', onHold: 'caseNotClosed', closed: 'allowed' };

export const TRANSITIONS: Record<CommandType, Row> = {
  'case.open': {
    none: 'allowed',
    new: 'caseAlreadyExists',
    assigned: 'caseAlreadyExists',
    inProgress: 'caseAlreadyExists',
    onHold: 'caseAlreadyExists',
    closed: 'caseAlreadyExists',
  },
  'case.edit': OPEN_ONLY,
  'case.assign': OPEN_ONLY,
  'case.take': OPEN_ONLY,
  'case.transfer': OPEN_ONLY,
  'case.refer': ALWAYS,
  'case.logContact': ALWAYS,
  'case.addNote': ALWAYS,
  'case.addProgressNote': OPEN_ONLY,
  'case.hold': { ...OPEN_ONLY, onHold: 'caseOnHold' },
  'case.resume': {
    none: 'caseNotFound',
    new: 'caseNotOnHold',
    assigned: 'caseNotOnHold',
    inProgress: 'caseNotOnHold',
    onHold: 'allowed',
    closed: 'caseNotOnHold',
  },
  'case.close': OPEN_ONLY,
  'case.reopen': CLOSED_ONLY,
  'case.review': CLOSED_ONLY,
  'case.acknowledge': ALWAYS,
  'case.addTask': OPEN_ONLY,
  'case.assignTask': OPEN_ONLY,
  'case.finishTask': OPEN_ONLY,
  'case.merge': ALWAYS,
  'case.unmerge': ALWAYS,
  'case.absorb': ALWAYS,
  'case.separate': ALWAYS,
  'case.unlink': ALWAYS,
  'case.correspond': ALWAYS,
  'case.recordSurvey': ALWAYS,
  'case.closeFollowUp': ALWAYS,
  'case.seal': ALWAYS,
  'case.logOpening': ALWAYS,
  'case.tellSupervisor': ALWAYS,
  'case.watchClock': ALWAYS,
  'case.addCoReporter': ALWAYS,
  'case.attachFile': ALWAYS,
  'case.link': ALWAYS,
};
