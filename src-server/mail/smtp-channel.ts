import type { Channel } from './channel.ts';
import { composeMail, type Sender } from './compose-mail.ts';
import { domainOf } from './sender-address.ts';
import { deliver, type TrustOptions } from './smtp-session.ts';
import type { SmtpSettings } from './smtp-settings.ts';
import { smtpVerdict } from './smtp-verdict.ts';

/** Mail servers of offices and of providers take three connections of one sender without complaint. */
const LANES = 3;

/** Emails by the city's mail server. */
export function smtpChannel(settings: SmtpSettings, from: Sender, trust: TrustOptions = {}): Channel {
  return {
    name: 'smtp',
    methods: ['email'],
    domain: domainOf(from),
    lanes: LANES,
    async send(message, signal) {
      const bytes = await composeMail(message, from);
      const outcome = await deliver(settings, { from: from.address, to: message.address, bytes, signal }, trust);
      return outcome.ok ? { kind: 'sent' } : smtpVerdict(outcome.error, outcome.content);
    },
  };
}
