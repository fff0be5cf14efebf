/**
 * While an event of a story runs, everything Node calls random comes from the story's seed: ids, keys, PINs, marks.
 *
 * It is done here, at Node's own door, and not by passing a generator through the product: its secrets must come from the
 * system's random source in every build, and a draw that somebody adds tomorrow is covered too. Draws of different kinds and
 * sizes come from streams of their own, so that one more of the one (a driver's nonce) does not move the others.
 */
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

const REAL = {
  randomBytes: crypto.randomBytes,
  randomInt: crypto.randomInt,
  randomUUID: crypto.randomUUID,
  generateKeyPairSync: crypto.generateKeyPairSync,
} as const;
const realMathRandom = Math.random;
/** An Ed25519 private key in PKCS8 is these bytes and 32 of its own. */
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** What the seeded functions are at the moment; null: the real ones. */
let seeded: object | null = null;

/** Runs `work` with seeded randomness. Not to be nested, and one at a time in a process. */
export async function withSeededCrypto<T>(seed: string, work: () => Promise<T>): Promise<T> {
  install(seededFunctions(seed));
  Math.random = () => 0.5; // only ever spreads retries and pokes over real time
  try {
    return await work();
  } finally {
    install(null);
    Math.random = realMathRandom;
  }
}

/** Runs `work` with real randomness in between: names that must differ from those of other processes. */
export async function withRealCrypto<T>(work: () => Promise<T>): Promise<T> {
  const before = seeded;
  install(null);
  try {
    return await work();
  } finally {
    install(before);
  }
}

function install(functions: object | null): void {
  seeded = functions;
  Object.assign(crypto, functions ?? REAL);
  syncBuiltinESMExports();
}

function seededFunctions(seed: string) {
  const drawn = new Map<string, number>();
  const bytes = (kind: string, size: number): Buffer => {
    const stream = `${seed} ${kind} ${size}`;
    const nth = drawn.get(stream) ?? 0;
    drawn.set(stream, nth + 1);
    return crypto.createHash('shake256', { outputLength: size }).update(`${stream} ${nth}`).digest();
  };
  return {
    randomBytes(size: number, callback?: (error: null, drawnBytes: Buffer) => void): Buffer | undefined {
      const result = bytes('bytes', size);
      if (!callback) return result;
      process.nextTick(callback, null, result);
      return undefined;
    },
    randomInt: (first: number, second?: number): number => {
      const [low, high] = second === undefined ? [0, first] : [first, second];
      return low + Number(bytes('int', 8).readBigUInt64BE() % BigInt(high - low));
    },
    randomUUID: (): string => {
      const hex = bytes('uuid', 16).toString('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
    generateKeyPairSync(type: string) {
      if (type !== 'ed25519') throw new Error(`the simulation makes no ${type} keys`);
      const privateKey = crypto.createPrivateKey({ key: Buffer.concat([ED25519_PKCS8, bytes('key', 32)]), format: 'der', type: 'pkcs8' });
      return { privateKey, publicKey: crypto.createPublicKey(privateKey) };
    },
  };
}
