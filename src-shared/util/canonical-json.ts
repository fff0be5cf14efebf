/** Texts that stand in JSON as they are. */
const PLAIN_TEXT = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;
/** Up to so many keys are sorted in place faster than `sort` begins. */
const FEW_KEYS = 32;

/**
 * JSON with object keys in code-unit order and without `undefined`, so that equal values give equal text.
 *
 * Hash chains (outbox, audit) and convergence checks compare this text. Only plain JSON values may come in;
 * numbers must be finite. Throws on anything else. It is written for speed: a push writes each command this way twice.
 */
export function canonicalJson(value: unknown): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      if (!Number.isFinite(value)) throw new Error('canonicalJson: number is not finite');
      return String(value);
    case 'object':
      return Array.isArray(value) ? arrayText(value) : objectText(value as Record<string, unknown>); // safe: non-null, no array
    default:
      throw new Error(`canonicalJson: cannot write a ${typeof value}`);
  }
}

function quote(text: string): string {
  return PLAIN_TEXT.test(text) ? `"${text}"` : JSON.stringify(text);
}

function arrayText(items: readonly unknown[]): string {
  let text = '';
  for (let at = 0; at < items.length; at += 1) text += `${at === 0 ? '' : ','}${canonicalJson(items[at] ?? null)}`;
  return `[${text}]`;
}

function objectText(record: Record<string, unknown>): string {
  let text = '';
  for (const key of inOrder(Object.keys(record))) {
    const member = record[key];
    if (member !== undefined) text += `${text === '' ? '' : ','}${quote(key)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

/** Sorts `keys` itself by code units, as `sort` does. */
function inOrder(keys: string[]): readonly string[] {
  if (keys.length > FEW_KEYS) return keys.sort();
  for (let at = 1; at < keys.length; at += 1) {
    const key = keys[at] ?? '';
    let place = at;
    for (let before = keys[place - 1]; before !== undefined && before > key; before = keys[place - 1]) {
      keys[place] = before;
      place -= 1;
    }
    keys[place] = key;
  }
  return keys;
}
