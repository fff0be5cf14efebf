import { hash } from 'node:crypto';

/** Lower-case hex SHA-256: the form every hash has on the wire. */
export function sha256Hex(data: string | Buffer): string {
  return hash('sha256', data, 'hex');
}
