/**
 * A workstation without a window: the product's own records, sync and procedures in a process of their own, for tests that need
 * many of them. Orders come in on standard input, answers go out on standard output; it ends with its input.
 *
 * `node desk-program.ts --data DIR --server URL --name NAME --staff ID --clock OFFSET_MS`
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { KeyStore } from '../../src-data/sync/station-keys.ts';
import { openWorkstation } from '../../src-data/workstation.ts';
import { must } from '../../src-shared/util/assert.ts';
import { CaseAnswer, DeskOrder, type DeskMessage } from './desk-protocol.ts';
import { carryOut, openDesk } from './desk-orders.ts';
import { PASSWORD } from './ground.ts';

const SIGN_IN_AGAIN_MS = 200;

const { values } = parseArgs({
  options: { data: { type: 'string' }, server: { type: 'string' }, name: { type: 'string' }, staff: { type: 'string' }, clock: { type: 'string' } },
});
const dataDir = must(values.data, '--data names the folder');
let clockOffsetMs = Number(values.clock ?? 0);
process.on('SIGINT', () => undefined); // a terminal's Ctrl+C reaches every process; the run ends this one

const workstation = openWorkstation({
  dataDir,
  serverUrl: values.server ?? null,
  stationName: values.name ?? 'Desk',
  enrolCode: null,
  appVersion: '0.0.0-chaos',
  keys: keysOnDisk(join(dataDir, 'keys')),
  now: () => Date.now() + clockOffsetMs,
  log: (event, details) => say({ log: `${event} ${JSON.stringify(details ?? {})}` }),
});
const desk = openDesk(workstation);

createInterface({ input: process.stdin })
  .on('line', (line) => void answer(line))
  .on('close', () => process.exit(0));
await signInWhenPossible();

/** At once, by hand: what has been said is out even if the next moment kills this process. */
function say(message: DeskMessage): void {
  writeSync(1, `${JSON.stringify(message)}\n`);
}

async function answer(line: string): Promise<void> {
  const { id, order: unread } = JSON.parse(line) as { id: number; order: unknown }; // safe: written by desk-process.ts
  try {
    const order = DeskOrder.parse(unread);
    if (order.do === 'setClock') clockOffsetMs = order.offsetMs;
    if (order.do === 'end') await workstation.close();
    say({ id, answer: await carryOutSignedIn(order) });
    if (order.do === 'end') process.exit(0);
  } catch (error) {
    say({ id, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

/** Whoever was signed out by a server that went back in time signs in again and goes on. */
async function carryOutSignedIn(order: DeskOrder): Promise<unknown> {
  const reply = await carryOut(desk, order, workstation.now());
  const refused = CaseAnswer.safeParse(reply);
  if (!refused.success || refused.data.ok || refused.data.reason !== 'notSignedIn') return reply;
  await signIn();
  return carryOut(desk, order, workstation.now());
}

function signIn(): Promise<unknown> {
  return desk.session.signIn({ staffId: values.staff ?? 'agent', password: PASSWORD });
}

async function signInWhenPossible(): Promise<void> {
  for (;;) {
    const { isReady, station } = await desk.station.info();
    const { staff } = await desk.session.current();
    if (isReady && staff !== null) return say({ ready: true, station: station ?? '' });
    if (isReady) await signIn();
    else await new Promise((resolve) => setTimeout(resolve, SIGN_IN_AGAIN_MS));
  }
}

/** What the system's keyring is to a real workstation: beside the records, so that a copied disk has it too. */
function keysOnDisk(folder: string): KeyStore {
  mkdirSync(folder, { recursive: true });
  const fileOf = (station: string): string => join(folder, `${station}.pem`);
  return {
    load(station) {
      try {
        return Promise.resolve(readFileSync(fileOf(station), 'utf8'));
      } catch {
        return Promise.resolve(null);
      }
    },
    save(station, privateKeyPem) {
      writeFileSync(`${fileOf(station)}.new`, privateKeyPem);
      renameSync(`${fileOf(station)}.new`, fileOf(station));
      return Promise.resolve();
    },
  };
}
