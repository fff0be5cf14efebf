import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeReceiptDocument } from '../../src-shared/receipt/receipt-document.ts';
import { SAMPLE_RECEIPT } from '../../src-shared/receipt/testing/sample-receipt.ts';
import { escposBytes } from './escpos.ts';
import { createPrintService, type PrintService, printServiceAddress } from './ipp/print-service.ts';
import type { SendOutcome } from './send-outcome.ts';
import { problemOfQueue, sendToSystemQueue } from './send-to-system-queue.ts';
import { type Cups, hasCups, startCups } from './testing/cups.ts';
import { printOnPaper } from './testing/escpos/software-printer.ts';

const RECEIPT = escposBytes(makeReceiptDocument(SAMPLE_RECEIPT), { columns: 48, codePage: 'cp858' });
const yes = (): boolean => true;
/** The machine may be busy. */
const PATIENT = { timeout: 20_000 };

it('finds the print service where the system’s own programs would', () => {
  expect(printServiceAddress('127.0.0.1:8631')).toEqual({ host: '127.0.0.1', port: 8_631 });
  expect(printServiceAddress('print.example')).toEqual({ host: 'print.example', port: 631 });
  expect(printServiceAddress('/run/other.sock')).toEqual({ socketPath: '/run/other.sock' });
});

it('waits while there is no print service', async () => {
  const nobody = createPrintService({ host: '127.0.0.1', port: 1 });
  expect(await sendToSystemQueue({ queue: 'x', jobId: 'a' }, RECEIPT, () => expect.unreachable('nothing may begin'), { service: nobody })).toEqual({ outcome: 'notSent', problem: 'noPrintService' });
  expect(await nobody.queues()).toBeNull();
});

