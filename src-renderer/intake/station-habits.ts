import { Channel } from '../../src-shared/domain/case.ts';

const CHANNEL_KEY = 'portreeve.intake.channel';

/** The channel this workstation took its last case by; a counter stays a counter. */
export function lastChannel(): Channel {
  const kept = Channel.safeParse(localStorage.getItem(CHANNEL_KEY));
  return kept.success ? kept.data : 'phone';
}

export function rememberChannel(channel: Channel): void {
  localStorage.setItem(CHANNEL_KEY, channel);
}
