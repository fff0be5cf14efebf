/**
 * What is wrong with a central server's address, as a sentence; null when it is a scheme, a host and a port and nothing else.
 * The app looks at it once more (`src-main/start-up/arguments.ts`); here it is told before anything is installed or opened.
 *
 * @param {string} text
 * @returns {string | null}
 */
export function serverAddressMistake(text) {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return `The server's address must look like http://127.0.0.1:8311, not "${text}".`;
  if (url.username || url.password) return `The server's address takes no user name and no password. Give it as ${url.origin}; people sign in inside Portreeve.`;
  if (url.pathname !== '/' || /[?#]/.test(text)) return `The server's address ends with its host and port: the server does not work below a path. Give ${url.origin}, not "${text}".`;
  return null;
}
