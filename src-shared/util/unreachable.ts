/**
 * Ends a closed union: a new member that is not handled becomes a compile error at this call.
 *
 * Throws when reached at run time, which means that unparsed data slipped past an edge.
 */
export function unreachable(value: never): never {
  throw new Error(`Unreachable: unexpected value ${JSON.stringify(value)}`);
}
