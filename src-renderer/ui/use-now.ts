import { useEffect, useState } from 'react';
import { MINUTE_MS, type UtcMs, utcMs } from '../../src-shared/util/time.ts';

/** The present, renewed every half minute, for words such as `3 min ago` and `due today`. */
export function useNow(): UtcMs {
  const [now, setNow] = useState(() => utcMs(Date.now()));
  useEffect(() => {
    const timer = setInterval(() => setNow(utcMs(Date.now())), MINUTE_MS / 2);
    return () => clearInterval(timer);
  }, []);
  return now;
}
