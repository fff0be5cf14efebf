import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from '../util/code-of.ts';
import type { Channel } from './channel.ts';
import { composeMail, type Sender } from './compose-mail.ts';
import { gatewayBody } from './gateway-body.ts';
import { MESSAGE_METHODS, type ClaimedMessage, type MessageMethod } from './message.ts';
import { domainOf } from './sender-address.ts';

/**
 * For trying things out: each mail becomes `MESSAGE-ID.eml` in a folder, which mail programs open; what a gateway would get becomes
 * `ID.json`. The same message is the same file. `methods`: those that no mail server or gateway takes.
 */
export function folderChannel(folder: string, from: Sender, methods: readonly MessageMethod[] = MESSAGE_METHODS): Channel {
  return {
    name: 'folder',
    methods,
    domain: methods.includes('email') ? domainOf(from) : null,
    lanes: 1,
    async send(message) {
      const [name, content] = await fileOf(message, from);
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(path.join(folder, `${name}.part`), content, { mode: 0o640 });
        await rename(path.join(folder, `${name}.part`), path.join(folder, name));
        return { kind: 'sent' };
      } catch (error) {
        return { kind: 'closed', code: 'folderNotWritable', detail: codeOf(error) };
      }
    },
  };
}

async function fileOf(message: ClaimedMessage, from: Sender): Promise<readonly [string, string | Buffer]> {
  if (message.method === 'email') return [`${message.messageId}.eml`, await composeMail(message, from)];
  return [`${message.messageId}.json`, `${JSON.stringify(gatewayBody(message), null, 2)}\n`];
}
