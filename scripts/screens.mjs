// npm run screens: pictures of every screen and state, for people to look at.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { wrong } from './lib/arguments.mjs';
import { command } from './lib/command.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { inProjectNode } from './lib/set-up.mjs';
import { underSupervision } from './lib/under-supervision.mjs';

const LOOKS = ['light', 'dark', 'high-contrast', 'forced-colors', 'compact', 'zoom-125', 'zoom-200', 'spanish'];
const INTERRUPTED = 130;

const usage = {
  line: 'npm run screens [-- --looks LOOKS] [--states PART] [--barriers] [--keep]',
  summary: 'Walks through every screen and state in real Electron, as each kind of staff, and takes a picture of each.',
  options: {
    looks: { value: 'LOOKS', help: `With commas, of ${LOOKS.join(', ')}; or all. Without it: light.` },
    states: { value: 'PART', help: 'Only those whose name has this in it, such as case-.' },
    barriers: { help: 'Also looks for barriers with axe (WCAG 2.2 AA, Section 508), in the accessibility tree, which it keeps as text beside the picture, and at 200 %; ends with code 1 when it finds one.' },
    keep: { help: 'Puts the pictures into docs/screens, which is kept with the code, in place of .data/screens.' },
  },
  more: 'docs/screens/README.md says how the kept pictures are reviewed.',
};

await command(usage, async ({ values, switches }) => {
  const looks = values['looks'] === 'all' ? LOOKS : (values['looks'] ?? 'light').split(',');
  const unknown = looks.find((look) => !LOOKS.includes(look));
  if (unknown !== undefined) throw wrong(`There is no look "${unknown}": give some of ${LOOKS.join(', ')}, or all.`, usage);
  return inProjectNode('scripts/screens.mjs', () => underSupervision((supervisor) => takePictures(supervisor, { looks, states: values['states'] ?? '', switches }), { stoppedCode: INTERRUPTED }));
});

/**
 * @param {import('./lib/supervisor.mjs').Supervisor} supervisor
 * @param {{ looks: readonly string[], states: string, switches: ReadonlySet<string> }} wanted
 */
async function takePictures(supervisor, { looks, states, switches }) {
  const { setUpApp } = await import('./lib/set-up.mjs'); // needs the packages
  const { openDisplay } = await import('./lib/display.mjs');
  const { run } = await import('./lib/processes.mjs');
  const electron = await setUpApp();
  const display = await openDisplay({ evenIfThereIsOne: true });
  if (display.virtual) supervisor.add('the virtual display', display.virtual, 2_000);
  const folder = switches.has('keep') ? inRoot('docs', 'screens') : inRoot('.data', 'screens');
  mkdirSync(folder, { recursive: true });
  const env = {
    ...{ ...process.env, ...display.env, PORTREEVE_ELECTRON: electron.executablePath },
    ...{ PORTREEVE_SCREENS_FOLDER: folder, PORTREEVE_SCREENS_LOOKS: looks.join(','), PORTREEVE_SCREENS_STATES: states, PORTREEVE_SCREENS_BARRIERS: switches.has('barriers') ? '1' : '' },
  };
  const { code } = await run(process.execPath, [inRoot('node_modules', '@playwright', 'test', 'cli.js'), 'test', '-c', join('tests', 'screens', 'playwright.config.ts')], { cwd: root, show: true, env });
  console.log(`The pictures are in ${folder}.`);
  return code === 0 ? 0 : 1;
}
