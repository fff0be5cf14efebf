/** IPP messages as bytes (RFC 8010): the little of it that hands a job to the computer's print service and follows it. */

export const OPERATIONS = { printJob: 0x0002, cancelJob: 0x0008, getJobAttributes: 0x0009, getJobs: 0x000a, getPrinterAttributes: 0x000b, cupsGetPrinters: 0x4002 } as const;
export type Operation = keyof typeof OPERATIONS;

const TAGS = { integer: 0x21, boolean: 0x22, enum: 0x23, nameWithoutLanguage: 0x42, keyword: 0x44, uri: 0x45, charset: 0x47, naturalLanguage: 0x48, mimeMediaType: 0x49 } as const;
type TextTag = Exclude<keyof typeof TAGS, 'integer' | 'boolean' | 'enum'>;

export type RequestAttribute =
  | { readonly tag: TextTag; readonly name: string; readonly values: readonly string[] }
  | { readonly tag: 'integer'; readonly name: string; readonly values: readonly number[] };

/** Values as they came: numbers for integers and enums, text for everything that is text; others are left out. */
export type Attributes = ReadonlyMap<string, readonly (string | number | boolean)[]>;

export interface IppResponse {
  /** Below 0x0100: it was done. */
  readonly status: number;
  readonly printers: readonly Attributes[];
  readonly jobs: readonly Attributes[];
}

const VERSION = 0x0200;
const GROUPS = { operation: 0x01, job: 0x02, end: 0x03, printer: 0x04 } as const;
const STANDARD: readonly RequestAttribute[] = [
  { tag: 'charset', name: 'attributes-charset', values: ['utf-8'] },
  { tag: 'naturalLanguage', name: 'attributes-natural-language', values: ['en'] },
];

/** A request with its document behind it. */
export function encodeRequest(operation: Operation, attributes: readonly RequestAttribute[], document: Uint8Array = new Uint8Array()): Uint8Array {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(VERSION, 0);
  head.writeUInt16BE(OPERATIONS[operation], 2);
  head.writeUInt32BE(1, 4);
  const parts = [...STANDARD, ...attributes].map(encodeAttribute);
  return Buffer.concat([head, Buffer.of(GROUPS.operation), ...parts, Buffer.of(GROUPS.end), document]);
}

function encodeAttribute({ tag, name, values }: RequestAttribute): Buffer {
  const parts = values.map((value, index) => {
    const bytes = typeof value === 'number' ? int32(value) : Buffer.from(value);
    return Buffer.concat([Buffer.of(TAGS[tag]), withLength(Buffer.from(index === 0 ? name : '')), withLength(bytes)]);
  });
  return Buffer.concat(parts);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function withLength(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** Null for anything that is no whole answer. */
export function decodeResponse(bytes: Buffer): IppResponse | null {
  try {
    return decode(bytes);
  } catch (error) {
    if (error instanceof RangeError) return null; // it ends too early
    throw error;
  }
}

function decode(bytes: Buffer): IppResponse {
  const groups: { readonly tag: number; readonly attributes: Map<string, (string | number | boolean)[]> }[] = [];
  let at = 8;
  let name = '';
  for (let tag = bytes.readUInt8(at); tag !== GROUPS.end; tag = bytes.readUInt8(at)) {
    at += 1;
    if (tag < 0x10) {
      groups.push({ tag, attributes: new Map() });
      continue;
    }
    const nameLength = bytes.readUInt16BE(at);
    if (nameLength > 0) name = bytes.toString('utf8', at + 2, at + 2 + nameLength);
    at += 2 + nameLength;
    const length = bytes.readUInt16BE(at);
    const value = valueOf(tag, bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length;
    const attributes = groups.at(-1)?.attributes;
    if (value !== null && attributes) attributes.set(name, [...(attributes.get(name) ?? []), value]);
  }
  const of = (wanted: number): readonly Attributes[] => groups.filter(({ tag }) => tag === wanted).map(({ attributes }) => attributes);
  return { status: bytes.readUInt16BE(2), printers: of(GROUPS.printer), jobs: of(GROUPS.job) };
}

function valueOf(tag: number, bytes: Buffer): string | number | boolean | null {
  if (tag === TAGS.integer || tag === TAGS.enum) return bytes.readInt32BE(0);
  if (tag === TAGS.boolean) return bytes.readUInt8(0) !== 0;
  return tag >= 0x40 && tag < 0x50 ? bytes.toString('utf8') : null;
}