describe.runIf(hasCups)('over a real print service', () => {
  let cups: Cups;
  let service: PrintService;
  let made = 0;
  beforeAll(async () => {
    cups = await startCups();
    service = createPrintService({ host: '127.0.0.1', port: cups.port });
  });
  afterAll(() => cups.close());

  function newQueue(): string {
    made += 1;
    cups.addQueue(`thermal${made}`);
    return `thermal${made}`;
  }
  const send = (queue: string, more: { jobId?: string; begin?: () => boolean; jobMs?: number; through?: PrintService } = {}): Promise<SendOutcome> =>
    sendToSystemQueue({ queue, jobId: more.jobId ?? 'receipt-1' }, RECEIPT, more.begin ?? yes, { service: more.through ?? service, limits: { jobMs: more.jobMs ?? 20_000, everyMs: 20 } });
  const cutsOn = (queue: string): number => {
    const bytes = cups.printed(queue);
    return bytes.length === 0 ? 0 : printOnPaper(bytes).cutCount;
  };

  it('prints the receipt byte for byte, and says so when the service does', async () => {
    const queue = newQueue();
    expect(await send(queue)).toEqual({ outcome: 'printed' });
    expect(cups.printed(queue)).toEqual(Buffer.from(RECEIPT));
    expect(printOnPaper(cups.printed(queue)).paper.readQr()).toBe('https://palmharbor.example/status?n=4829135062');
    expect(await service.queues()).toContainEqual({ name: queue, description: queue });
  });

  it('hands nothing over while the queue is stopped or gone, or when the job was taken back', async () => {
    const queue = newQueue();
    cups.disable(queue);
    const begin = (): boolean => expect.unreachable('nothing may begin');
    expect(await send(queue, { begin })).toEqual({ outcome: 'notSent', problem: 'queueStopped' });
    expect(await send('nowhere', { begin })).toEqual({ outcome: 'notSent', problem: 'queueGone' });
    cups.enable(queue);
    expect(await problemOfQueue(service, queue)).toBeNull();
    expect(await send(queue, { begin: () => false })).toEqual({ outcome: 'withdrawn' });
    expect([cups.jobs(queue, 'not-completed'), cups.jobs(queue, 'completed')]).toEqual([[], []]);
  });

  /** Whatever is to happen between the moment the spool decides and the moment the service has the job. */
  const beforeHandingOver = (act: () => void | Promise<void>): PrintService => ({
    ...service,
    async printRaw(...job) {
      await act();
      return service.printRaw(...job);
    },
  });

  it('takes back a job that the queue holds, so that it does not print in the night', async () => {
    const queue = newQueue();
    expect(await send(queue, { jobMs: 300, through: beforeHandingOver(() => cups.disable(queue)) })).toEqual({ outcome: 'unknown', problem: 'queueHeld' });
    cups.enable(queue);
    expect([cups.jobs(queue, 'not-completed'), cutsOn(queue)]).toEqual([[], 0]);
  });

  it('says that somebody cancelled it in the system', async () => {
    const queue = newQueue();
    const sending = send(queue, { through: { ...service, printRaw: async (...job) => (cups.disable(queue), service.printRaw(...job).then((id) => (cups.cancelAll(queue), id))) } });
    expect(await sending).toEqual({ outcome: 'unknown', problem: 'queueCancelled' });
    expect(cutsOn(queue)).toBe(0);
  });

  it('prints once when the service is killed and started again while it has the job', async () => {
    const queue = newQueue();
    const sending = send(queue, { through: beforeHandingOver(() => cups.disable(queue)) });
    await expect.poll(() => cups.jobs(queue, 'not-completed').length, PATIENT).toBe(1);
    await cups.kill();
    await cups.start();
    cups.enable(queue);
    expect(await sending).toEqual({ outcome: 'printed' });
    expect([cutsOn(queue), cups.jobs(queue, 'completed').length]).toEqual([1, 1]);
  });

  it('takes a job back that the service had begun when it was killed, since it would begin it anew', async () => {
    const queue = newQueue();
    cups.hold(queue);
    const sending = send(queue);
    await expect.poll(async () => (await service.findJob(queue, 'Portreeve receipt-1')) as unknown, PATIENT).toMatchObject({ state: 5 });
    await new Promise((resolve) => setTimeout(resolve, 1_100)); // the spool has seen it too, and the service’s clock goes by seconds
    await cups.kill();
    await cups.start();
    expect(await sending).toEqual({ outcome: 'unknown', problem: 'queueStuck' }); // also when nobody asked in the moment it was away
    cups.letGo(queue);
    expect([cutsOn(queue), cups.jobs(queue, 'not-completed')]).toEqual([0, []]);
  });

  it('asks for its job by name when the answer to handing it over was lost, and hands it over no second time', async () => {
    const [queue, other] = [newQueue(), newQueue()];
    let handed = 0;
    const losing = (isTaken: boolean): PrintService => ({
      ...service,
      async printRaw(...job) {
        handed += 1;
        if (isTaken) await service.printRaw(...job);
        return null;
      },
    });
    expect(await send(queue, { through: losing(true) })).toEqual({ outcome: 'printed' });
    expect(await send(other, { through: losing(false) })).toEqual({ outcome: 'unknown', problem: 'connectionLost' });
    expect([handed, cutsOn(queue), cutsOn(other)]).toEqual([2, 1, 0]);
  });

  it('takes back what is left of the time before when a person prints it again', async () => {
    const queue = newQueue();
    cups.disable(queue);
    await service.printRaw(queue, 'Portreeve receipt-9', RECEIPT); // Portreeve ended while the queue had it
    const seemingReady: PrintService = { ...service, queue: async () => ({ state: 3, isAccepting: true, reasons: [] }) };
    const begin = (): boolean => (cups.enable(queue), true);
    expect(await send(queue, { jobId: 'receipt-9', begin, through: seemingReady })).toEqual({ outcome: 'printed' });
    expect([cutsOn(queue), cups.jobs(queue, 'not-completed')]).toEqual([1, []]);
  });
});
