import { t } from '../../src-shared/language/language.ts';
import type { FastifyReply } from 'fastify';
import type { Problem } from '../../src-shared/protocol/problem.ts';

/** Everything this server refuses a request for. Programs read `code`; people read `title` and `detail`. */
export interface ProblemInit {
  readonly status: number;
  readonly code: string;
  /** What happened; no full stop at its end. */
  readonly title: string;
  /** What to do next. */
  readonly detail: string;
  /** Seconds after which trying again may help; becomes the Retry-After header. */
  readonly retryAfterS?: number;
}

/** Thrown by a route to answer with a problem; anything else thrown is a bug and answered as `internalError`. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly init: ProblemInit;

  constructor(init: ProblemInit) {
    super(init.title);
    this.init = init;
  }
}

/** Answers with `application/problem+json` (RFC 9457). */
export function sendProblem(reply: FastifyReply, init: ProblemInit): FastifyReply {
  if (init.retryAfterS !== undefined) void reply.header('retry-after', String(init.retryAfterS));
  const { status, code, title, detail } = init;
  const body: Problem = { type: 'about:blank', status, code, title, detail, instance: `urn:portreeve:request:${reply.request.id}` };
  return reply.status(status).type('application/problem+json').send(body);
}

/** Something a program sent does not fit the protocol; `where` names the first place, never the value. */
export function malformedRequest(where: string): HttpProblem {
  return new HttpProblem({
    status: 400,
    code: 'malformedRequest',
    title: `The request is not understood: ${where}`,
    detail: t`Update the program that sent it, or send it as the documentation says.`,
  });
}

/** A whole number of seconds around `baseS`, so that a thousand workstations do not come back at one moment. */
export function jitteredSeconds(baseS: number, random: () => number = Math.random): number {
  return Math.max(1, Math.round(baseS * (0.5 + random())));
}

export function serverBusy(): HttpProblem {
  return new HttpProblem({
    status: 503,
    code: 'serverBusy',
    title: t`The server is busy`,
    detail: t`Nothing is lost: the workstation tries again by itself in a moment.`,
    retryAfterS: jitteredSeconds(4),
  });
}

export function noCatalogue(): HttpProblem {
  return new HttpProblem({
    status: 503,
    code: 'noCatalogue',
    title: t`The server has not been set up yet: it knows no departments, services or staff`,
    detail: t`Nothing is lost. The administrator has to load the city’s catalogue (or the demo city: --seed demo) first.`,
    retryAfterS: 60,
  });
}

export function databaseAway(): HttpProblem {
  return new HttpProblem({
    status: 503,
    code: 'databaseAway',
    title: t`The server cannot reach its database`,
    detail: t`Nothing is lost: the workstation tries again by itself. If this lasts, look at the server’s log.`,
    retryAfterS: jitteredSeconds(3),
  });
}
