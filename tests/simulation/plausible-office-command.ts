import fc from 'fast-check';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { changesBetween } from '../../src-shared/catalogue/changes-between.ts';
import type { OfficeCommandType } from '../../src-shared/office/commands/index.ts';
import type { Office } from '../../src-shared/office/office.ts';
import { aimedAt, arbitraryOfficeCommand } from '../../src-shared/testing/arbitrary-office-commands.ts';
import { DAY_MS } from '../../src-shared/util/time.ts';
import type { Random } from './random.ts';

export interface PlausibleOfficeCommand {
  readonly type: OfficeCommandType;
  readonly args: unknown;
  readonly userId: string;
}

export interface OfficeDesk {
  readonly random: Random;
  readonly now: number;
  /** What people type. */
  readonly words: readonly string[];
}

/** Those who may do most come most often. */
const STAFF = ['admin', 'admin', 'water.head', 'agent', 'agent2', 'streets', 'hr'];
const CHANGE_RATE = 0.25;

/** What somebody might do with the office's records as they see them. Most is accepted here; the server may judge otherwise. */
export function plausibleOfficeCommand(desk: OfficeDesk, office: Office, catalogue: Catalogue): PlausibleOfficeCommand {
  const { random, now } = desk;
  if (random.chance(CHANGE_RATE)) return { type: 'office.changeCatalogue', args: changeOf(desk, catalogue), userId: 'admin' };
  const command = aimedAt(draw(random), office, random.below(5));
  const args: Record<string, unknown> = { ...command.args };
  const time = { from: now - random.below(DAY_MS), until: now + random.below(4 * DAY_MS) + 1_000 };
  if ('until' in args) Object.assign(args, time);
  if ('text' in args) args['text'] = random.pick(desk.words).slice(0, 500) || 'x';
  if ('words' in args) args['words'] = { ...(args['words'] as object), ...time, serviceCodes: [] }; // safe: those of a bulletin
  if ('toStaffId' in args) Object.assign(args, { fromStaffId: random.pick(STAFF), toStaffId: random.pick(STAFF) });
  return { type: command.type, args, userId: random.pick(STAFF) };
}

function draw(random: Random) {
  for (;;) {
    const [command] = fc.sample(arbitraryOfficeCommand, { numRuns: 1, seed: random.below(2 ** 31) });
    if (command && command.type !== 'office.changeCatalogue') return command;
  }
}

/** Words of services and agencies, and agencies that come and go: nothing that keeps the others from working. */
function changeOf({ random, words }: OfficeDesk, catalogue: Catalogue): unknown {
  const name = random.pick(words).replaceAll(/\s+/g, ' ').trim().slice(0, 60) || 'x';
  const change = random.below(3);
  const code = `AGENCY${random.below(3)}`;
  const agencies = catalogue.agencies.some((agency) => agency.code === code)
    ? catalogue.agencies.filter((agency) => agency.code !== code)
    : [...catalogue.agencies, ...catalogue.agencies.slice(0, 1).map((agency) => ({ ...agency, code, name }))];
  const at = random.below(Math.max(1, catalogue.services.length));
  const services = catalogue.services.map((service, index) => (index === at ? { ...service, name } : service));
  const next: Catalogue = change === 0 ? { ...catalogue, agencies } : { ...catalogue, services };
  return { ...changesBetween(catalogue, next), basedOnVersion: catalogue.version, note: '' };
}
