// npm run check: types, lint and import rules.
import { command } from './lib/command.mjs';
import { inProjectNode } from './lib/set-up.mjs';

const usage = {
  line: 'npm run check',
  summary: "Checks every folder's types with its own tsconfig.json, the lint rules, and who imports whom. Says how many files each checker saw.",
  options: {},
};

await command(usage, () =>
  inProjectNode('scripts/check.mjs', async () => {
    const { runChecks } = await import('./checks/all-checks.mjs'); // needs the packages
    const results = await runChecks();
    return results.every(({ ok }) => ok) ? 0 : 1;
  }),
);
