import { randomBytes } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { extname, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { DESKTOP_ORIGIN } from '../../src-shared/protocol/desktop-api.ts';
import { pagePolicy } from './content-security-policy.ts';
import { resolveInside } from './resolve-inside.ts';

/** Stands in `index.html` where the nonce of each response belongs. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

const COMMON_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Makes `app:` a real origin with a secure context. Must be called before Electron is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/** Serves the built page: `app://portreeve/…` are the files of `rendererDir`, and nothing else is. */
export function servePage(session: Session, rendererDir: string): void {
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (`${url.protocol}//${url.host}` !== DESKTOP_ORIGIN || request.method !== 'GET') return plain(404, 'Not found');
    const file = resolveInside(rendererDir, url.pathname);
    const content = file === null ? null : await readInside(rendererDir, file);
    if (file === null || content === null) return plain(404, 'Not found');
    const contentType = CONTENT_TYPES[extname(file)] ?? 'application/octet-stream';
    return extname(file) === '.html' ? document(content, contentType) : new Response(content, { headers: { ...COMMON_HEADERS, 'Content-Type': contentType } });
  });
}

function document(content: Buffer, contentType: string): Response {
  const nonce = randomBytes(16).toString('base64');
  const html = content.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce);
  return new Response(html, { headers: { ...COMMON_HEADERS, 'Content-Type': contentType, 'Content-Security-Policy': pagePolicy(nonce) } });
}

/** Null when there is no such file, or when it is a link out of the folder. */
async function readInside(root: string, file: string): Promise<Buffer | null> {
  try {
    const [realRoot, realFile] = await Promise.all([realpath(root), realpath(file)]);
    return realFile.startsWith(realRoot + sep) ? await readFile(realFile) : null;
  } catch {
    return null;
  }
}

function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: { ...COMMON_HEADERS, 'Content-Type': 'text/plain' } });
}
