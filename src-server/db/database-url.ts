/** The same server and role, another database. The URL may have an empty host (a socket in `?host=`), which `new URL` refuses. */
export function withDatabase(url: string, name: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/[^/?]*)(?:\/[^?]*)?/, `$1/${encodeURIComponent(name)}`);
}
