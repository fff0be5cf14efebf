/** `3 changes not yet published`, `1 change not yet published`, `Nothing to publish`. */
export function changesWords(count: number): string {
  return count === 0 ? 'Nothing to publish' : `${count.toLocaleString('en-US')} ${count === 1 ? 'change' : 'changes'} not yet published`;
}
