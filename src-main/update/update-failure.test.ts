import { expect, it } from 'vitest';
import { describeUpdateFailure, isNothingOffered } from './update-failure.ts';

const withCode = (message: string, code: string) => Object.assign(new Error(message), { code });

it.each([
  [withCode('sha512 checksum mismatch, expected a, got b', 'ERR_CHECKSUM_MISMATCH'), 'notGenuine'],
  [withCode('New version 2 is not signed by the application owner', 'ERR_UPDATER_INVALID_SIGNATURE'), 'notGenuine'],
  [new Error('net::ERR_CONNECTION_REFUSED'), 'unreachable'],
  [new Error('net::ERR_NAME_NOT_RESOLVED'), 'unreachable'],
  [withCode('connect ECONNREFUSED 127.0.0.1:9', 'ECONNREFUSED'), 'unreachable'],
  [withCode('Cannot parse update info from latest-linux.yml', 'ERR_UPDATER_INVALID_UPDATE_INFO'), 'other'],
  ['text', 'other'],
  [undefined, 'other'],
])('%s is told as %s', (error, reason) => {
  expect(describeUpdateFailure(error)).toMatchObject({ state: 'failed', reason });
});

it('knows a server that offers no update from one that fails', () => {
  expect(isNothingOffered(withCode('Cannot find channel "latest-linux.yml"', 'ERR_UPDATER_CHANNEL_FILE_NOT_FOUND'))).toBe(true);
  expect(isNothingOffered(withCode('HttpError: 404', 'HTTP_ERROR_404'))).toBe(false);
  expect(isNothingOffered(new Error('net::ERR_CONNECTION_REFUSED'))).toBe(false);
});
