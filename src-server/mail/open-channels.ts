import { OpenChannel } from './channel.ts';
import { folderChannel } from './folder-channel.ts';
import { gatewayChannel } from './gateway-channel.ts';
import { MESSAGE_METHODS, type MessageMethod } from './message.ts';
import type { MessageOptions } from './message-options.ts';
import { smtpChannel } from './smtp-channel.ts';

/** The ways messages take out of this server, each method by one of them at most. Nothing is connected yet. */
export function openChannels({ smtp, gateway, folder, from }: MessageOptions): readonly OpenChannel[] {
  const channels = [
    ...(smtp === null || from === null ? [] : [smtpChannel(smtp, from)]),
    ...(gateway === null ? [] : [gatewayChannel(gateway)]),
  ];
  const taken = new Set<MessageMethod>(channels.flatMap(({ methods }) => methods));
  const left = MESSAGE_METHODS.filter((method) => !taken.has(method));
  if (folder !== null && from !== null && left.length > 0) channels.push(folderChannel(folder, from, left));
  return channels.map((channel) => new OpenChannel(channel));
}
