import type { CaseId } from '../../src-shared/util/ids.ts';

/** How a message travels. Texts and push go through the city's gateway (docs/message-gateway.md). */
export const MESSAGE_METHODS = ['email', 'text', 'push'] as const;
export type MessageMethod = (typeof MESSAGE_METHODS)[number];

/**
 * `waiting`: not tried yet. `sending`: a server is at it. `sent`: the mail server or gateway has taken it. `failed`: it is tried
 * again by itself. `givenUp`: not any more, unless somebody asks for it. `suppressed`: never tried, for the reason in its code.
 */
export type MessageState = 'waiting' | 'sending' | 'sent' | 'failed' | 'givenUp' | 'suppressed';

/** A small file that goes with an email; other methods leave it out. */
export interface MessageAttachment {
  readonly name: string;
  /** `text/csv; charset=utf-8`. */
  readonly mediaType: string;
  readonly base64: string;
}

/** Attachments of one message together, decoded. What is larger belongs behind a link. */
export const MAX_ATTACHMENTS_BYTES = 5 * 1024 ** 2;

/** What somebody is to be told. */
export interface OutgoingMessage {
  /**
   * What happened, the same at every attempt to queue it: a kind in camelCase, a colon, what makes it this event:
   * `dailyList:2026-10-05`, `caseClosed:2f0c…:3`. Staff see the kind in the mail log.
   */
  readonly eventKey: string;
  /** Who is told, the same however they are reached; see `recipient-key.ts`. */
  readonly recipientKey: string;
  readonly method: MessageMethod;
  /** One email address, one telephone number, or what the gateway knows a device by. */
  readonly address: string;
  /** Empty for a text. */
  readonly subject: string;
  readonly text: string;
  /** Null: the mail is plain text. Other methods leave it out. */
  readonly html: string | null;
  readonly attachments: readonly MessageAttachment[];
  /** The case it is about: whoever may not see it is not shown its number in the mail log. */
  readonly caseId: CaseId | null;
  /** From its queueing; five days when left out. What is late then is not worth sending any more. */
  readonly worthSendingForMs?: number;
  /** The event is noted and nothing is sent: the person wants no notices, or has no address. */
  readonly suppressedBecause?: 'wantsNone' | 'noAddress';
}

/** A message a server has taken to send it. */
export interface ClaimedMessage {
  readonly id: string;
  readonly method: MessageMethod;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly attachments: readonly MessageAttachment[];
  /** The same at every try, unique to event and recipient; an email's has its domain, without angle brackets. */
  readonly messageId: string;
  readonly createdAt: number;
  /** This try included. */
  readonly tries: number;
  /** Tries before this one that may have reached the person all the same. */
  readonly doubts: number;
  /** Until when it is this server's; says which claim this is. */
  readonly claimedUntil: number;
}
