// npm run package: the app as it is installed on workstations, in a folder below dist/; with --installers, ready to be handed out.
import { command } from './lib/command.mjs';
import { pinnedVersion } from './lib/official-runtime.mjs';
import { ensurePackaged, folderSize, makeInstallers, packagedDir, packagedProgram } from './lib/packaged-app.mjs';
import { Problem } from './lib/problem.mjs';
import { inProjectNode, setUpApp } from './lib/set-up.mjs';
import { logLine } from './lib/steps.mjs';
import { underSupervision } from './lib/under-supervision.mjs';

const usage = {
  line: 'npm run package [-- --installers]',
  summary: 'Sets up what is missing and packages the app for this system into a folder below dist/. Quick when nothing has changed.',
  options: {
    installers: { help: 'Also makes the installers for this system, and the file that announces them as an update. Fetches tools of electron-builder.' },
  },
  more: 'docs/packaging.md says how to make a release and how a city offers it to its workstations.',
};

await command(usage, ({ switches }) => inProjectNode('scripts/package.mjs', () => underSupervision(() => packageApp(switches.has('installers')))));

/** @param {boolean} withInstallers */
async function packageApp(withInstallers) {
  const electron = await setUpApp();
  const isRelease = electron.version === pinnedVersion();
  if (withInstallers && !isRelease) throw new Problem(`Installers are made for release only. ${onlyForTests(electron.version)}`);
  if (withInstallers) tellInstallers(await makeInstallers(electron));
  else await ensurePackaged(electron);
  logLine(`The packaged app lies in ${packagedDir()} (${folderSize(packagedDir())}).`);
  if (!isRelease) logLine(`Not for release. ${onlyForTests(electron.version)}`);
  console.log(packagedProgram());
}

/** @param {string} version */
function onlyForTests(version) {
  return (
    `Electron ${version} is for development, demonstration and tests; a release holds Electron ${pinnedVersion()}.\n` +
    'Package it on a machine that can download that version, without PORTREEVE_ELECTRON.'
  );
}

/** @param {string[]} names */
function tellInstallers(names) {
  logLine("To offer this version to a city's workstations, put these files of dist/ into the folder updates of its server's data folder, the .yml last:");
  for (const name of names) logLine(`  ${name}`);
}
