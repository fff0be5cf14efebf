/**
 * Versions of the wire between workstation and server. The server speaks the newest and the one before.
 *
 * A test hashes the message schemas: changing one without a new line here fails. A new version may only add: fields that the
 * other side may leave out, and messages of their own. So the older side reads what it knows and passes over the rest.
 *
 * - 1: hello, push, pull, events, history, enrol (2026-11).
 * - 2: revision marks, certificates, renumbered results, attention, presence, files, the office's records (2026-11).
 */
export const PROTOCOL_VERSION = 2;
export const OLDEST_SUPPORTED_PROTOCOL = 1;
