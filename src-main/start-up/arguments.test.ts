import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';

const nothing = { dataDir: null, serverUrl: null, stationName: null, enrolCode: null, isPractice: false, link: null };

function messageFor(...argv: string[]): string {
  const result = readArguments(argv, {});
  return result.ok ? 'accepted' : result.message;
}

describe('readArguments', () => {
  it('leaves alone what belongs to Electron and Chromium', () => {
    const argv = ['/usr/bin/electron', '--no-sandbox', '--user-data-dir=/tmp/x', '.', '--enrol-codes=1'];
    expect(readArguments(argv, {})).toEqual({ ok: true, value: nothing });
  });

  it('reads every option, with values that hold an equals sign', () => {
    const argv = [
      '--portreeve-data-dir=/srv/a=b',
      '--portreeve-server=https://city.example:8443/',
      '--portreeve-name=Counter 2',
      '--enrol-code=4F7K-22',
    ];
    expect(readArguments(argv, {})).toEqual({
      ok: true,
      value: { ...nothing, dataDir: '/srv/a=b', serverUrl: 'https://city.example:8443', stationName: 'Counter 2', enrolCode: '4F7K-22' },
    });
  });

  it('takes the environment only where the command line says nothing', () => {
    const environment = { PORTREEVE_DATA_DIR: '/from/environment', PORTREEVE_SERVER_URL: 'http://127.0.0.1:9000' };
    const result = readArguments(['--portreeve-data-dir=/from/line'], environment);
    expect(result).toEqual({ ok: true, value: { ...nothing, dataDir: '/from/line', serverUrl: 'http://127.0.0.1:9000' } });
  });

  it('takes an empty environment variable for none', () => {
    expect(readArguments([], { PORTREEVE_DATA_DIR: '', PORTREEVE_SERVER_URL: '' })).toEqual({ ok: true, value: nothing });
  });

  it.each([
    ['--portreeve-datadir=/x', /no option --portreeve-datadir/],
    ['--portreeve-data-dir', /needs a value/],
    ['--portreeve-name=', /needs a value/],
    [`--portreeve-name=${'x'.repeat(65)}`, /at most 64/],
    ['--portreeve-server=city.example', /must look like/],
    ['--portreeve-server=ftp://city.example', /must look like/],
    ['--portreeve-server=javascript:alert(1)', /must look like/],
    ['--portreeve-server=https://user:word@city.example', /^The server's address takes no user name and no password\. Give it as https:\/\/city\.example;/],
    ['--portreeve-server=https://city.example/portreeve', /does not work below a path\. Give https:\/\/city\.example, not/],
    ['--portreeve-server=https://city.example/?station=2', /ends with its host and port/],
    ['--portreeve-server=https://city.example/#top', /ends with its host and port/],
    ['--enrol-code=a b', /letters, digits and dashes/],
  ])('answers %s with a sentence', (argument, sentence) => {
    expect(messageFor(argument)).toMatch(sentence);
  });

  it('holds the environment to the same', () => {
    const result = readArguments([], { PORTREEVE_SERVER_URL: 'https://city.example/portreeve' });
    expect(result).toEqual({ ok: false, message: expect.stringContaining('Give https://city.example, not') });
  });

  it('takes nothing of a server in practice mode, whoever says it', () => {
    const environment = { PORTREEVE_DATA_DIR: '/srv/desk', PORTREEVE_SERVER_URL: 'http://127.0.0.1:9000' };
    const argv = ['--portreeve-practice', '--portreeve-server=https://city.example', '--enrol-code=4F7K', 'portreeve://call?phone=6125550142'];
    expect(readArguments(argv, environment)).toEqual({ ok: true, value: { ...nothing, dataDir: '/srv/desk', isPractice: true } });
    expect(messageFor('--portreeve-practice=1')).toMatch(/There is no option --portreeve-practice/);
  });

  it('finds the link that opened the app', () => {
    const result = readArguments(['.', 'portreeve://call?phone=6125550142'], {});
    expect(result.ok && result.value.link).toBe('portreeve://call?phone=6125550142');
  });
});
