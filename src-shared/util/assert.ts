/** Throws with `message` when `condition` is false. For bugs only; expected outcomes are values. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`Assertion failed: ${message}`);
}

/** Returns `value`, or throws with the reason why it could not be missing. */
export function must<T>(value: T | null | undefined, why: string): T {
  if (value === null || value === undefined) throw new Error(`Missing value: ${why}`);
  return value;
}
