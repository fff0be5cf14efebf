/**
 * Sixteen hex digits that differ when two texts do: 64 bits of FNV-1a with a last mixing.
 *
 * For finding out that something was changed by somebody else. No protection against a person who wants two texts to look
 * alike; what must withstand that is hashed with SHA-256 by the process at hand.
 */
export function fingerprint(text: string): string {
  let [one, other] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x85ebca6b);
    other ^= other >>> 15;
  }
  return mixed(one ^ text.length) + mixed(other + one);
}

function mixed(value: number): string {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0).toString(16).padStart(8, '0');
}
