/**
 * The database's clock in milliseconds, at the beginning of the transaction. Everything the servers of a city agree on about messages is
 * told by this one clock: theirs may differ by more than a lease.
 */
export const DATABASE_NOW = '(extract(epoch FROM now()) * 1000)::bigint';
