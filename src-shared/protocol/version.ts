/**
 * Versions of the wire between workstation and server. The server speaks the newest and the one before.
 *
 * A test hashes the message schemas: changing one without a new line here fails.
 *
 * - 1: hello, push, pull, events, history, enrol (2026-11).
 */
export const PROTOCOL_VERSION = 1;
export const OLDEST_SUPPORTED_PROTOCOL = 1;
