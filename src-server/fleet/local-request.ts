import type { FastifyRequest } from 'fastify';

const LOOPBACK_ADDRESS = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const LOOPBACK_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;
const PROXY_HEADERS = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/**
 * True when the request comes from a program on this very computer.
 *
 * A request that a proxy passed on, or that a web page smuggled in under a name of its own (DNS rebinding), comes from the
 * loopback address too; headers give most of them away. A proxy that hides itself cannot be told apart: behind one, give
 * `--enrol-code`.
 */
export function isLocalRequest(request: FastifyRequest): boolean {
  const address = request.socket.remoteAddress ?? '';
  const cameByProxy = PROXY_HEADERS.some((header) => request.headers[header] !== undefined);
  return LOOPBACK_ADDRESS.test(address) && LOOPBACK_HOST.test(request.headers.host ?? '') && !cameByProxy;
}
