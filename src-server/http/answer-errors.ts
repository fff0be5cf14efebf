import { t } from '../../src-shared/language/language.ts';
import type { FastifyInstance } from 'fastify';
import { isUnavailable } from '../db/transaction.ts';
import { type Log, safeError } from '../log.ts';
import { databaseAway, HttpProblem, malformedRequest, type ProblemInit, sendProblem } from './problem.ts';

/** Turns whatever a route throws into problem+json; only what is not expected is logged, without its message. */
export function answerErrors(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    if (problem === null) log.error({ request: request.id, error: safeError(error) }, 'request failed');
    return sendProblem(reply, problem ?? internalError(request.id));
  });
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, NOT_FOUND));
}

function problemOf(error: unknown): ProblemInit | null {
  if (error instanceof HttpProblem) return error.init;
  if (isUnavailable(error)) return databaseAway().init;
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : null;
  if (status === 413) return TOO_LARGE;
  if (status === 415) return malformedRequest('content-type: only application/json is taken').init;
  if (typeof status === 'number' && status >= 400 && status < 500) return malformedRequest('body: not well-formed JSON').init;
  return null;
}

const NOT_FOUND: ProblemInit = {
  status: 404,
  code: 'notFound',
  title: t`There is nothing at this address`,
  detail: t`Check the address of the server and the version of the program that asked.`,
};

const TOO_LARGE: ProblemInit = {
  status: 413,
  code: 'tooLarge',
  title: t`The request is too large`,
  detail: t`Send it in smaller parts: at most 200 commands and 512 KiB at a time.`,
};

function internalError(requestId: string): ProblemInit {
  return {
    status: 500,
    code: 'internalError',
    title: t`The server failed on this request`,
    detail: `Try again. If it happens again, tell the administrator this number: ${requestId}. It is in the server’s log.`,
  };
}
