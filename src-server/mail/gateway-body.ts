import type { ClaimedMessage } from './message.ts';

/** What the gateway is sent; docs/message-gateway.md is its description. */
export function gatewayBody({ messageId, method, address, subject, text, createdAt }: ClaimedMessage) {
  return { id: messageId, method, to: address, title: subject, text, createdAt: new Date(createdAt).toISOString() };
}
