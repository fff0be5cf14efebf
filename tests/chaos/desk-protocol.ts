/** What the tests say to a workstation process and what it answers: one line of JSON each way. */
import { z } from 'zod';

const ids = { commandId: z.uuid(), caseId: z.uuid() };

export const DeskOrder = z.discriminatedUnion('do', [
  z.object({ do: z.literal('open'), ...ids, words: z.string() }),
  z.object({ do: z.literal('addCoReporter'), ...ids, words: z.string() }),
  z.object({ do: z.literal('note'), ...ids, words: z.string() }),
  z.object({ do: z.literal('edit'), ...ids, words: z.string() }),
  z.object({ do: z.literal('close'), ...ids, words: z.string() }),
  z.object({ do: z.literal('take'), ...ids, words: z.string() }),
  /** What a person finds who searches for each of these: ids of cases. */
  z.object({ do: z.literal('search'), texts: z.array(z.string()) }),
  /** A case as it is shown, as text; null when it is not here. */
  z.object({ do: z.literal('show'), caseId: z.uuid() }),
  z.object({ do: z.literal('cases') }),
  z.object({ do: z.literal('status') }),
  z.object({ do: z.literal('syncNow') }),
  z.object({ do: z.literal('setClock'), offsetMs: z.number() }),
  z.object({ do: z.literal('end') }),
]);
export type DeskOrder = z.infer<typeof DeskOrder>;

/** An order that changes a case. */
export type CaseOrder = Extract<DeskOrder, { readonly commandId: string }>;

export const DeskMessage = z.union([
  /** Somebody is signed in, the city is known: calls can be taken. */
  z.object({ ready: z.literal(true), station: z.string() }),
  z.object({ log: z.string() }),
  z.object({ id: z.number(), answer: z.unknown() }),
  z.object({ id: z.number(), problem: z.string() }),
]);
export type DeskMessage = z.infer<typeof DeskMessage>;

/** Answer to an order that changes a case. `number`: given out by it. */
export const CaseAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), number: z.string().nullable() }),
  z.object({ ok: z.literal(false), reason: z.string() }),
]);
export type CaseAnswer = z.infer<typeof CaseAnswer>;
