/**
 * The city's addresses as a workstation keeps them, and as the one file in which they travel (docs/decisions/0020-gazetteer.md): plain
 * text, streets one after the other with the addresses of each, landmarks last.
 */
import { z } from 'zod';
import { Sha256 } from '../domain/case.ts';
import { t } from '../language/language.ts';
import { requiredText } from '../util/text.ts';
import { UtcMs } from '../util/time.ts';

/** `retired`: there was such an address; offered with a warning, for letters still name it. */
export const ADDRESS_STATUSES = ['current', 'pending', 'retired'] as const;
export type AddressStatus = (typeof ADDRESS_STATUSES)[number];

export interface GazetteerStreet {
  /** As people read it: `NW Elm Street`. */
  readonly label: string;
  /** Direction before the name, words of the name, type, direction behind it; each in the form it is compared in, or empty. */
  readonly before: string;
  readonly core: readonly string[];
  readonly type: string;
  readonly after: string;
}

export interface GazetteerAddress {
  readonly number: number;
  readonly fraction: string;
  /** `Apt 4`; empty for the building itself. */
  readonly unit: string;
  readonly zip: string;
  readonly status: AddressStatus;
  /** WGS84 degrees; null when the file has none. */
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export interface GazetteerLandmark {
  readonly name: string;
  readonly otherNames: readonly string[];
  /** Empty when the file has none. */
  readonly address: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export interface Gazetteer {
  readonly streets: readonly (GazetteerStreet & { readonly addresses: readonly GazetteerAddress[] })[];
  readonly landmarks: readonly GazetteerLandmark[];
}

/** What the catalogue says of the gazetteer: which file it is. The file itself travels like the files of cases, by its hash. */
export const GazetteerReference = z.object({
  sha256: Sha256,
  sizeBytes: z.int().min(1),
  /** Name of the file it was read from. */
  fileName: requiredText(200, () => t`Give the file a name`),
  addressCount: z.int().min(0),
  streetCount: z.int().min(0),
  landmarkCount: z.int().min(0),
  readAt: UtcMs,
});
export type GazetteerReference = z.infer<typeof GazetteerReference>;

const HEAD = 'portreeve-gazetteer 1';
const STATUS_LETTERS: Readonly<Record<AddressStatus, string>> = { current: '', pending: 'p', retired: 'r' };
/** A file of more is no city's: about a million addresses. The same bound as for files of cases, whose way it goes. */
export const MAX_GAZETTEER_BYTES = 25_000_000;

const clean = (text: string): string => text.replace(/[\t\n\r|]+/g, ' ').trim();
const degrees = (value: number | null): string => (value === null ? '' : String(Math.round(value * 1e6) / 1e6));

/** The file of a gazetteer. The same gazetteer always gives the same text. */
export function gazetteerText({ streets, landmarks }: Gazetteer): string {
  const lines = [HEAD];
  for (const { label, before, core, type, after, addresses } of streets) {
    lines.push(['S', clean(label), before, core.join(' '), type, after].join('\t'));
    for (const one of addresses) {
      lines.push([one.number, one.fraction, clean(one.unit), clean(one.zip), STATUS_LETTERS[one.status], degrees(one.latitude), degrees(one.longitude)].join('\t'));
    }
  }
  for (const { name, otherNames, address, latitude, longitude } of landmarks) {
    lines.push(['L', clean(name), otherNames.map(clean).join('|'), clean(address), degrees(latitude), degrees(longitude)].join('\t'));
  }
  return `${lines.join('\n')}\n`;
}

/** What a line of the file says; addresses belong to the street before them. */
export type GazetteerLine =
  | { readonly kind: 'street'; readonly street: GazetteerStreet }
  | { readonly kind: 'address'; readonly address: GazetteerAddress }
  | { readonly kind: 'landmark'; readonly landmark: GazetteerLandmark };

/** One line after the other, so that a large file is never twice in memory. Throws when it is no gazetteer file of ours. */
export function* gazetteerLines(text: string): Generator<GazetteerLine> {
  if (!text.startsWith(`${HEAD}\n`)) throw new Error('gazetteer file: another format');
  for (let at = HEAD.length + 1; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end === -1 ? text.length : end);
    at = end === -1 ? text.length : end + 1;
    if (line !== '') yield lineOf(line.split('\t'));
  }
}

function lineOf(fields: readonly string[]): GazetteerLine {
  const [first = '', second = '', third = '', fourth = '', fifth = '', sixth = '', seventh = ''] = fields;
  if (first === 'S') return { kind: 'street', street: { label: second, before: third, core: fourth.split(' '), type: fifth, after: sixth } };
  if (first === 'L') {
    const otherNames = third === '' ? [] : third.split('|');
    return { kind: 'landmark', landmark: { name: second, otherNames, address: fourth, latitude: numberOf(fifth), longitude: numberOf(sixth) } };
  }
  const status = fifth === 'r' ? 'retired' : fifth === 'p' ? 'pending' : 'current';
  return { kind: 'address', address: { number: Number(first), fraction: second, unit: third, zip: fourth, status, latitude: numberOf(sixth), longitude: numberOf(seventh) } };
}

function numberOf(text: string): number | null {
  return text === '' ? null : Number(text);
}

/** The whole of a file at once, for what is small enough. */
export function readGazetteer(text: string): Gazetteer {
  const streets: (GazetteerStreet & { addresses: GazetteerAddress[] })[] = [];
  const landmarks: GazetteerLandmark[] = [];
  for (const line of gazetteerLines(text)) {
    if (line.kind === 'street') streets.push({ ...line.street, addresses: [] });
    else if (line.kind === 'landmark') landmarks.push(line.landmark);
    else streets.at(-1)?.addresses.push(line.address);
  }
  return { streets, landmarks };
}
