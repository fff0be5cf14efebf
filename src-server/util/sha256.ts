import { createHash } from 'node:crypto';

/** Lower-case hex SHA-256: the form every hash has on the wire. */
export function sha256Hex(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
