/** Whole databases copied, as a backup of files would. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openPool, type Pool } from '../../../src-server/db/pool.ts';

const OBJECT_IN_USE = '55006';
const ATTEMPTS = 50;
const PAUSE_MS = 20;

/** Nobody may be connected to `from`; connections that are just being closed are waited for. Returns the copy's name. */
export async function copyDatabase(adminUrl: string, { from, to }: { readonly from: string; readonly to: string }): Promise<string> {
  await asAdmin(adminUrl, async (admin) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return void (await admin.query(`CREATE DATABASE ${to} TEMPLATE ${from}`));
      } catch (error) {
        if (attempt >= ATTEMPTS || !isInUse(error)) throw error;
        await sleep(PAUSE_MS);
      }
    }
  });
  return to;
}

export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await asAdmin(adminUrl, (admin) => admin.query(`DROP DATABASE ${name} WITH (FORCE)`));
}

async function asAdmin(adminUrl: string, work: (admin: Pool) => Promise<unknown>): Promise<void> {
  const admin = openPool(adminUrl, { max: 1 });
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function isInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === OBJECT_IN_USE;
}
