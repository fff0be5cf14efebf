/**
 * What our own page may load: its own files, and nothing from anywhere else.
 *
 * Inline style elements need the nonce of this very response, which the page's `<meta property="csp-nonce">` carries to the interface
 * library; inline scripts are never run. Pictures may be blobs (attachments come over the data port) or data URLs (QR codes).
 */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** For the development server only: its hot reload uses inline scripts and a socket. */
export function developmentPolicy(origin: string): string {
  const socket = origin.replace(/^http/, 'ws');
  return [
    "default-src 'none'",
    `script-src ${origin} 'unsafe-inline'`,
    `style-src ${origin} 'unsafe-inline'`,
    `img-src ${origin} data: blob:`,
    `font-src ${origin}`,
    `connect-src ${origin} ${socket}`,
    `worker-src ${origin} blob:`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
