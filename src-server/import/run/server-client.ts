import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { Problem } from '../../../src-shared/protocol/problem.ts';
import { SignInReply } from '../../../src-shared/protocol/sign-in.ts';
import { BatchReply, type BatchRequest, CatalogueReply, type CatalogueRequest } from '../import-protocol.ts';
import { ImportProblem } from '../import-problem.ts';

/** The server, with an administrator signed in. Every call throws ImportProblem with a sentence when it cannot be done. */
export interface ImportServer {
  /** Who is signed in, for the person at the keyboard. */
  readonly signedInAs: string;
  addToCatalogue(request: CatalogueRequest): Promise<CatalogueReply>;
  importBatch(request: BatchRequest): Promise<BatchReply>;
  signOut(): Promise<void>;
}

export interface SignIn {
  readonly staffId: string;
  readonly password: string;
}

/** A server that never answered is not waited for; one that was there a moment ago may come back. */
const ATTEMPTS_TO_SIGN_IN = 1;
const ATTEMPTS = 8;
const RETRY_BASE_MS = 500;
const LOOPBACK_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/i;
const RESOURCES = new URL('../../../resources/', import.meta.url);

/** Signs in. Without `signIn` as the demo city's administrator, which is tried at a server on this computer only. */
export async function connect(serverUrl: string, signIn: SignIn | null): Promise<ImportServer> {
  const post = poster(serverUrl, ATTEMPTS);
  const read = <Reply extends z.ZodType>(schema: Reply, body: unknown): z.infer<Reply> => {
    const parsed = schema.safeParse(body);
    if (!parsed.success) throw new ImportProblem(notPortreeve(serverUrl));
    return parsed.data;
  };
  const who = signIn ?? (await demoAdministrator(serverUrl));
  const reply = read(SignInReply, await signInAs(poster(serverUrl, ATTEMPTS_TO_SIGN_IN), who, signIn === null));
  const withToken = { authorization: `Bearer ${reply.token}` };
  return {
    signedInAs: reply.staff.name,
    addToCatalogue: async (request) => read(CatalogueReply, await post('/import/v1/catalogue', request, withToken)),
    importBatch: async (request) => read(BatchReply, await post('/import/v1/batches', request, withToken)),
    signOut: async () => {
      await post('/auth/v1/sign-out', {}, withToken).catch(() => {}); // the session ends by itself
    },
  };
}

async function demoAdministrator(serverUrl: string): Promise<SignIn> {
  if (!LOOPBACK_HOST.test(new URL(serverUrl).hostname)) {
    throw new ImportProblem('Sign in as an administrator of that server: give --staff ID and set PORTREEVE_PASSWORD.');
  }
  const passwords = z.record(z.string(), z.string()).parse(await readResource('demo-staff.json'));
  const { staff } = Catalogue.parse(await readResource('demo-city.json'));
  const staffId = staff.find(({ roles }) => roles.includes('administrator'))?.id;
  if (staffId === undefined) throw new Error('the demo city has no administrator');
  return { staffId, password: passwords[staffId] ?? '' };
}

async function readResource(name: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(name, RESOURCES), 'utf8'));
}

async function signInAs(post: Post, { staffId, password }: SignIn, isDemo: boolean): Promise<unknown> {
  try {
    return await post('/auth/v1/sign-in', { staffId, password }, {});
  } catch (error) {
    if (isDemo && error instanceof Refused && error.status === 401) {
      throw new ImportProblem('This server does not know the demo administrator: give --staff ID of one of its administrators and set PORTREEVE_PASSWORD.');
    }
    throw error;
  }
}

/** The server understood and said no; `status` is its HTTP status. */
class Refused extends ImportProblem {
  readonly status: number;

  constructor(sentence: string, status: number) {
    super(sentence);
    this.status = status;
  }
}

type Post = (path: string, body: unknown, headers: Readonly<Record<string, string>>) => Promise<unknown>;

/** Posts JSON; comes again by itself when the server is busy or was away for a moment. Repeating a batch adds nothing twice. */
function poster(serverUrl: string, attempts: number): Post {
  return async (path, body, headers) => {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await attemptPost(`${serverUrl}${path}`, body, headers, serverUrl);
      if (answer.ok) return answer.body;
      if (attempt >= attempts) throw answer.problem;
      await sleep(answer.waitMs ?? RETRY_BASE_MS * attempt);
    }
  };
}

type Answer =
  | { readonly ok: true; readonly body: unknown }
  /** Worth coming again for. */
  | { readonly ok: false; readonly problem: ImportProblem; readonly waitMs: number | null };

async function attemptPost(url: string, body: unknown, headers: Readonly<Record<string, string>>, serverUrl: string): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      redirect: 'error',
    });
  } catch {
    const sentence = `No server answers at ${serverUrl}. Check the address, or start one: npm run server -- --data DIR --seed demo.`;
    return { ok: false, problem: new ImportProblem(sentence), waitMs: null };
  }
  const text = await response.text();
  if (response.ok) return { ok: true, body: readBody(text, serverUrl) };
  const problem = new Refused(problemSentence(text, serverUrl), response.status);
  if (response.status !== 503) throw problem;
  const retryAfterS = Number(response.headers.get('retry-after') ?? Number.NaN);
  return { ok: false, problem, waitMs: Number.isFinite(retryAfterS) ? retryAfterS * 1_000 : null };
}

function readBody(text: string, serverUrl: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    throw new ImportProblem(notPortreeve(serverUrl));
  }
}

function problemSentence(text: string, serverUrl: string): string {
  try {
    const { title, detail } = Problem.parse(JSON.parse(text));
    return `${title.replace(/\.$/, '')}. ${detail}`;
  } catch {
    return notPortreeve(serverUrl);
  }
}

function notPortreeve(serverUrl: string): string {
  return `What answers at ${serverUrl} is not a Portreeve server of this version. Check the address.`;
}
