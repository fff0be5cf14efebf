import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../testing/fresh-database.ts';
import { useServer } from '../testing/test-server.ts';

const folder = temporaryFolder();
const updatesDir = path.join(folder, 'updates');
const CONTENT = '0123456789abcdefghijklmnopqrstuvwxyz';
const server = useServer({ deps: { updatesDir } });

beforeAll(() => {
  mkdirSync(path.join(updatesDir, 'inner'), { recursive: true });
  writeFileSync(path.join(updatesDir, 'latest-linux.yml'), 'version: 1.2.3\n');
  writeFileSync(path.join(updatesDir, 'Portreeve 1.2.3.AppImage'), CONTENT);
  writeFileSync(path.join(updatesDir, 'inner', 'file'), 'inside');
  writeFileSync(path.join(folder, 'secret'), 'not for anyone');
  symlinkSync(path.join(folder, 'secret'), path.join(updatesDir, 'link'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const get = (name: string, headers: Record<string, string> = {}) => server().app.inject({ url: `/updates/${name}`, headers });
const APP = 'Portreeve%201.2.3.AppImage';

describe('the update feed', () => {
  test('serves what electron-builder wrote', async () => {
    const response = await get('latest-linux.yml');
    expect([response.statusCode, response.headers['content-type'], response.body]).toEqual([200, 'text/yaml; charset=utf-8', 'version: 1.2.3\n']);
    const app = await get(APP);
    expect([app.body, app.headers['content-length'], app.headers['accept-ranges']]).toEqual([CONTENT, '36', 'bytes']);
  });

  test.each([
    ['bytes=0-9', '0123456789', 'bytes 0-9/36'],
    ['bytes=30-', 'uvwxyz', 'bytes 30-35/36'],
    ['bytes=-4', 'wxyz', 'bytes 32-35/36'],
    ['bytes=34-99', 'yz', 'bytes 34-35/36'],
  ])('answers the range %s', async (range, body, contentRange) => {
    const response = await get(APP, { range });
    expect([response.statusCode, response.body, response.headers['content-range']]).toEqual([206, body, contentRange]);
  });

  test('answers several ranges in parts, with the length it announces', async () => {
    const response = await get(APP, { range: 'bytes=0-2,10-12' });
    const boundary = /^multipart\/byteranges; boundary=(\S+)$/.exec(String(response.headers['content-type']))?.[1];
    const part = (range: string, text: string) => `\r\n--${boundary}\r\ncontent-type: application/octet-stream\r\ncontent-range: bytes ${range}/36\r\n\r\n${text}`;
    expect(response.body).toBe(`${part('0-2', '012')}${part('10-12', 'abc')}\r\n--${boundary}--\r\n`);
    expect(Number(response.headers['content-length'])).toBe(response.rawPayload.length);
  });

  test('refuses a range beyond the end, and sends the whole for one that makes no sense', async () => {
    const beyond = await get(APP, { range: 'bytes=36-' });
    expect([beyond.statusCode, beyond.headers['content-range']]).toEqual([416, 'bytes */36']);
    expect((await get(APP, { range: 'bytes=9-1' })).statusCode).toBe(200);
    expect((await get(APP, { range: `bytes=${Array.from({ length: 200 }, () => '0-1').join(',')}` })).statusCode).toBe(200);
  });

  test('tells who has the file already that it has not changed, and continues only the same file', async () => {
    const etag = String((await get(APP)).headers['etag']);
    expect((await get(APP, { 'if-none-match': etag })).statusCode).toBe(304);
    expect((await get(APP, { range: 'bytes=0-1', 'if-range': etag })).statusCode).toBe(206);
    expect((await get(APP, { range: 'bytes=0-1', 'if-range': '"older"' })).statusCode).toBe(200);
  });

  test.each([
    ['..%2fsecret'],
    ['%2e%2e/secret'],
    ['..%5csecret'],
    ['link'],
    ['inner'],
    ['inner/file'],
    ['inner%2ffile'],
    ['.'],
    ['latest.yml'],
    ['latest-linux.yml%00'],
  ])('has nothing at %s but a 404 that says what to do', async (name) => {
    const response = await get(name);
    expect(response.json()).toMatchObject({ status: 404, detail: expect.stringMatching(/\./) });
    expect(response.body).not.toContain('not for anyone');
  });
});
