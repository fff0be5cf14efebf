/** The computer's print service (CUPS), asked by IPP over its socket or its port: what `lp` and `lpstat` do, without needing them. */
import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { userInfo } from 'node:os';
import { type Attributes, decodeResponse, encodeRequest, type IppResponse, type Operation, type RequestAttribute } from './ipp-message.ts';

export interface SystemQueue {
  readonly name: string;
  readonly description: string;
}

/** `printer-state`, `job-state`: RFC 8011, 5.4.11 and 5.3.7. */
export const PRINTER_STOPPED = 5;
export const JOB_STATES = { pending: 3, held: 4, processing: 5, stopped: 6, cancelled: 7, aborted: 8, completed: 9 } as const;

export interface PrintService {
  /** Null: the service does not answer. */
  queues(): Promise<readonly SystemQueue[] | null>;
  /** `gone`: there is no such queue; null: the service does not answer. */
  queue(name: string): Promise<{ readonly state: number; readonly isAccepting: boolean; readonly reasons: readonly string[] } | 'gone' | null>;
  /** The job's number; `refused`: the service said no, nothing was taken; null: no answer came, nobody knows. */
  printRaw(queue: string, jobName: string, bytes: Uint8Array): Promise<number | 'refused' | null>;
  /** The last job of this name that is known, also one that has ended; `none`; null: no answer. */
  findJob(queue: string, jobName: string): Promise<{ readonly id: number; readonly state: number } | 'none' | null>;
  /** `begunAt`: in seconds, 0 before it was begun; another one when the service has begun it anew. Null: no answer. */
  job(queue: string, id: number): Promise<{ readonly state: number; readonly begunAt: number } | null>;
  cancel(queue: string, id: number): Promise<void>;
}

const ANSWER_LIMIT_MS = 5_000;
const SOCKETS = ['/run/cups/cups.sock', '/var/run/cups/cups.sock', '/private/var/run/cupsd'];
const NOT_FOUND = 0x0406;
const FAILED_FROM = 0x0100;

/** Where the service listens: `CUPS_SERVER` as the system's own programs read it, else its socket, else its port. */
export function printServiceAddress(setting = process.env['CUPS_SERVER']): { readonly socketPath: string } | { readonly host: string; readonly port: number } {
  if (setting?.startsWith('/')) return { socketPath: setting };
  if (setting) {
    const [, host = 'localhost', port = '631'] = /^(.*?)(?::(\d+))?(?:\/version=.*)?$/.exec(setting) ?? [];
    return { host, port: Number(port) };
  }
  const socketPath = SOCKETS.find((path) => existsSync(path));
  return socketPath === undefined ? { host: 'localhost', port: 631 } : { socketPath };
}

/** Never rejects for anything the service or the network does. */
export function createPrintService(address = printServiceAddress()): PrintService {
  const ask = (operation: Operation, path: string, attributes: readonly RequestAttribute[], document?: Uint8Array): Promise<IppResponse | null> =>
    post(address, path, encodeRequest(operation, [...attributes.filter(({ tag }) => tag === 'uri'), user(), ...attributes.filter(({ tag }) => tag !== 'uri')], document));
  const about = (queue: string): RequestAttribute => ({ tag: 'uri', name: 'printer-uri', values: [`ipp://localhost/printers/${encodeURIComponent(queue)}`] });
  const pathOf = (queue: string): string => `/printers/${encodeURIComponent(queue)}`;
  const wanted = (...names: readonly string[]): RequestAttribute => ({ tag: 'keyword', name: 'requested-attributes', values: names });
  const jobId = (id: number): RequestAttribute => ({ tag: 'integer', name: 'job-id', values: [id] });

  async function jobs(queue: string, which: 'completed' | 'not-completed'): Promise<readonly Attributes[] | null> {
    const response = await ask('getJobs', pathOf(queue), [about(queue), { tag: 'keyword', name: 'which-jobs', values: [which] }, wanted('job-id', 'job-name', 'job-state')]);
    return response && response.status < FAILED_FROM ? response.jobs : null;
  }
  return {
    async queues() {
      const response = await ask('cupsGetPrinters', '/', [wanted('printer-name', 'printer-info')]);
      if (!response) return null;
      return response.printers.map((printer) => ({ name: text(printer, 'printer-name'), description: text(printer, 'printer-info') })).filter(({ name }) => name !== '');
    },
    async queue(name) {
      const response = await ask('getPrinterAttributes', pathOf(name), [about(name), wanted('printer-state', 'printer-state-reasons', 'printer-is-accepting-jobs')]);
      if (!response) return null;
      const [printer] = response.printers;
      if (response.status === NOT_FOUND || !printer) return 'gone';
      const reasons = (printer.get('printer-state-reasons') ?? []).map(String).filter((reason) => reason !== 'none');
      return { state: number(printer, 'printer-state'), isAccepting: printer.get('printer-is-accepting-jobs')?.[0] !== false, reasons };
    },
    async printRaw(queue, jobName, bytes) {
      const format: RequestAttribute = { tag: 'mimeMediaType', name: 'document-format', values: ['application/vnd.cups-raw'] };
      const response = await ask('printJob', pathOf(queue), [about(queue), { tag: 'nameWithoutLanguage', name: 'job-name', values: [jobName] }, format], bytes);
      if (!response) return null;
      const id = response.jobs[0]?.get('job-id')?.[0];
      return response.status < FAILED_FROM && typeof id === 'number' ? id : 'refused';
    },
    async findJob(queue, jobName) {
      const known = [await jobs(queue, 'not-completed'), await jobs(queue, 'completed')];
      if (known.includes(null)) return null;
      const found = known.flatMap((list) => list ?? []).filter((job) => text(job, 'job-name') === jobName);
      const last = found.toSorted((a, b) => number(b, 'job-id') - number(a, 'job-id'))[0];
      return last ? { id: number(last, 'job-id'), state: number(last, 'job-state') } : 'none';
    },
    async job(queue, id) {
      const response = await ask('getJobAttributes', pathOf(queue), [about(queue), jobId(id), wanted('job-state', 'time-at-processing')]);
      const job = response?.jobs[0];
      return job?.has('job-state') ? { state: number(job, 'job-state'), begunAt: number(job, 'time-at-processing') } : null;
    },
    async cancel(queue, id) {
      await ask('cancelJob', pathOf(queue), [about(queue), jobId(id)]);
    },
  };
}

function user(): RequestAttribute {
  return { tag: 'nameWithoutLanguage', name: 'requesting-user-name', values: [userInfo().username] };
}

function text(attributes: Attributes, name: string): string {
  return String(attributes.get(name)?.[0] ?? '');
}

function number(attributes: Attributes, name: string): number {
  return Number(attributes.get(name)?.[0] ?? 0);
}

function post(address: ReturnType<typeof printServiceAddress>, path: string, body: Uint8Array): Promise<IppResponse | null> {
  return new Promise((resolve) => {
    const headers = { 'Content-Type': 'application/ipp', 'Content-Length': body.length, Host: 'localhost' };
    const asking = request({ ...address, path, method: 'POST', headers, timeout: ANSWER_LIMIT_MS, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(response.statusCode === 200 ? decodeResponse(Buffer.concat(chunks)) : null));
      response.on('error', () => resolve(null));
    });
    asking.on('timeout', () => asking.destroy());
    asking.on('error', () => resolve(null));
    asking.end(body);
  });
}
