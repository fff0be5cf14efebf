/** When everything is healed and settled: is every number on every slip found, and every typed word, at every desk? */
import type { AttentionItem, SyncStatus } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { Entry } from './books.ts';
import type { DeskProcess } from './desk-process.ts';

/** What one desk finds. */
interface Findings {
  readonly desk: string;
  readonly status: SyncStatus;
  readonly caseIds: readonly string[];
  /** Text searched for, to the ids of the cases found. */
  readonly found: ReadonlyMap<string, readonly string[]>;
}

/** Sentences about what is not as it must be; none when all is well. */
export async function audit(entries: readonly Entry[], desks: readonly DeskProcess[]): Promise<readonly string[]> {
  const carriedOut = entries.filter((entry) => entry.answer?.ok !== false && entry.order.do !== 'take');
  const texts = [...new Set(carriedOut.flatMap((entry) => [entry.word, ...numberOf(entry)]))];
  const findings: Findings[] = [];
  for (const desk of desks) findings.push(await look(desk, texts));
  const attention = findings.flatMap(({ status }) => status.attention);
  const wrong = [...findings.flatMap((one) => notAtRest(one, findings[0] ?? one))];
  for (const entry of carriedOut) {
    for (const one of findings) wrong.push(...wrongWith(entry, one, attention));
  }
  for (const item of attention) {
    if (item.sentence.length < 20 || item.code === '') wrong.push(`an entry that needs attention gives no reason: ${JSON.stringify(item)}`);
  }
  return wrong;
}

function numberOf(entry: Entry): readonly string[] {
  return entry.answer?.ok && entry.answer.number !== null ? [entry.answer.number] : [];
}

async function look(desk: DeskProcess, texts: readonly string[]): Promise<Findings> {
  const status = await desk.status();
  const caseIds = await desk.ask<readonly string[]>({ do: 'cases' });
  const found = await desk.ask<readonly (readonly string[])[]>({ do: 'search', texts: [...texts] });
  return { desk: desk.name, status, caseIds, found: new Map(texts.map((text, at) => [text, found[at] ?? []])) };
}

function notAtRest({ desk, status, caseIds }: Findings, first: Findings): readonly string[] {
  const wrong: string[] = [];
  if (status.connection !== 'online') wrong.push(`${desk} is ${status.connection}: ${status.stoppedBecause ?? ''}`);
  if (status.waitingToSend + status.sentNotConfirmed > 0) wrong.push(`${desk}: ${status.waitingToSend} wait to be sent, ${status.sentNotConfirmed} to be confirmed`);
  if (new Set(caseIds).size !== caseIds.length) wrong.push(`${desk} lists a case twice`);
  const there = new Set(first.caseIds);
  const strangers = caseIds.filter((caseId) => !there.has(caseId));
  // A case that was opened here and refused by the server stays on this desk alone, with its entry in Needs attention.
  const kept = new Set([...status.attention, ...first.status.attention].map((item) => item.caseId as string));
  for (const caseId of [...strangers, ...first.caseIds.filter((one) => !caseIds.includes(one))]) {
    if (!kept.has(caseId)) wrong.push(`case ${caseId} is only at one of ${desk} and ${first.desk}`);
  }
  return wrong;
}

function wrongWith(entry: Entry, { desk, found }: Findings, attention: readonly AttentionItem[]): readonly string[] {
  const { order, word } = entry;
  const wrong: string[] = [];
  const name = `${order.do} of ${entry.desk} (${word}, case ${order.caseId}, command ${order.commandId})`;
  const byWord = found.get(word) ?? [];
  const strangers = byWord.filter((caseId) => caseId !== order.caseId);
  if (strangers.length > 0) wrong.push(`${name}: at ${desk} its word leads to another case too: ${strangers.join(', ')}`);
  if (byWord.length !== new Set(byWord).size) wrong.push(`${name}: at ${desk} its case is found twice`);
  if (!entry.answer?.ok || entry.isGone) return wrong; // it may be there, but need not
  const isListed = attention.some((item) => item.typed.includes(word));
  if (order.do === 'open' && byWord.length === 0) wrong.push(`${name}: at ${desk} its word finds nothing`);
  if (order.do !== 'open' && byWord.length === 0 && !isListed) wrong.push(`${name}: at ${desk} its word finds nothing, and nobody is told that it was refused`);
  for (const number of numberOf(entry)) {
    const byNumber = found.get(number) ?? [];
    const isRefused = order.do === 'addCoReporter' && isListed;
    if (!byNumber.includes(order.caseId) && !isRefused) wrong.push(`${name}: at ${desk} its number ${number} leads to ${byNumber.join(', ') || 'nothing'}`);
  }
  return wrong;
}
