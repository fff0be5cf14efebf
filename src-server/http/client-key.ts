import type { FastifyRequest } from 'fastify';
import { isIPv6 } from 'node:net';

/**
 * What requests of one computer are counted under: its address; of IPv6 the first half, because a computer has the whole
 * second half to itself. Behind a proxy that is the proxy's own address.
 */
export function clientKey(request: FastifyRequest): string {
  const address = (request.socket.remoteAddress ?? 'unknown').replace(/^::ffff:/, '');
  return isIPv6(address) ? address.split(':').slice(0, 4).join(':') : address;
}
