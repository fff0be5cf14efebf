import { useState } from 'react';

/** The place of the active item in a list: back at `start` whenever the list, as its key says, has become another. */
export function useActiveIndex(listKey: string, start: number): readonly [number, (index: number) => void] {
  const [index, setIndex] = useState(start);
  const [seenKey, setSeenKey] = useState(listKey);
  if (seenKey !== listKey) {
    setSeenKey(listKey);
    setIndex(start);
  }
  return [seenKey === listKey ? index : start, setIndex];
}
