import { hash, verify } from '@node-rs/argon2';

/** OWASP's second choice for argon2id (the library's default kind): 19 MiB, two passes; 35 to 55 ms here. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Never a right password's hash; checking against it takes as long as against a real one. */
let hashOfNobody: Promise<string> | null = null;

/** Passwords that look alike are alike: composed and decomposed accents come from different keyboards. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), ARGON2);
}

/**
 * True when the password is the one behind `argon2`. With null (no such member of staff) it is false after the same time,
 * so that an answer never tells which staff IDs exist.
 */
export async function isPassword(argon2: string | null, password: string): Promise<boolean> {
  hashOfNobody ??= hashPassword('the password of nobody');
  const isRight = await verify(argon2 ?? (await hashOfNobody), password.normalize('NFKC'));
  return argon2 !== null && isRight;
}
