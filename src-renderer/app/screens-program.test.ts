import { afterEach, expect, it } from 'vitest';
import { loadScreens, useScreensProgram } from './screens-program.ts';

const nothing = useScreensProgram.getState();
afterEach(() => useScreensProgram.setState(nothing));

it('is said to be missing when its file cannot be read, and no longer once it can', async () => {
  await loadScreens(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module')));
  expect(useScreensProgram.getState()).toEqual({ SignedIn: null, isMissing: true });
  const SignedIn = (): never => {
    throw new Error('only loaded here, never shown');
  };
  await loadScreens(() => Promise.resolve({ SignedIn }));
  expect(useScreensProgram.getState()).toEqual({ SignedIn, isMissing: false });
});
