import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type MessageOptions, readMessageOptions } from './message-options.ts';
import { openChannels } from './open-channels.ts';
import { readSmtpUrl } from './smtp-settings.ts';

const FROM = 'City of Testville <no-reply@testville.example>';

describe('the mail server’s address', () => {
  test.each([
    ['smtp://mail.city.example', { port: 587, encryption: 'whenOffered', login: null }],
    ['smtp://mail.city.example:25/?tls=required', { port: 25, encryption: 'required' }],
    ['smtp://mail.city.example:25?tls=off', { encryption: 'off' }],
    ['smtp://portreeve:secret@mail.city.example', { encryption: 'required', login: { user: 'portreeve', password: 'secret' } }],
    ['smtp://no-reply%40city.example:a%2Fb%25@mail.city.example', { login: { user: 'no-reply@city.example', password: 'a/b%' } }],
    ['smtp://portreeve:secret@127.0.0.1:2525', { encryption: 'whenOffered' }],
    ['smtp://portreeve:secret@localhost:2525?tls=off', { encryption: 'off' }],
    ['smtps://portreeve:secret@mail.city.example', { port: 465, encryption: 'implicit' }],
    ['smtp://[::1]:2525', { host: '::1', port: 2525 }],
  ])('%s', (text, settings) => {
    expect(readSmtpUrl(text)).toMatchObject(settings);
  });

  test.each([
    ['mail.city.example:587'],
    ['https://mail.city.example'],
    ['smtp://'],
    ['smtp://mail.city.example/inbox'],
    ['smtp://user@mail.city.example'],
    ['smtp://user:100%@mail.city.example'],
    ['smtp://user:secret@mail.city.example?tls=off'],
    ['smtp://mail.city.example?rejectUnauthorized=false'],
    ['smtps://mail.city.example?tls=off'],
  ])('%s is refused with a sentence that repeats no password', (text) => {
    const sentence = readSmtpUrl(text);
    expect(sentence).toEqual(expect.any(String));
    expect(sentence).not.toContain('secret');
  });
});

describe('options', () => {
  test('nothing given: messages wait', () => {
    const options = readMessageOptions({}, {});
    expect(options).toEqual({ smtp: null, gateway: null, folder: null, from: null });
    expect(openChannels(options as MessageOptions)).toEqual([]); // safe: it is no sentence
  });

  test('from the environment; the command line comes first', () => {
    const env = { PORTREEVE_SMTP_URL: 'smtp://one.example', PORTREEVE_MAIL_FROM: FROM, PORTREEVE_MESSAGE_GATEWAY_URL: 'https://gateway.example/send', PORTREEVE_MESSAGE_GATEWAY_TOKEN: 'secret' };
    expect(readMessageOptions({ 'smtp-url': 'smtp://two.example' }, env)).toMatchObject({
      smtp: { host: 'two.example' },
      gateway: { url: 'https://gateway.example/send', token: 'secret' },
      from: { name: 'City of Testville', address: 'no-reply@testville.example' },
    });
  });

  test('each method goes one way: a folder takes what has no other', () => {
    const ways = (given: Parameters<typeof readMessageOptions>[0], env: NodeJS.ProcessEnv = {}) => {
      const options = readMessageOptions(given, env);
      return typeof options === 'string' ? options : openChannels(options).map(({ channel }) => [channel.name, ...channel.methods]);
    };
    expect(ways({ 'mail-folder': 'mails' })).toEqual([['folder', 'email', 'text', 'push']]);
    expect(ways({ 'mail-folder': 'mails', 'message-gateway-url': 'http://127.0.0.1:9/' })).toEqual([['gateway', 'text', 'push'], ['folder', 'email']]);
    expect(ways({ 'smtp-url': 'smtp://mail.example', 'mail-from': FROM })).toEqual([['smtp', 'email']]);
    expect(readMessageOptions({ 'mail-folder': 'mails' }, {})).toMatchObject({ folder: path.resolve('mails'), from: { address: 'portreeve@localhost' } });
  });

  test.each([
    [{ 'smtp-url': 'smtp://mail.example' }, 'Say who mails are from'],
    [{ 'smtp-url': 'smtp://mail.example', 'mail-from': 'City Hall' }, 'The sender of mails must be one address'],
    [{ 'smtp-url': 'smtp://mail.example', 'mail-from': 'a@b.example, c@d.example' }, 'The sender of mails must be one address'],
    [{ 'smtp-url': 'smtp://mail.example', 'mail-from': FROM, 'mail-folder': 'mails' }, 'not both'],
    [{ 'message-gateway-url': 'http://gateway.example/' }, 'must begin with https://'],
    [{ 'message-gateway-url': 'https://user:secret@gateway.example/' }, 'hold no password'],
    [{ 'message-gateway-url': 'gateway.example' }, 'must begin with https://'],
  ])('%j: one sentence that says what is wrong', (given, sentence) => {
    expect(readMessageOptions(given, {})).toContain(sentence);
    expect(readMessageOptions(given, {})).not.toContain('secret');
  });

  test('a token that cannot be a header is refused before it is sent', () => {
    const env = { PORTREEVE_MESSAGE_GATEWAY_URL: 'https://gateway.example', PORTREEVE_MESSAGE_GATEWAY_TOKEN: 'secret\n' };
    expect(readMessageOptions({}, env)).toMatch(/^PORTREEVE_MESSAGE_GATEWAY_TOKEN has a character/);
  });
});
